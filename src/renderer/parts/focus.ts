import { flushSync } from 'svelte';

/**
 * Draws what was just changed and puts the focus there at once. A frame later is too late: the person's next key is
 * already on its way, and would go to where the focus was, or be lost.
 */
export function focusDrawn(find: () => { focus(): void } | null | undefined): void {
  flushSync();
  find()?.focus();
}
