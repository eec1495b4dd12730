import { TextDecoder } from 'node:util';
import { decodeText } from '../../core/import/decode-text.js';
import type { ImportContext } from '../../core/import/importer.js';

/** Labels of encodings of one byte a letter, which can be decoded in pieces by the decoder of files. */
const western = /^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii|ascii)$/iu;

/**
 * The text of an XML file while it is read: by its byte order mark, by the encoding that its first line says, else UTF-8.
 * A label that nobody knows counts as UTF-8.
 */
export async function* xmlText(
  bytes: AsyncIterable<Uint8Array>,
  decode: ImportContext['decode'],
): AsyncIterable<string> {
  let decoder: TextDecoder | 'western' | undefined;
  for await (const chunk of bytes) {
    decoder ??= decoderOf(chunk);
    yield decoder === 'western'
      ? decodeText(chunk, decode, 'windows-1252').text
      : decoder.decode(chunk, { stream: true });
  }
  if (decoder instanceof TextDecoder) yield decoder.decode();
}

function decoderOf(head: Uint8Array): TextDecoder | 'western' {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const first = String.fromCharCode(...head.subarray(0, 200));
  const label = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/iu.exec(first)?.[1] ?? 'utf-8';
  if (western.test(label)) return 'western';
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder();
  }
}
