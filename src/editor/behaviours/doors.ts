import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { StoryDocument } from '../../core/document/document.js';

export interface DoorOptions {
  /**
   * Reads HTML that comes from elsewhere (the app's one HTML reader, decision 19) and hands the blocks to `insert`, at
   * once or after its pictures are in the library. False = nothing readable in it, and `insert` is never called.
   */
  readonly readHtml: (html: string, insert: (blocks: StoryDocument) => void) => boolean;
  /** Cleans HTML that says it comes from this editor, before the schema reads it: the claim may be a lie. */
  readonly cleanHtml: (html: string) => string;
  /** Takes picture files that were pasted or dropped; true = it will put them into the text itself. */
  readonly takeFiles: (files: readonly File[], at: number | null) => boolean;
  /** Backspace at the start of an empty body, or of its first block: the person wants to go back to the dek. */
  readonly leaveBackwards: () => boolean;
}

/** The mark that ProseMirror puts on what it copies. */
const isOwnCopy = (html: string): boolean => html.includes('data-pm-slice');

/** Puts blocks at the cursor, open at both ends, so that one paragraph flows into the line of the cursor. */
function insertBlocks(view: EditorView, blocks: StoryDocument): void {
  if (view.isDestroyed) return;
  const slice = Slice.maxOpen(view.state.schema.nodeFromJSON(blocks).content);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}

/** The ways into the text other than typing, and the one way out of it backwards. */
export const Doors = Extension.create<DoorOptions>({
  name: 'doors',
  priority: 1_000,
  addOptions: () => ({
    readHtml: () => false,
    cleanHtml: (html) => html,
    takeFiles: () => false,
    leaveBackwards: () => false,
  }),
  addKeyboardShortcuts() {
    return {
      Backspace: ({ editor }) => {
        const { selection, doc } = editor.state;
        const isAtStart = selection.empty && selection.$from.pos <= 1 && !editor.view.composing;
        const first = doc.firstChild;
        if (!isAtStart || first?.type.name !== 'paragraph') return false;
        return this.options.leaveBackwards();
      },
    };
  },
  addProseMirrorPlugins() {
    const { readHtml, cleanHtml, takeFiles } = this.options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanHtml,
          handlePaste: (view, event, slice) => {
            const html = event.clipboardData?.getData('text/html') ?? '';
            const isForeign = html !== '' && !isOwnCopy(html);
            if (isForeign && readHtml(html, (blocks) => insertBlocks(view, blocks))) return true;
            const files = [...(event.clipboardData?.files ?? [])];
            // A word processor puts a picture of the text beside the text: where there is text, the text is meant.
            return files.length > 0 && slice.content.size === 0 && takeFiles(files, null);
          },
          handleDrop: (view, event, _slice, moved) => {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (moved || files.length === 0) return false;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return takeFiles(files, place?.pos ?? null);
          },
        },
      }),
    ];
  },
});
