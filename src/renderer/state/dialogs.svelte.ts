import type { BulkRow } from '../../core/contract/list-calls.js';
import type { StoryId } from '../../core/ids.js';
import type { MoveName } from '../../core/story/states.js';
import type { BulkMove } from '../../core/story/bulk-change.js';
import type { SavedView } from '../../core/story/saved-view.js';
import type { MediaId } from '../../core/ids.js';
import type { PictureUse } from '../../core/media/picture-use.js';
import type { ExplainedMove } from './open-story.svelte.js';
import type { PasteShown } from './paste-shown.svelte.js';

/** A picture that is cropped or turned, and what takes the result. */
export interface PictureEdit {
  readonly media: MediaId;
  readonly use: PictureUse;
  readonly apply: (use: PictureUse) => void;
}

/** The dialog in front, at most one. */
export type DialogShown =
  | { readonly kind: 'move'; readonly move: ExplainedMove }
  /** What holds a move up. */
  | { readonly kind: 'gate'; readonly move: MoveName }
  | { readonly kind: 'keepVersion'; readonly version: string | null; readonly name: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'paste'; readonly shown: PasteShown }
  | { readonly kind: 'link' | 'embed' | 'language' }
  | { readonly kind: 'storyPicker'; readonly as: 'link' | 'card' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'subjects' }
  /** `ids` = the stories that are picked; without it the open one. */
  | { readonly kind: 'export'; readonly ids?: readonly StoryId[] }
  | { readonly kind: 'newStory' }
  | { readonly kind: 'bulkTag'; readonly adds: boolean }
  | { readonly kind: 'bulkNote'; readonly move: BulkMove }
  | { readonly kind: 'bulkResult'; readonly text: string; readonly refused: readonly BulkRow[] }
  /** Names what the list shows now, or names a kept list anew. */
  | { readonly kind: 'nameView'; readonly view: SavedView | null }
  | { readonly kind: 'handOver' }
  /** `files` = a token of files that are taken in at once; without it the person is asked for them. */
  | { readonly kind: 'takeIn'; readonly files?: string }
  | { readonly kind: 'correct' }
  | { readonly kind: 'import' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'picture'; readonly edit: PictureEdit }
  | { readonly kind: 'cleanPictures' }
  | { readonly kind: 'shortcuts' };

export class Dialogs {
  shown = $state.raw<DialogShown | null>(null);

  #waiting: DialogShown[] = [];

  show(dialog: DialogShown): void {
    this.shown = dialog;
  }

  /** For what comes from outside: it waits until the person is done with the dialog in front. */
  showNext(dialog: DialogShown): void {
    if (this.shown) this.#waiting.push(dialog);
    else this.shown = dialog;
  }

  close(): void {
    this.shown = this.#waiting.shift() ?? null;
  }
}
