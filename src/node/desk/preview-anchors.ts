import { isTextBlock } from '../../core/compare/block-kinds.js';
import type { DocumentNode, StoryDocument } from '../../core/document/document.js';

/**
 * Around the id of a block in the text that goes into the page: invisible signs of no direction that no writer types.
 * The exporter knows nothing of them, so a page that leaves can never carry one.
 */
const [open, close] = ['\u2063\u2064', '\u2064\u2063'];
const mark = /\u2063\u2064([\w-]{1,64})\u2064\u2063/gu;

/** A document with a mark at the start of each block of text, and the ids in reading order. */
export function markBlocks(document: StoryDocument): {
  readonly document: StoryDocument;
  readonly ids: readonly string[];
} {
  const ids: string[] = [];
  const marked = (node: DocumentNode): DocumentNode => {
    const id = node.attrs?.['blockId'];
    if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(marked) } : node;
    if (typeof id !== 'string' || !/^[\w-]{1,64}$/u.test(id) || (node.content ?? []).length === 0) return node;
    ids.push(id);
    return { ...node, content: [{ type: 'text', text: `${open}${id}${close}` }, ...(node.content ?? [])] };
  };
  return { document: { ...document, content: (document.content ?? []).map(marked) }, ids };
}

/** Turns the marks in the text of a page into anchors; those that stand inside a tag or the head are only taken out. */
export function anchorsInPage(html: string): string {
  const start = html.search(/<body[\s>]/iu);
  const head = html.slice(0, Math.max(0, start)).replace(mark, '');
  // Piece by piece: tags, and whole elements whose content is no text, stay without anchors.
  const body = html
    .slice(Math.max(0, start))
    .replace(/<(script|style|title|textarea)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/giu, (piece) =>
      piece.startsWith('<') ? piece.replace(mark, '') : piece.replace(mark, '<span id="at-$1"></span>'),
    );
  return head + body;
}
