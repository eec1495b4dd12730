import type { DocumentNode, Mark, StoryDocument } from './document.js';
import { markAttributeFaults } from './attribute-rules.js';
import { mustHoldAnother } from './document-rules.js';

/** What becomes of a tracked change: it is taken, refused (“stet”), or stays for somebody to decide. */
export type Verdict = 'accept' | 'reject' | 'open';

export interface Settling {
  /** Asked for each mark of a tracked change. */
  readonly verdictOf: (mark: Mark) => Verdict;
  /** Comments and other annotations stay in the text, or leave it as for a reader. */
  readonly keepsAnnotations: boolean;
}

/** The marks by which tracked changes stand in a document, each with a `changeId`. */
export const changeMarkNames: ReadonlySet<string> = new Set(['insertion', 'deletion', 'modification']);

/** Stands at both sides of the border of a split or joined paragraph, since a border itself can carry no mark. */
const border = '\u200b';

/**
 * The document after some of its tracked changes were decided: the one rule of what accepting and refusing means, for the
 * views of exporters and checks as for the review desk. A split or joined paragraph is kept as two U+200B at the border,
 * one in each paragraph; deciding it joins the two or leaves them, and takes the sign away. What is not decided stays as
 * it is.
 */
export function settleChanges(document: StoryDocument, settling: Settling): StoryDocument {
  const content = settleSiblings(document.content ?? [], settling);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Nodes that must hold another: they go when all of theirs are gone. A table's cell stays, or the table would shift. */
const cells: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);
const isWrapper = ({ type }: DocumentNode): boolean => !cells.has(type) && mustHoldAnother(type);

const isChange = ({ type }: Mark): boolean => changeMarkNames.has(type);

/** Whether a mark takes what it stands on away: a deletion that is taken, an insertion that is refused. */
const takesAway = (mark: Mark, { verdictOf }: Settling): boolean =>
  (mark.type === 'deletion' && verdictOf(mark) === 'accept') ||
  (mark.type === 'insertion' && verdictOf(mark) === 'reject');

function settleSiblings(nodes: readonly DocumentNode[], settling: Settling): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  let joinsPrevious = false;
  for (const node of nodes) {
    const joinsNext = borderGoes(node, 'end', settling);
    const settled = settleNode(node, settling);
    // A block that goes as a whole leaves the border before it to the one behind it.
    if (!settled) continue;
    const previous = out.at(-1);
    if (joinsPrevious && previous && borderGoes(node, 'start', settling)) out[out.length - 1] = join(previous, settled);
    else out.push(settled);
    joinsPrevious = joinsNext;
  }
  return out;
}

function settleNode(node: DocumentNode, settling: Settling): DocumentNode | undefined {
  const marks = node.marks ?? [];
  if (marks.some((mark) => takesAway(mark, settling))) return undefined;
  const restored = restoreModified(node, marks, settling);
  const kept = restored.marks?.filter((mark) =>
    isChange(mark) ? settling.verdictOf(mark) === 'open' : settling.keepsAnnotations || mark.type !== 'annotation',
  );
  if (node.type === 'text') {
    const isDecided = marks.some(isChange) && !kept?.some(isChange);
    const text = isDecided ? (node.text ?? '').replaceAll(border, '') : (node.text ?? '');
    return text === '' ? undefined : withMarks({ ...restored, text }, kept);
  }
  if (!node.content) return withMarks(restored, kept);
  const content = mergeText(settleSiblings(node.content, settling));
  if (content.length > 0) return withMarks({ ...restored, content }, kept);
  if (cells.has(node.type)) return withMarks({ ...restored, content: [{ type: 'paragraph' }] }, kept);
  if (isWrapper(node) || node.type === 'footnote') return undefined;
  const { content: _gone, ...leaf } = restored;
  return withMarks(leaf, kept);
}

function withMarks(node: DocumentNode, marks: readonly Mark[] | undefined): DocumentNode {
  const { marks: _old, ...rest } = node;
  return marks && marks.length > 0 ? { ...rest, marks } : rest;
}

/**
 * `modification` remembers one attribute as it was: { changeId, attrName, previousValue, newValue }. On a text the
 * attribute is called `marks`: the look (bold, italic, …) that it had, the other marks are not touched; or `link`: where it
 * led, null = nowhere. On a block it may be `block`: what kind of block it was, { type, level } (a paragraph that became a heading).
 */
function restoreModified(node: DocumentNode, marks: readonly Mark[], { verdictOf }: Settling): DocumentNode {
  let restored = node;
  // The change that came last stands last: undone first.
  for (const mark of marks.toReversed()) {
    const name = mark.attrs?.['attrName'];
    if (mark.type !== 'modification' || typeof name !== 'string' || verdictOf(mark) !== 'reject') continue;
    if (node.type === 'text' && name === 'marks')
      restored = { ...restored, marks: formerMarks(restored.marks ?? [], mark) };
    else if (node.type === 'text' && name === 'link')
      restored = { ...restored, marks: formerLink(restored.marks ?? [], mark) };
    else if (name === 'block') restored = formerBlock(restored, mark.attrs?.['previousValue']);
    else restored = { ...restored, attrs: { ...restored.attrs, [name]: mark.attrs?.['previousValue'] } };
  }
  return restored;
}

/** Blocks of running text, which can become one another. */
const textBlockNames: readonly string[] = ['paragraph', 'heading', 'pullQuote'];

function formerBlock(node: DocumentNode, before: unknown): DocumentNode {
  if (typeof before !== 'object' || before === null || !('type' in before)) return node;
  const { type, level } = before as { readonly type: unknown; readonly level?: unknown };
  if (typeof type !== 'string' || !textBlockNames.includes(type)) return node;
  const { level: _level, ...attrs } = node.attrs ?? {};
  return { ...node, type, attrs: type === 'heading' ? { ...attrs, level: level ?? 2 } : attrs };
}

/** The marks that are only a look; what tracked formatting changes. */
export const lookNames: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
  'highlight',
  'code',
]);

function formerMarks(marks: readonly Mark[], { attrs }: Mark): readonly Mark[] {
  const before: unknown = attrs?.['previousValue'];
  const former = (Array.isArray(before) ? before : []).flatMap((mark: unknown): readonly Mark[] => {
    const type = typeof mark === 'object' && mark !== null && 'type' in mark ? mark.type : undefined;
    return typeof type === 'string' && lookNames.has(type) ? [{ type }] : [];
  });
  return [...former, ...marks.filter(({ type }) => !lookNames.has(type))];
}

function formerLink(marks: readonly Mark[], { attrs }: Mark): readonly Mark[] {
  const before: unknown = attrs?.['previousValue'];
  const rest = marks.filter(({ type }) => type !== 'link');
  if (typeof before !== 'object' || before === null) return rest;
  const link: Mark = { type: 'link', attrs: before as Readonly<Record<string, unknown>> };
  // What a story keeps may come from anywhere: an address that may not stand in a text does not come back either.
  return markAttributeFaults('link', link).length > 0 ? rest : [link, ...rest];
}

/** Whether the border at a side of a block goes: one of the signs that stand there is taken away. */
function borderGoes({ content = [] }: DocumentNode, side: 'start' | 'end', settling: Settling): boolean {
  for (const node of side === 'start' ? content : content.toReversed()) {
    const text = node.type === 'text' ? (node.text ?? '') : '';
    if (side === 'start' ? !text.startsWith(border) : !text.endsWith(border)) return false;
    if (node.marks?.some((mark) => takesAway(mark, settling))) return true;
    // Two people may have something against one border: the next sign is the other one's.
    if (text.replaceAll(border, '') !== '') return false;
  }
  return false;
}

function join(left: DocumentNode, right: DocumentNode): DocumentNode {
  return { ...left, content: mergeText([...(left.content ?? []), ...(right.content ?? [])]) };
}

/** Neighbouring texts with the same marks become one, so that a view equals the same text typed without changes. */
function mergeText(nodes: readonly DocumentNode[]): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of nodes) {
    const previous = out.at(-1);
    if (previous?.type === 'text' && node.type === 'text' && sameMarks(previous.marks, node.marks))
      out[out.length - 1] = { ...previous, text: (previous.text ?? '') + (node.text ?? '') };
    else out.push(node);
  }
  return out;
}

function sameMarks(left: readonly Mark[] | undefined, right: readonly Mark[] | undefined): boolean {
  return JSON.stringify(left ?? []) === JSON.stringify(right ?? []);
}
