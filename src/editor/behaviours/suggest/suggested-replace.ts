import type { Node as ProseNode, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { ReplaceStep } from '@tiptap/pm/transform';
import { hasSign, withoutSigns } from './border-signs.js';
import { border, markOf, ownChange, suggestionMark, type Suggesting, type SuggestionKind } from './suggestion-marks.js';

interface Work {
  readonly state: EditorState;
  readonly tr: Transaction;
  readonly by: Suggesting;
  /** The id under which this change goes: a neighbouring one of the same person is carried on. */
  readonly ids: Map<SuggestionKind, string>;
}

/**
 * One replacement as suggestions: what is taken away is marked, what comes is marked, and what the person had added
 * herself goes for good. Null where this replacement is none of text, of whole blocks, or of the border between two
 * paragraphs: then the blocks that it touches are replaced as a whole (`replaced-blocks.ts`).
 */
export function suggestedReplace(state: EditorState, step: ReplaceStep, by: Suggesting): Transaction | null {
  const { from, to, slice } = step;
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  const work: Work = { state, tr: state.tr, by, ids: new Map() };
  const isClosed = slice.openStart === 0 && slice.openEnd === 0;
  const isInline = isClosed && (slice.content.firstChild?.isInline ?? true);
  if ($from.parent === $to.parent && $from.parent.isTextblock && isInline) {
    if ($from.parent.type.spec.code === true) return null;
    return replaceInline(work, $from, $to, step);
  }
  if (slice.size === 0 && areBrothers($from, $to)) return deleteAcross(work, $from, $to);
  if (from === to && isSplit(step)) return split(work, $from, step);
  if ($from.parent === $to.parent && !$from.parent.isTextblock && isClosed) {
    if (from === to && slice.size > 0) return insertBlocks(work, step);
    if (slice.size === 0) return deleteBlocks(work, from, to);
  }
  return null;
}

/** The id of a kind for this change: the one of a neighbour of the same person, else a new one that is recorded. */
function idFor(work: Work, kind: SuggestionKind, ...neighbours: readonly (ProseNode | null)[]): string {
  const known =
    work.ids.get(kind) ?? neighbours.map((node) => ownChange(node, kind, work.by)).find((id) => id !== null);
  const id = known ?? work.ids.values().next().value ?? work.by.newId();
  if (!known) work.by.record(id, kind);
  work.ids.set(kind, id);
  return id;
}

/** Marks the inline content between two places as taken away; own additions really go. Later places are mapped by `tr`. */
function takeAway({ state, tr, by }: Work, from: number, to: number, changeId: () => string): void {
  const parts: { start: number; end: number; node: ProseNode }[] = [];
  state.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isInline) return true;
    // The signs of a border belong to its suggestion, not to the words beside them.
    const ranges =
      node.isText && hasSign(node.text ?? '') ? withoutSigns(node.text ?? '') : [[0, node.nodeSize] as const];
    for (const [first, last] of ranges) {
      const [start, end] = [Math.max(from, at + first), Math.min(to, at + last)];
      if (start < end) parts.push({ start, end, node });
    }
    return false;
  });
  for (const { start, end, node } of parts.reverse()) {
    if (ownChange(node, 'insertion', by) !== null) tr.delete(tr.mapping.map(start), tr.mapping.map(end));
    else if (!markOf(node, 'deletion'))
      tr.addMark(
        tr.mapping.map(start),
        tr.mapping.map(end),
        suggestionMark(state.schema, 'deletion', { changeId: changeId() }),
      );
  }
}

function replaceInline(work: Work, $from: ResolvedPos, $to: ResolvedPos, { slice }: ReplaceStep): Transaction {
  const { state, tr } = work;
  const [from, to] = [$from.pos, $to.pos];
  const ownSplit = slice.size === 0 ? ownBorder(work, $from, $to) : null;
  if (ownSplit) return tr.delete(ownSplit.from, ownSplit.to);
  takeAway(work, from, to, () => idFor(work, 'deletion', $from.nodeBefore, $to.nodeAfter));
  const at = tr.mapping.map(to);
  if (slice.size === 0) {
    // Delete goes on behind what it took away, Backspace in front of it.
    const isForward = state.selection.empty && state.selection.head === from;
    return tr.setSelection(TextSelection.create(tr.doc, isForward ? at : tr.mapping.map(from, -1)));
  }
  tr.insert(at, slice.content);
  markInserted(work, at, at + slice.size, $from, $to);
  return tr.setSelection(TextSelection.create(tr.doc, at + slice.size));
}

/** Marks words that came; what the browser took over from the words around them (a deletion) goes. */
function markInserted(work: Work, from: number, to: number, $from: ResolvedPos, $to: ResolvedPos): void {
  const { tr, state, by } = work;
  for (const kind of ['insertion', 'deletion', 'modification'] as const) {
    const type = state.schema.marks[kind];
    if (type) tr.removeMark(from, to, type);
  }
  if (blocksAround($from).some((block) => ownChange(block, 'insertion', by) !== null)) return;
  const changeId = idFor(work, 'insertion', $from.nodeBefore, $to.nodeAfter);
  tr.addMark(from, to, suggestionMark(state.schema, 'insertion', { changeId }));
}

/**
 * Typing that takes nothing away but own additions, which is nearly all typing: the transaction stays what it is and
 * its words are marked, so that an input method that is composing keeps its place. Answers whether it was that.
 */
export function markTyped(state: EditorState, tr: Transaction, step: ReplaceStep, by: Suggesting): boolean {
  const { from, to, slice } = step;
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  const isInline =
    slice.size > 0 && slice.openStart === 0 && slice.openEnd === 0 && slice.content.firstChild?.isInline === true;
  if (!isInline || $from.parent !== $to.parent || $from.parent.type.spec.code === true) return false;
  const gone: ProseNode[] = [];
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isInline) gone.push(node);
  });
  if (gone.some((node) => ownChange(node, 'insertion', by) === null)) return false;
  markInserted({ state, tr, by, ids: new Map() }, from, from + slice.size, $from, $to);
  return true;
}

const blocksAround = ($pos: ResolvedPos): readonly ProseNode[] =>
  Array.from({ length: $pos.depth }, (_, index) => $pos.node(index + 1));

/** Backspace right behind the border of an own split takes the whole split back, not just its sign. */
function ownBorder({ state, by }: Work, $from: ResolvedPos, $to: ResolvedPos): { from: number; to: number } | null {
  if ($from.parentOffset !== 0 || state.doc.textBetween($from.pos, $to.pos) !== border) return null;
  if (ownChange($from.nodeAfter, 'insertion', by) === null) return null;
  const before = state.doc.resolve($from.before()).nodeBefore;
  const last = before?.isTextblock ? before.lastChild : null;
  if (!last?.text?.endsWith(border) || ownChange(last, 'insertion', by) === null) return null;
  return { from: $from.before() - 2, to: $to.pos };
}

const areBrothers = ($from: ResolvedPos, $to: ResolvedPos): boolean =>
  $from.parent.isTextblock &&
  $to.parent.isTextblock &&
  $from.depth === $to.depth &&
  $from.depth > 0 &&
  $from.node(-1) === $to.node(-1) &&
  $from.parent !== $to.parent;

/** Takes away from one paragraph into another: the words of both, and the borders between. */
function deleteAcross(work: Work, $from: ResolvedPos, $to: ResolvedPos): Transaction | null {
  const { state, tr } = work;
  const parent = $from.node(-1);
  const [first, last] = [$from.index(-1), $to.index(-1)];
  for (let index = first + 1; index < last; index += 1) if (!parent.child(index).isTextblock) return null;
  const id = (): string => idFor(work, 'deletion', $from.nodeBefore, $to.nodeAfter);
  const sign = () => state.schema.text(border, [suggestionMark(state.schema, 'deletion', { changeId: id() })]);
  // From the end, so that what is still to come keeps its place.
  let start = $to.start();
  for (let index = last; index >= first; index -= 1) {
    const block = parent.child(index);
    const [from, to] = [index === first ? $from.pos : start, index === last ? $to.pos : start + block.content.size];
    takeAway(work, from, to, id);
    if (index < last) tr.insert(tr.mapping.map(start + block.content.size), sign());
    if (index > first) tr.insert(tr.mapping.map(start, -1), sign());
    const before = index > first ? parent.child(index - 1) : null;
    start -= before ? before.nodeSize : 0;
  }
  return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map($from.pos, -1)));
}

/** Enter: one paragraph becomes two brothers, with nothing put between. */
const isSplit = ({ slice }: ReplaceStep): boolean =>
  slice.openStart === 1 &&
  slice.openEnd === 1 &&
  slice.content.childCount === 2 &&
  slice.content.child(0).content.size === 0 &&
  slice.content.child(1).content.size === 0 &&
  slice.content.child(0).isTextblock &&
  slice.content.child(1).isTextblock;

function split(work: Work, $from: ResolvedPos, step: ReplaceStep): Transaction | null {
  const { state, tr } = work;
  tr.step(step);
  const inOwn = ownChange($from.parent, 'insertion', work.by);
  if (inOwn !== null) tr.addNodeMark($from.pos + 1, suggestionMark(state.schema, 'insertion', { changeId: inOwn }));
  if (blocksAround($from).some((block) => ownChange(block, 'insertion', work.by) !== null))
    return caretAt(tr, $from.pos + 2);
  const changeId = idFor(work, 'insertion', $from.nodeBefore, $from.nodeAfter);
  const sign = state.schema.text(border, [suggestionMark(state.schema, 'insertion', { changeId })]);
  tr.insert($from.pos + 2, sign).insert($from.pos, sign);
  return caretAt(tr, $from.pos + 4);
}

const caretAt = (tr: Transaction, at: number): Transaction => tr.setSelection(TextSelection.create(tr.doc, at));

function insertBlocks(work: Work, step: ReplaceStep): Transaction {
  const { state, tr } = work;
  tr.step(step);
  const changeId = idFor(work, 'insertion');
  let at = step.from;
  step.slice.content.forEach((block) => {
    tr.addNodeMark(at, suggestionMark(state.schema, 'insertion', { changeId }));
    at += block.nodeSize;
  });
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at), -1));
}

function deleteBlocks(work: Work, from: number, to: number): Transaction {
  const { state, tr, by } = work;
  const parent = state.doc.resolve(from).parent;
  const changeId = (): string => idFor(work, 'deletion');
  const base = state.doc.resolve(from).start();
  parent.forEach((block, offset) => {
    const at = base + offset;
    if (at < from || at >= to) return;
    if (ownChange(block, 'insertion', by) !== null && parent.childCount > 1)
      tr.delete(tr.mapping.map(at), tr.mapping.map(at + block.nodeSize));
    else if (!markOf(block, 'deletion'))
      tr.addNodeMark(tr.mapping.map(at), suggestionMark(state.schema, 'deletion', { changeId: changeId() }));
  });
  return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), 1));
}
