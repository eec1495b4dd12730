import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';
import { blockText } from '../../document/plain-text.js';
import { oneLine } from '../../text/spaces.js';

/**
 * Paragraphs that say something of a neighbour (a caption, a credit, a source) come from the readers of word-processor
 * files marked with what they are, `attrs: { office: 'caption' }`; headings with the level of the file, 1 to 9.
 */
export type OfficeMark =
  | 'caption'
  /** A caption that stands over what it belongs to. */
  | 'captionOver'
  | 'credit'
  | 'tableCaption'
  | 'galleryCaption'
  | 'quoteSource'
  | 'boxTitle'
  | 'code';

const markOf = (node: DocumentNode | undefined): string => (node ? textAttr(node, 'office') : '');
const wordsOf = (node: DocumentNode): string => oneLine(blockText(node));

/** Puts marked paragraphs where they belong; one that belongs nowhere is a paragraph. `level` maps levels of headings. */
export function foldMarked(
  nodes: readonly DocumentNode[],
  level: (fileLevel: number) => number,
): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  let over: string | undefined;
  for (const [at, node] of nodes.entries()) {
    const result = folded(node, out.at(-1), nodes[at + 1]);
    if (result === 'over') {
      over = wordsOf(node);
      continue;
    }
    if (result) out[out.length - 1] = result;
    else out.push(withOver(finished(node, level), over));
    over = undefined;
  }
  return out;
}

/** A block with the caption that stood over it. */
function withOver(node: DocumentNode, caption: string | undefined): DocumentNode {
  if (caption === undefined || textAttr(node, 'caption') !== '') return node;
  return { ...node, attrs: { ...node.attrs, caption } };
}

/** What the block before becomes when it takes these words; `over` = the next takes them; undefined = nobody. */
function folded(
  node: DocumentNode,
  last: DocumentNode | undefined,
  next: DocumentNode | undefined,
): DocumentNode | 'over' | undefined {
  const set = (name: string): DocumentNode | undefined =>
    last && textAttr(last, name) === '' ? { ...last, attrs: { ...last.attrs, [name]: wordsOf(node) } } : undefined;
  switch (markOf(node) as OfficeMark | '') {
    case 'captionOver':
      if (next?.type === 'table' || next?.type === 'image') return 'over';
      return last?.type === 'image' ? set('caption') : undefined;
    case 'tableCaption':
      return next?.type === 'table' ? 'over' : undefined;
    case 'caption':
      if (last?.type === 'image') return set('caption');
      return next?.type === 'table' ? 'over' : undefined;
    case 'credit':
      return last?.type === 'image' ? set('credit') : undefined;
    case 'galleryCaption':
      return last?.type === 'gallery' ? set('caption') : undefined;
    case 'quoteSource':
      return last?.type === 'blockquote' ? set('attribution') : last?.type === 'pullQuote' ? set('credit') : undefined;
    case 'code':
      return last?.type === 'codeBlock' && last.attrs?.['office'] === undefined && isLooseCode(last)
        ? { ...last, content: [{ type: 'text', text: `${blockText(last)}\n${blockText(node)}` }] }
        : undefined;
    default:
      return undefined;
  }
}

/** A block of code that was made of paragraphs takes the next one; one that the file keeps whole does not. */
const isLooseCode = (node: DocumentNode): boolean => node.attrs === undefined;

function finished(node: DocumentNode, level: (fileLevel: number) => number): DocumentNode {
  const mark = markOf(node);
  if (mark === 'code') return { type: 'codeBlock', content: [{ type: 'text', text: blockText(node) }] };
  if (mark !== '') return { type: 'paragraph', ...(node.content ? { content: node.content } : {}) };
  if (node.type === 'heading') return { ...node, attrs: { ...node.attrs, level: level(numberAttr(node, 'level', 1)) } };
  if (!node.content || node.type === 'paragraph' || node.type === 'pullQuote' || node.type === 'codeBlock') return node;
  if (node.type === 'factbox') return box(node, level);
  return { ...node, content: foldMarked(node.content, level) };
}

function box(node: DocumentNode, level: (fileLevel: number) => number): DocumentNode {
  const [first, ...rest] = node.content ?? [];
  if (!first || markOf(first) !== 'boxTitle') return { ...node, content: foldMarked(node.content ?? [], level) };
  const title = wordsOf(first);
  if (rest.length === 0) return { type: 'paragraph', content: [{ type: 'text', text: title }] };
  return { ...node, attrs: { ...node.attrs, title }, content: foldMarked(rest, level) };
}
