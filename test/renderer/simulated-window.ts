import { cleanup, configure, render } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';
import Window from '../../src/renderer/views/window.svelte';
import { FakeBridge } from '../builders/fake-bridge.js';
import type { FakeOptions } from '../builders/fake-desk.js';

function openDialog(this: HTMLDialogElement): void {
  this.open = true;
}

function closeDialog(this: HTMLDialogElement): void {
  this.open = false;
}

/** What the simulated window lacks and the page asks of a real one. */
function fillGaps(): void {
  const gaps: readonly (readonly [object, string, unknown])[] = [
    [HTMLDialogElement.prototype, 'showModal', openDialog],
    [HTMLDialogElement.prototype, 'close', closeDialog],
    [Element.prototype, 'scrollTo', () => undefined],
    [Element.prototype, 'scrollIntoView', () => undefined],
    [Range.prototype, 'getClientRects', () => []],
    [Range.prototype, 'getBoundingClientRect', () => new DOMRect()],
    [document, 'elementFromPoint', () => null],
  ];
  for (const [owner, name, value] of gaps)
    if (!(name in owner)) Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  Object.defineProperty(window, 'innerWidth', { configurable: true, value: 1_440 });
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }),
  });
  class Watcher {
    observe = vi.fn();
    unobserve = vi.fn();
    disconnect = vi.fn();
  }
  Object.assign(globalThis, { ResizeObserver: Watcher, IntersectionObserver: Watcher });
}

// Asking for the computed visibility of every element takes a second a question in the simulated window.
// A failure says what was missing, not the whole page.
configure({ defaultHidden: true, getElementError: (message) => new Error(message ?? 'not found') });
afterEach(() => {
  cleanup();
});

/** The whole page with a newsroom in memory behind it. */
export function openWindow(options: FakeOptions = {}): FakeBridge {
  fillGaps();
  const bridge = new FakeBridge(options);
  render(Window, { bridge, locale: 'en-GB' });
  return bridge;
}
