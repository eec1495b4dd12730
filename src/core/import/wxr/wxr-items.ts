import { NewsroomError } from '../../errors.js';

/** Longest single entry in UTF-16 units: a text of 10,000 pages. What is larger is no post, and would be kept whole. */
const maxItemLength = 32 * 1024 * 1024;

export interface WxrPiece {
  /** `channel` = what stands before an item: the site's authors and names; `item` = an entry, without its own tags. */
  readonly kind: 'channel' | 'item';
  readonly xml: string;
  /** Line of the file on which the piece starts, from 1. */
  readonly line: number;
}

/**
 * Cuts an export into its entries while it comes in, so that no more than one entry is in memory. Looks at nothing but
 * `<item>`, `</item>` and CDATA, and so reads files that no XML parser would.
 * @throws NewsroomError `import.not-readable` (with the line) for an entry without an end or a file with entities of its
 * own, `input.too-large` for an entry of more than 32 million characters
 */
export async function* wxrPieces(chunks: AsyncIterable<string>): AsyncIterable<WxrPiece> {
  let buffer = '';
  let line = 1;
  /** From where the end of the piece is still to be looked for. */
  let from = 0;
  let isInItem = false;
  let isFirst = true;
  const drop = (length: number): string => {
    const piece = buffer.slice(0, length);
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) line += 1;
    buffer = buffer.slice(length);
    from = 0;
    return piece;
  };
  for await (const chunk of chunks) {
    buffer += chunk;
    if (isFirst) {
      assertNoEntities(buffer);
      isFirst = false;
    }
    for (;;) {
      const found = isInItem ? itemEnd(buffer, from) : itemStart(buffer, from);
      if (!found.at) {
        from = found.from;
        break;
      }
      const { start, end } = found.at;
      const startLine = line;
      const piece = drop(end).slice(0, start);
      if (isInItem || piece.trim() !== '') yield { kind: isInItem ? 'item' : 'channel', xml: piece, line: startLine };
      isInItem = !isInItem;
    }
    if (buffer.length > maxItemLength)
      throw new NewsroomError('input.too-large', {
        detail: `The entry that starts on line ${String(line)} is longer than 32 million characters`,
      });
  }
  if (isInItem)
    throw new NewsroomError('import.not-readable', {
      detail: `the entry that starts on line ${String(line)} has no end: the file was cut off`,
    });
  if (buffer.trim() !== '') yield { kind: 'channel', xml: buffer, line };
}

/** Where a sign was found; without `at`, from where to look again when there is more text. */
interface Found {
  readonly at?: { readonly start: number; readonly end: number };
  readonly from: number;
}

/** Longest sign that may be cut in two by the border of a chunk. */
const longestSign = '<![CDATA['.length;

function itemStart(text: string, from: number): Found {
  for (let at = from; ;) {
    const start = text.indexOf('<item', at);
    if (start < 0) return { from: Math.max(from, text.length - longestSign) };
    const end = text.indexOf('>', start);
    if (end < 0) return { from: start };
    const sign = text.charCodeAt(start + 5);
    if (sign === 62 || sign <= 32) return { at: { start, end: end + 1 }, from };
    at = start + 5;
  }
}

/** Passes over CDATA, in which a post about exports may write "</item>". */
function itemEnd(text: string, from: number): Found {
  for (let at = from; ;) {
    const end = text.indexOf('</item', at);
    const data = text.indexOf('<![CDATA[', at);
    if (data >= 0 && (end < 0 || data < end)) {
      const close = text.indexOf(']]>', data + 9);
      if (close < 0) return { from: data };
      at = close + 3;
      continue;
    }
    if (end < 0) return { from: Math.max(at, text.length - longestSign) };
    const last = text.indexOf('>', end);
    return last < 0 ? { from: end } : { at: { start: end, end: last + 1 }, from };
  }
}

function assertNoEntities(head: string): void {
  const root = head.search(/<[a-z]/iu);
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/iu.test(root < 0 ? head : head.slice(0, root)))
    throw new NewsroomError('import.not-readable', {
      detail: 'it declares entities of its own, which are never read',
    });
}
