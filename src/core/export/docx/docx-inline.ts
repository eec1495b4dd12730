import { textAttr, type DocumentNode, type Mark } from '../../document/document.js';
import type { DocxPartsOut } from './docx-parts-out.js';
import { paragraphXml, runXml } from './docx-xml.js';
import { escapeXml } from '../xml/xml-writer.js';

/** Run properties in the order of the schema; `language` last. */
function runProperties(given: readonly Mark[], isLink: boolean): string {
  const marks = new Map(given.map((mark) => [mark.type, mark]));
  const language = marks.get('language');
  const style = marks.has('code') ? 'VerbatimChar' : isLink ? 'Hyperlink' : undefined;
  return [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    marks.has('bold') ? '<w:b/>' : '',
    marks.has('italic') ? '<w:i/>' : '',
    marks.has('strike') ? '<w:strike/>' : '',
    marks.has('highlight') ? '<w:highlight w:val="yellow"/>' : '',
    marks.has('underline') ? '<w:u w:val="single"/>' : '',
    marks.has('subscript') ? '<w:vertAlign w:val="subscript"/>' : '',
    marks.has('superscript') ? '<w:vertAlign w:val="superscript"/>' : '',
    language ? `<w:lang w:val="${escapeXml(textAttr(language, 'lang'))}"/>` : '',
  ].join('');
}

/** A paragraph out of a block that holds text, under the mark by which it is known when it comes back. */
export function textParagraph(style: string, node: DocumentNode, parts: DocxPartsOut, properties = ''): string {
  const { review } = parts;
  const { content, mark } = review?.parted(node.content ?? []) ?? { content: node.content ?? [], mark: '' };
  return paragraphXml(style, (review?.line(node) ?? '') + inlineXml(content, parts), properties + mark);
}

/** The runs of a line. */
export function inlineXml(nodes: readonly DocumentNode[], parts: DocxPartsOut): string {
  return nodes.map((node) => pieceXml(node, parts)).join('');
}

function pieceXml(node: DocumentNode, parts: DocxPartsOut): string {
  if (node.type === 'hardBreak') return '<w:r><w:br/></w:r>';
  if (node.type === 'footnote') return parts.note(inlineXml(node.content ?? [], parts));
  const href = hrefOf(node, parts);
  const isLink = href !== undefined;
  const { review } = parts;
  const looks =
    runProperties(node.marks ?? [], isLink) + (review?.look(node, (marks) => runProperties(marks, isLink)) ?? '');
  const run = (tag: string): string => runXml(node.text ?? '', looks, tag);
  const text = review?.text(node, run) ?? run('w:t');
  return isLink ? `<w:hyperlink r:id="${parts.link(href)}">${text}</w:hyperlink>` : text;
}

function hrefOf(node: DocumentNode, parts: DocxPartsOut): string | undefined {
  const link = node.marks?.find(({ type }) => type === 'link');
  if (!link) return undefined;
  const target = textAttr(link, 'storyId');
  if (target === '') return textAttr(link, 'href');
  const href = parts.rendition.storyLinks[target] ?? undefined;
  parts.losses.add('storyLink', 'Links to other stories became addresses of their pages, or text');
  return href;
}
