import type { App } from '../state/app.svelte.js';

/** The sizes of the window's text, as shares of the usual one. The shell sets them, so that everything grows alike. */
export const zoomSteps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** Larger, smaller, as usual; nothing happens at either end. */
export function zoomActions(app: App) {
  const larger = (): number | undefined => zoomSteps.find((step) => step > app.machine.zoom + 0.01);
  const smaller = (): number | undefined => zoomSteps.findLast((step) => step < app.machine.zoom - 0.01);
  const go = (zoom: number | undefined): void => {
    if (zoom !== undefined) app.remember({ zoom });
  };
  return {
    'view.zoomIn': { isEnabled: () => larger() !== undefined, run: () => go(larger()) },
    'view.zoomOut': { isEnabled: () => smaller() !== undefined, run: () => go(smaller()) },
    'view.zoomReset': { isEnabled: () => app.machine.zoom !== 1, run: () => go(1) },
  };
}
