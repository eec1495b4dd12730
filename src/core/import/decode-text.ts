import type { ImportContext } from './importer.js';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label of the encoding that was read. */
  readonly encoding: string;
}

/**
 * Reads the text of a file: by its byte order mark, then by `declared` (a page's charset), then UTF-8, and windows-1252
 * where the bytes are not UTF-8, since that one reads any byte. A declared encoding that is unknown counts as none.
 */
export function decodeText(bytes: Uint8Array, decode: ImportContext['decode'], declared = ''): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark) return { text: stripMark(decode(bytes, mark, false)), encoding: mark };
  for (const label of [declared.trim().toLowerCase(), 'utf-8']) {
    if (label === '') continue;
    if (westernLabels.has(label)) return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
    const text = tryDecode(bytes, decode, label);
    if (text !== null) return { text: stripMark(text), encoding: label };
  }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/** Labels that the WHATWG Encoding standard reads as windows-1252. */
const westernLabels = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii']);
/** Bytes 0x80 to 0x9f of windows-1252; the other bytes are their own code points. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, since Node 20 reads the label "windows-1252" as Latin-1 and loses quotes and dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let piece = '';
  for (const byte of bytes) {
    piece += byte >= 0x80 && byte < 0xa0 ? (upperControls[byte - 0x80] ?? '') : String.fromCharCode(byte);
    if (piece.length >= 65_536) {
      pieces.push(piece);
      piece = '';
    }
  }
  return pieces.join('') + piece;
}

function tryDecode(bytes: Uint8Array, decode: ImportContext['decode'], label: string): string | null {
  try {
    return decode(bytes, label, true);
  } catch (error) {
    // TypeError: the bytes are of another encoding; RangeError: nobody knows that label.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

const stripMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** The charset that a page names in its first 1,024 bytes (HTML, 13.2.3.2); '' where it names none. */
export function declaredCharset(bytes: Uint8Array): string {
  let head = '';
  for (const byte of bytes.subarray(0, 1024)) head += String.fromCharCode(byte);
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1] ?? '';
}
