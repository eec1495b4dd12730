import type { DocumentNode, Mark } from '../../document/document.js';
import { tidyInline } from '../../document/tidy-body.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import { linkTo } from '../docx/field-codes.js';
import type { ImportedMedia } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { ZipPackage } from '../office/zip-package.js';
import type { OdtReview } from './odt-review.js';
import type { OdtStyles } from './odt-styles.js';

export interface OdtParts {
  readonly zip: ZipPackage;
  readonly styles: OdtStyles;
  readonly review: OdtReview;
  readonly losses: LossList;
  readonly media: Map<string, ImportedMedia>;
}

/** A paragraph: its line, and the pictures and boxes that were anchored in it. */
export interface OdtLine {
  readonly inline: DocumentNode[];
  readonly lifted: ({ readonly image: DocumentNode } | { readonly box: XmlElement })[];
}

/** Elements that are no text of their paragraph. */
const left = new Set([
  'text:note-citation',
  'text:bookmark',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
  'text:ruby-text',
  'draw:object',
  'draw:object-ole',
  'draw:plugin',
  'text:tracked-changes',
]);
const pictureName = /\.(?:jpe?g|png|gif|webp|avif)$/iu;

/** Reads the line of a paragraph. White space is that of ODF: a run is one blank, more are said by `text:s`. */
export function readOdtLine(paragraph: XmlElement, parts: OdtParts): OdtLine {
  const line: OdtLine = { inline: [], lifted: [] };
  read(paragraph, [], parts, line);
  return line;
}

/** A frame that stands between paragraphs. */
export function readOdtFrame(element: XmlElement, parts: OdtParts): OdtLine {
  const line: OdtLine = { inline: [], lifted: [] };
  frame(element, parts, line);
  return line;
}

function read(element: XmlElement, marks: readonly Mark[], parts: OdtParts, line: OdtLine): void {
  for (const node of element.children) {
    if (typeof node === 'string') write(node, marks, parts, line);
    else enter(node, marks, parts, line);
  }
}

function write(text: string, marks: readonly Mark[], { review }: OdtParts, { inline }: OdtLine): void {
  const all = [
    ...marks,
    ...review.marks.filter(({ type }) => !marks.some((mark) => mark.type === type && type !== 'annotation')),
  ];
  if (text !== '') inline.push(all.length > 0 ? { type: 'text', text, marks: all } : { type: 'text', text });
}

function enter(node: XmlElement, marks: readonly Mark[], parts: OdtParts, line: OdtLine): void {
  const { styles, review, losses } = parts;
  if (left.has(node.name)) return;
  switch (node.name) {
    case 'text:span':
      read(node, [...marks, ...styles.marks(node.attr('text:style-name') ?? '')], parts, line);
      break;
    case 'text:a': {
      const link = linkTo(node.attr('xlink:href') ?? '');
      if (!link) losses.add('anchorLink', 'Links to places inside the file became text');
      read(node, link ? [...marks, link] : marks, parts, line);
      break;
    }
    case 'text:s':
      write(' ', marks, parts, line);
      break;
    case 'text:tab':
      write('\t', marks, parts, line);
      break;
    case 'text:line-break':
      line.inline.push({ type: 'hardBreak' });
      break;
    case 'text:note': {
      const lines = (node.child('text:note-body')?.elements() ?? []).map((part) => readOdtLine(part, parts).inline);
      const content = tidyInline(
        lines.flatMap((texts, at) => (at === 0 ? texts : [{ type: 'text', text: ' ' }, ...texts])),
      ).filter(({ type }) => type === 'text');
      if (content.length > 0) line.inline.push({ type: 'footnote', content });
      break;
    }
    case 'office:annotation': {
      const mark = review.comment(node);
      const name = node.attr('office:name');
      const at = line.inline.findLastIndex(({ type }) => type === 'text');
      const before = line.inline[at];
      if (name !== undefined) review.open(name, mark);
      else if (before) line.inline[at] = { ...before, marks: [...(before.marks ?? []), mark] };
      break;
    }
    case 'office:annotation-end':
      review.endComment(node);
      break;
    case 'text:change-start':
    case 'text:change-end':
      review.change(node);
      break;
    case 'text:change': {
      const deleted = review.deleted(node);
      for (const paragraph of deleted?.content ?? [])
        if (deleted) read(paragraph, [...marks, deleted.mark], parts, line);
      break;
    }
    case 'draw:frame':
      frame(node, parts, line);
      break;
    case 'draw:custom-shape':
    case 'draw:rect':
    case 'draw:g':
      line.lifted.push({ box: node });
      break;
    default:
      read(node, marks, parts, line);
  }
}

function frame(element: XmlElement, parts: OdtParts, line: OdtLine): void {
  const box = element.child('draw:text-box');
  if (box) {
    line.lifted.push({ box });
    return;
  }
  const key = element
    .elements('draw:image')
    .map((image) => image.attr('xlink:href') ?? '')
    .find((name) => pictureName.test(name));
  const isOutside = key !== undefined && /^[a-z][a-z0-9+.-]*:|^\.\.?\//iu.test(key);
  const bytes = key === undefined || isOutside ? undefined : parts.zip.bytes(key);
  if (key === undefined || !bytes) {
    if (isOutside)
      parts.losses.add('remoteImage', 'A picture that stands outside the file was not fetched. Add it by hand');
    else parts.losses.add('image', 'A picture that is not JPEG, PNG, GIF, WebP or AVIF was left out');
    return;
  }
  const alt = oneLine((element.child('svg:desc') ?? element.child('svg:title'))?.text ?? '');
  parts.media.set(key, { key, fileName: key.slice(key.lastIndexOf('/') + 1), alt, bytes });
  line.lifted.push({ image: { type: 'image', attrs: { media: `import:${key}`, alt, caption: '', credit: '' } } });
}
