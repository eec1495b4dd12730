import { docxImporter } from './docx/docx-importer.js';
import { ghostImporter } from './ghost/ghost-importer.js';
import { htmlImporter } from './html/html-importer.js';
import type { Importer } from './importer.js';
import { jsonImporter } from './json-importer.js';
import { jsonlImporter } from './jsonl-importer.js';
import { markdownImporter } from './markdown/markdown-importer.js';
import { newsmlImporter } from './newsml/newsml-importer.js';
import { ninjsImporter } from './ninjs/ninjs-importer.js';
import { nitfImporter } from './nitf/nitf-importer.js';
import { odtImporter } from './odt/odt-importer.js';
import { officeFormat } from './office/office-format.js';
import { rtfImporter } from './rtf/rtf-importer.js';
import { textImporter } from './text/text-importer.js';
import { iptc7901Importer } from './wire/iptc7901-importer.js';
import { wxrImporter } from './wxr/wxr-importer.js';

/** Every format that can be read; a new one is a new file and a line here. Keys are those of `--as` and of `format`. */
export const importers = {
  text: textImporter,
  html: htmlImporter,
  markdown: markdownImporter,
  json: jsonImporter,
  jsonl: jsonlImporter,
  docx: docxImporter,
  odt: odtImporter,
  rtf: rtfImporter,
  wxr: wxrImporter,
  ninjs: ninjsImporter,
  nitf: nitfImporter,
  'newsml-g2': newsmlImporter,
  iptc7901: iptc7901Importer,
  ghost: ghostImporter,
} as const satisfies Record<string, Importer>;
export type ImportFormat = keyof typeof importers;
export const importFormats = Object.keys(importers) as readonly ImportFormat[];

export const isImportFormat = (name: string): name is ImportFormat => Object.hasOwn(importers, name);

/** Bytes that are looked at where a file's name says nothing. */
const headBytes = 4096;

/**
 * The format of a file: by its extension (".gz" left out, the shell has unpacked it), else by its first bytes; undefined
 * for what nobody can read: other extensions that are known to be something else, and bytes that are no text.
 */
export function chooseImporter(source: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): ImportFormat | undefined {
  const name = source.fileName.toLowerCase().replace(/\.gz$/u, '');
  const extension = /\.([a-z0-9]+)$/u.exec(name)?.[1] ?? '';
  const named = importFormats.filter((format) => importers[format].extensions.includes(extension));
  // The name of a file of an office program is often wrong, and what stands inside never is.
  const office = officeFormat(source.bytes, extension);
  if (office !== undefined) return office;
  let head = '';
  for (const byte of source.bytes.subarray(0, headBytes)) head += String.fromCharCode(byte);
  const score = (format: ImportFormat): number => importers[format].recognises(head, name);
  const [byName] = named.length < 2 ? named : named.toSorted((left, right) => score(right) - score(left));
  // Every format of XML has the same extension: a file of none of them is none.
  if (byName && extension === 'xml' && score(byName) === 0) return undefined;
  if (byName && byName !== 'text') return byName;
  if (!byName && isBinary(head)) return undefined;
  const scored = importFormats.map((format) => ({ format, score: score(format) }));
  const best = scored.toSorted((left, right) => right.score - left.score)[0];
  // A ".txt" may hold a page or a wire's message, but only one that says so clearly.
  if (byName === 'text')
    return best && (best.format === 'html' || best.format === 'iptc7901') && best.score >= 0.9 ? best.format : 'text';
  return best && best.score > 0 ? best.format : undefined;
}

/** How zip (Word, EPUB), PDF, RTF, PNG, JPEG and GIF files start. */
const binaryStarts = ['PK\u0003\u0004', '%PDF', '{\\rtf', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8'];

const isBinary = (head: string): boolean =>
  head.includes('\u0000') || binaryStarts.some((start) => head.startsWith(start));
