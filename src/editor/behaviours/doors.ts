import { Extension } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { StoryDocument } from '../../core/document/document.js';
import { readOwnCopy } from './copy-out.js';

/** What another program put on the clipboard, or drags. */
export interface ForeignCopy {
  readonly html: string;
  /** The same as plain text; '' where the program gave none. */
  readonly plain: string;
  /** Word gives its pictures only here; '' from most programs. */
  readonly rtf: string;
}

/** Where blocks stand after they were put in. */
export interface PastedRange {
  readonly from: number;
  readonly to: number;
}

/** Puts blocks where the paste was meant; null = the editor is gone. */
export type InsertBlocks = (blocks: StoryDocument) => PastedRange | null;

export interface DoorOptions {
  /**
   * Reads HTML that comes from elsewhere (the app's one HTML reader, decision 19) and hands the blocks to `insert`, at
   * once or after its pictures are in the library. False = nothing readable in it, and `insert` is never called.
   */
  readonly readHtml: (copy: ForeignCopy, insert: InsertBlocks) => boolean;
  /** Cleans HTML that says it comes from this editor, before the schema reads it: the claim may be a lie. */
  readonly cleanHtml: (html: string) => string;
  /** Takes the suggestions of a piece of our own into the story, with who made them; answers their new ids. */
  readonly adoptChanges: (changes: unknown) => ReadonlyMap<string, string>;
  /** Reads plain text of more than one line as blocks: blank lines part paragraphs. */
  readonly readText: (text: string) => StoryDocument;
  /** Takes picture files that were pasted or dropped; true = it will put them into the text itself. */
  readonly takeFiles: (files: readonly File[], at: number | null) => boolean;
  /** Backspace at the start of an empty body, or of its first block: the person wants to go back to the dek. */
  readonly leaveBackwards: () => boolean;
}

/** The mark that ProseMirror puts on what it copies. */
const isOwnCopy = (html: string): boolean => html.includes('data-pm-slice');

/** Puts blocks at the cursor, open at both ends, so that one paragraph flows into the line of the cursor. */
function insertBlocks(view: EditorView, blocks: StoryDocument, at?: number): PastedRange | null {
  if (view.isDestroyed) return null;
  const { tr, schema } = view.state;
  if (at !== undefined) tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));
  const slice = Slice.maxOpen(schema.nodeFromJSON(blocks).content);
  const { from, to } = tr.selection;
  tr.replaceSelection(slice);
  const range = { from, to: tr.mapping.map(to) };
  view.dispatch(tr.scrollIntoView().setMeta('paste', true));
  return range;
}

/** HTML of another program or page; true = it was taken. `at` is where it was dropped. */
function takeForeign(
  view: EditorView,
  event: Event,
  data: DataTransfer | null,
  { readHtml, adoptChanges }: DoorOptions,
  at?: number,
): boolean {
  if (!data || !view.editable) return false;
  const own = readOwnCopy(data, view.state.schema, adoptChanges);
  if (own) {
    view.dispatch(view.state.tr.replaceSelection(own).scrollIntoView().setMeta('paste', true));
    event.preventDefault();
    return true;
  }
  const html = data.getData('text/html');
  if (html === '' || isOwnCopy(html)) return false;
  const copy = { html, plain: data.getData('text/plain'), rtf: data.getData('text/rtf') };
  const isTaken = readHtml(copy, (blocks) => insertBlocks(view, blocks, at));
  if (isTaken) event.preventDefault();
  return isTaken;
}

/** The ways into the text other than typing, and the one way out of it backwards. */
export const Doors = Extension.create<DoorOptions>({
  name: 'doors',
  priority: 1_000,
  addOptions: () => ({
    readHtml: () => false,
    cleanHtml: (html) => html,
    adoptChanges: () => new Map(),
    readText: (text) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }),
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
    const { options } = this;
    const { cleanHtml, readText, takeFiles } = options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanHtml,
          clipboardTextParser: (text, $context, _plain, view) => {
            const { schema } = view.state;
            // One line goes into the line of the cursor, as bold or linked as that is.
            if (!/[\r\n\u2028\u2029]/u.test(text))
              return new Slice(Fragment.from(schema.text(text, $context.marks())), 0, 0);
            return Slice.maxOpen(schema.nodeFromJSON(readText(text)).content);
          },
          handleDOMEvents: {
            // Before the editor parses it: HTML from elsewhere is read by the one reader, and by nothing else.
            paste: (view, event) => takeForeign(view, event, event.clipboardData, options),
            drop: (view, event) => {
              if (view.dragging) return false;
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              return takeForeign(view, event, event.dataTransfer, options, place?.pos);
            },
          },
          handlePaste: (_view, event, slice) => {
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
