import { Fragment, type Node as ProseNode } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ownChange, markOf, suggestionMark, type Suggesting } from './suggestion-marks.js';

/** Blocks of running text, which become one another without losing a word. */
const textBlocks: readonly string[] = ['paragraph', 'heading', 'pullQuote'];

/**
 * A change that is no matter of words: lists, quotes, tables, what a box says of itself. The top-level blocks that it
 * touches stay, marked as taken away, and what it makes of them follows, marked as put in: taking it gives just what the
 * change gives, refusing it what was there. A paragraph that became a heading is remembered on itself. Blocks that the
 * person put in herself are changed as if nothing was suggested.
 */
export function replacedBlocks(state: EditorState, original: Transaction, by: Suggesting): Transaction {
  const [before, after] = [state.doc, original.doc];
  let [start, end] = [0, 0];
  const most = Math.min(before.childCount, after.childCount);
  while (start < most && before.child(start).eq(after.child(start))) start += 1;
  while (end < most - start && before.child(before.childCount - 1 - end).eq(after.child(after.childCount - 1 - end)))
    end += 1;
  const old = childrenOf(before, start, before.childCount - end);
  const fresh = childrenOf(after, start, after.childCount - end);
  const at = sizeBefore(before, start);
  const retyped = old.length === 1 && fresh.length === 1 && old[0] && fresh[0] ? retypedBlock(old[0], fresh[0]) : null;
  const isOwn = old.length > 0 && old.every((block) => ownChange(block, 'insertion', by) !== null);
  if (isOwn) return changedOwn(state, original, { old, fresh, at, by });
  const changeId = by.newId();
  const { tr } = state;
  if (retyped && old[0]) {
    by.record(changeId, 'modification');
    const mark = suggestionMark(state.schema, 'modification', { changeId, attrName: 'block', ...retyped });
    const marked = fresh[0]?.mark(mark.addToSet(fresh[0].marks));
    if (marked) tr.replaceWith(at, at + old[0].nodeSize, marked);
    return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(original.selection.head, tr.doc.content.size))));
  }
  by.record(changeId, 'insertion');
  const gone = old.flatMap((block) => taken(block, by, (node) => withMark(state, node, 'deletion', changeId)));
  const come = fresh.map((block) => withMark(state, withoutIds(block), 'insertion', changeId));
  const size = old.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  tr.replaceWith(at, at + size, Fragment.from([...gone, ...come]));
  const shift = gone.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const head = Math.min(Math.max(original.selection.head, at) + shift, tr.doc.content.size);
  return tr.setSelection(Selection.near(tr.doc.resolve(head)));
}

interface Changed {
  readonly old: readonly ProseNode[];
  readonly fresh: readonly ProseNode[];
  readonly at: number;
  readonly by: Suggesting;
}

/** Blocks that the person put in herself, changed: what comes of them is her suggestion too. */
function changedOwn(state: EditorState, original: Transaction, { old, fresh, at, by }: Changed): Transaction {
  const changeId = ownChange(old[0], 'insertion', by) ?? '';
  const come = fresh.map((block) =>
    ownChange(block, 'insertion', by) === null ? withMark(state, block, 'insertion', changeId) : block,
  );
  const size = old.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const tr = state.tr.replaceWith(at, at + size, Fragment.from(come));
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(original.selection.head, tr.doc.content.size))));
}

const childrenOf = (node: ProseNode, from: number, to: number): readonly ProseNode[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => node.child(from + index));

function sizeBefore(node: ProseNode, until: number): number {
  let size = 0;
  for (let index = 0; index < until; index += 1) size += node.child(index).nodeSize;
  return size;
}

/** What a block was before it became another kind with the same words; null where it is no such change. */
function retypedBlock(old: ProseNode, fresh: ProseNode): { previousValue: unknown; newValue: unknown } | null {
  const [was, is] = [old, fresh].map((node) => node.type.name) as [string, string];
  if (!textBlocks.includes(was) || !textBlocks.includes(is) || !old.content.eq(fresh.content)) return null;
  const about = (node: ProseNode): unknown => ({
    type: node.type.name,
    level: (node.attrs['level'] as unknown) ?? null,
  });
  const known = old.marks.find((mark) => mark.type.name === 'modification' && mark.attrs['attrName'] === 'block');
  return known ? null : { previousValue: about(old), newValue: about(fresh) };
}

/** What stays of a block that is suggested away: nothing of what the person had put in herself. */
function taken(block: ProseNode, by: Suggesting, mark: (node: ProseNode) => ProseNode): readonly ProseNode[] {
  if (ownChange(block, 'insertion', by) !== null) return [];
  return [markOf(block, 'deletion') ? block : mark(block)];
}

function withMark(state: EditorState, node: ProseNode, kind: 'insertion' | 'deletion', changeId: string): ProseNode {
  return node.mark(suggestionMark(state.schema, kind, { changeId }).addToSet(node.marks));
}

/** A copy of a block is another block: ids are given anew by whoever looks after them. */
function withoutIds(node: ProseNode): ProseNode {
  const attrs = 'blockId' in node.attrs ? { ...node.attrs, blockId: null } : node.attrs;
  const children: ProseNode[] = [];
  node.content.forEach((child) => children.push(child.isText ? child : withoutIds(child)));
  return node.isText ? node : node.type.create(attrs, Fragment.from(children), node.marks);
}
