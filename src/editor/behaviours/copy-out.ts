import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { checkDocument } from '../../core/document/document-rules.js';
import { textAttr, walk, type DocumentNode, type StoryDocument } from '../../core/document/document.js';
import { documentView } from '../../core/document/document-view.js';
import { plainText } from '../../core/document/plain-text.js';

/** What our own paste reads: the piece as it stands, checked again on the way in. Other programs never look at it. */
const ownFormat = 'application/x-copydesk-slice';

export interface CopyOutOptions {
  /** The piece as clean HTML, for Word, Docs and mail; `isInline` = a piece of one line, without its block. */
  readonly toHtml: (piece: StoryDocument, isInline: boolean) => string;
  /** Who made which suggestion of the story: what a copy of one takes along. */
  readonly changes: () => Readonly<Record<string, unknown>>;
}

/** Comments stay with the passage that they were written at: a copy of it has none. */
function withoutAnnotations(nodes: readonly DocumentNode[]): readonly DocumentNode[] {
  return nodes.map(({ marks, content, ...node }) => ({
    ...node,
    ...(marks ? { marks: marks.filter(({ type }) => type !== 'annotation') } : {}),
    ...(content ? { content: withoutAnnotations(content) } : {}),
  }));
}

/** The suggestions that stand in a piece, with who made them. */
function changesIn(piece: StoryDocument, all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const ids = [...walk(piece)].flatMap(({ node }) => (node.marks ?? []).map((mark) => textAttr(mark, 'changeId')));
  return Object.fromEntries([...new Set(ids)].flatMap((id) => (Object.hasOwn(all, id) ? [[id, all[id]]] : [])));
}

/** Texts and blocks whose suggestions have other ids now. */
function withChangeIds(nodes: readonly DocumentNode[], ids: ReadonlyMap<string, string>): readonly DocumentNode[] {
  return nodes.map(({ marks, content, ...node }) => ({
    ...node,
    ...(marks && {
      marks: marks.map((mark) => {
        const id = ids.get(textAttr(mark, 'changeId'));
        return id === undefined ? mark : { ...mark, attrs: { ...mark.attrs, changeId: id } };
      }),
    }),
    ...(content && { content: withChangeIds(content, ids) }),
  }));
}

/** Puts the selection on the clipboard in three flavours; false = the editor's own way is meant (cells, nothing). */
function copy(view: EditorView, event: ClipboardEvent, { toHtml, changes }: CopyOutOptions): boolean {
  const { selection } = view.state;
  const data = event.clipboardData;
  if (!data || selection.empty || selection instanceof CellSelection) return false;
  const { content, openStart, openEnd } = selection.content();
  const nodes = (content.toJSON() ?? []) as readonly DocumentNode[];
  const piece: StoryDocument = { type: 'doc', content: withoutAnnotations(nodes) };
  const seen = documentView(piece, 'accepted');
  const isInline = content.childCount === 1 && openStart === 1 && openEnd === 1 && selection.$from.parent.isTextblock;
  event.preventDefault();
  data.clearData();
  data.setData('text/html', toHtml(seen, isInline));
  data.setData('text/plain', plainText(seen));
  data.setData(
    ownFormat,
    JSON.stringify({ content: piece.content, openStart, openEnd, changes: changesIn(piece, changes()) }),
  );
  return true;
}

/**
 * A piece of this editor, or of another window of it; undefined for anything that the rules of the document refuse.
 * `adopt` takes the suggestions in it into the story and answers their new ids.
 */
export function readOwnCopy(
  data: DataTransfer,
  schema: Schema,
  adopt: (changes: unknown) => ReadonlyMap<string, string>,
): Slice | undefined {
  const text = data.getData(ownFormat);
  if (text === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // A page can write what it likes under our name: then it is no copy of ours.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { content, openStart, openEnd, changes } = value as Readonly<Record<string, unknown>> & { content?: unknown };
  const piece = { type: 'doc', content };
  if (checkDocument(piece).length > 0) return undefined;
  // The rules of the document hold: it is one.
  const adopted = { ...piece, content: withChangeIds(content as readonly DocumentNode[], adopt(changes)) };
  const fragment = Fragment.from(schema.nodeFromJSON(adopted).content);
  const open = Slice.maxOpen(fragment, true);
  const depth = (wanted: unknown, most: number): number =>
    typeof wanted === 'number' ? Math.max(0, Math.min(Math.trunc(wanted), most)) : 0;
  return new Slice(fragment, depth(openStart, open.openStart), depth(openEnd, open.openEnd));
}

/** The ways out of the text by copy and cut: nothing private leaves, and the formatting survives in other programs. */
export const CopyOut = Extension.create<CopyOutOptions>({
  name: 'copyOut',
  addOptions: () => ({ toHtml: (piece) => plainText(piece), changes: () => ({}) }),
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            copy: (view, event) => copy(view, event, options),
            cut: (view, event) => {
              if (!copy(view, event, options)) return false;
              if (view.editable)
                view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
              return true;
            },
          },
        },
      }),
    ];
  },
});
