import type { ExplainedMove } from './open-story.svelte.js';
import type { PasteShown } from './paste-shown.svelte.js';

/** The dialog in front, at most one. */
export type DialogShown =
  | { readonly kind: 'move'; readonly move: ExplainedMove }
  | { readonly kind: 'link' }
  | { readonly kind: 'paste'; readonly shown: PasteShown }
  | { readonly kind: 'outside' }
  | { readonly kind: 'subjects' }
  | { readonly kind: 'export' }
  | { readonly kind: 'import' }
  | { readonly kind: 'shortcuts' };

export class Dialogs {
  shown = $state.raw<DialogShown | null>(null);

  show(dialog: DialogShown): void {
    this.shown = dialog;
  }

  close(): void {
    this.shown = null;
  }
}
