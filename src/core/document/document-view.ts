import type { DocumentNode, Mark, StoryDocument } from './document.js';
import { mustHoldAnother } from './document-rules.js';

/**
 * How tracked changes are read: `accepted` as if every suggestion were taken, `rejected` as if none were,
 * `marked` as it stands. Annotations (comments, legal flags, source notes) leave the first two.
 */
export type DocumentViewKind = 'accepted' | 'rejected' | 'marked';

const changeMarks = new Set(['insertion', 'deletion', 'modification']);
const privateMarks = new Set([...changeMarks, 'annotation']);

/**
 * The only way from a story's document to an exporter, a count, the search or a check (decision 15). A split or
 * joined paragraph is kept by the suggestion plug-in as two U+200B at the border, one in each paragraph: the view
 * that refuses the split joins the two paragraphs again, and no view lets a U+200B out.
 */
export function documentView(document: StoryDocument, kind: DocumentViewKind): StoryDocument {
  if (kind === 'marked') return document;
  const content = viewBlocks(document.content ?? [], kind);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Nodes that must hold another: they go when all of theirs are gone. A table's cell stays, or the table would shift. */
const cells: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);
const isWrapper = ({ type }: DocumentNode): boolean => !cells.has(type) && mustHoldAnother(type);

/** The mark whose text or block disappears in a view. */
const goneIn = { accepted: 'deletion', rejected: 'insertion' } as const;

function viewBlocks(nodes: readonly DocumentNode[], kind: 'accepted' | 'rejected'): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  let joinsPrevious = false;
  for (const node of nodes) {
    const joinsNext = borderIsGone(node, 'end', kind);
    const viewed = viewNode(node, kind);
    const previous = out.at(-1);
    if (viewed) {
      if (joinsPrevious && previous && borderIsGone(node, 'start', kind)) out[out.length - 1] = join(previous, viewed);
      else out.push(viewed);
    }
    joinsPrevious = joinsNext;
  }
  return out;
}

function viewNode(node: DocumentNode, kind: 'accepted' | 'rejected'): DocumentNode | undefined {
  const marks = node.marks ?? [];
  if (marks.some((mark) => mark.type === goneIn[kind])) return undefined;
  const restored = kind === 'rejected' ? restoreModified(node, marks) : node;
  const kept = restored.marks?.filter((mark) => !privateMarks.has(mark.type));
  if (node.type === 'text') {
    const text = marks.some((mark) => changeMarks.has(mark.type))
      ? (node.text ?? '').replaceAll('\u200b', '')
      : (node.text ?? '');
    return text === '' ? undefined : withMarks({ ...restored, text }, kept);
  }
  if (!node.content) return withMarks(restored, kept);
  const content = mergeText(viewBlocks(node.content, kind));
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
 * attribute is called `marks`: the look (bold, italic, …) that it had, the other marks are not touched.
 */
function restoreModified(node: DocumentNode, marks: readonly Mark[]): DocumentNode {
  let restored = node;
  for (const mark of marks) {
    const name = mark.attrs?.['attrName'];
    if (mark.type !== 'modification' || typeof name !== 'string') continue;
    if (node.type === 'text' && name === 'marks') {
      restored = { ...restored, marks: formerMarks(restored.marks ?? [], mark) };
      continue;
    }
    restored = { ...restored, attrs: { ...restored.attrs, [name]: mark.attrs?.['previousValue'] } };
  }
  return restored;
}

const looks: ReadonlySet<string> = new Set([
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
    return typeof type === 'string' && looks.has(type) ? [{ type }] : [];
  });
  return [...former, ...marks.filter(({ type }) => !looks.has(type))];
}

function borderIsGone(node: DocumentNode, side: 'start' | 'end', kind: 'accepted' | 'rejected'): boolean {
  const text = side === 'start' ? node.content?.[0] : node.content?.at(-1);
  if (text?.type !== 'text' || !text.marks?.some((mark) => mark.type === goneIn[kind])) return false;
  return side === 'start' ? (text.text ?? '').startsWith('\u200b') : (text.text ?? '').endsWith('\u200b');
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
