import { inlineStep } from '../parts/inline-step.js';

/**
 * One tab stop for a whole bar; the arrow keys, Home and End go from tool to tool. Answers the new stop, null for a key
 * that is another's.
 */
export function rove(event: KeyboardEvent & { currentTarget: HTMLElement }): number | null {
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]')];
  const here = tools.findIndex((tool) => tool === document.activeElement);
  if (here < 0) return null;
  const step = inlineStep(event.key, event.currentTarget);
  let next: number;
  if (step !== undefined) next = (here + step + tools.length) % tools.length;
  else if (event.key === 'Home') next = 0;
  else if (event.key === 'End') next = tools.length - 1;
  else return null;
  tools[next]?.focus();
  event.preventDefault();
  return next;
}
