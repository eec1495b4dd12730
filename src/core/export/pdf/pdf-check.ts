import type { ExportedFile } from '../exporter.js';

/** What every PDF of ours must show in its plain parts (ISO 32000-1, 7.5.2 header, 7.5.5 trailer, 14.7, 14.8, 14.9.2). */
const marks: readonly (readonly [pattern: RegExp, fault: string])[] = [
  [/^%PDF-1\.\d/u, 'the file does not start as a PDF'],
  [/%%EOF\s*$/u, 'the end of the file is missing'],
  [/\/Type\s*\/Page\b/u, 'it has no page'],
  [/\/MarkInfo\b/u, 'it is not tagged'],
  [/\/StructTreeRoot\b/u, 'it has no structure for screen readers'],
  [/\/Lang\b/u, 'it does not name its language'],
];

/** Faults of the first file; empty = none found. */
export function pdfFaults(files: readonly ExportedFile[]): readonly string[] {
  const main = files[0]?.content;
  if (!(main instanceof Uint8Array)) return ['there is no file'];
  const text = latin1(main);
  return marks.flatMap(([pattern, fault]) => (pattern.test(text) ? [] : [fault]));
}

/** Byte for byte; core has no Buffer. */
function latin1(bytes: Uint8Array): string {
  const size = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += String.fromCharCode(...bytes.subarray(at, at + size));
  return text;
}
