import { textAttr, type DocumentNode } from '../../document/document.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import { textBody, textGroups } from '../text/text-body.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { DocxParts } from './docx-parts.js';

/** A file of another kind inside the document (`w:altChunk`): HTML and plain text are read, others told as lost. */
export function readAltChunk(element: XmlElement, parts: DocxParts): readonly DocumentNode[] {
  const name = parts.relationships.get(element.attr('r:id') ?? '')?.target ?? '';
  const text = /\.(?:x?html?|txt)$/iu.test(name) ? parts.zip.text(name) : undefined;
  if (text === undefined) {
    parts.losses.add('altChunk', 'A document inside the document was left out. Open it by itself and import it');
    return [];
  }
  if (/\.txt$/iu.test(name)) return textBody(textGroups(text.toWellFormed())).content ?? [];
  const { body, losses, images } = readHtmlFragment(text);
  parts.losses.addAll(losses);
  for (const image of images) if (image.bytes) parts.pictures.add({ ...image, key: `${name}/${image.key}` });
  return (body.content ?? []).map((node) => renamed(node, name));
}

/** Keys of pictures are told apart by the part that they came in. */
function renamed(node: DocumentNode, part: string): DocumentNode {
  if (node.type === 'image') {
    const media = textAttr(node, 'media').replace(/^import:/u, `import:${part}/`);
    return { ...node, attrs: { ...node.attrs, media } };
  }
  return node.content ? { ...node, content: node.content.map((child) => renamed(child, part)) } : node;
}
