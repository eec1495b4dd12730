import type { DocumentNode } from '../../src/core/document/document.js';
import { textAttr } from '../../src/core/document/document.js';
import { writeHref } from '../../src/core/text/escape.js';

/** A tidied body as an importer gives it back: pictures named by their file, addresses as they are written. */
export function asPublished<Node extends DocumentNode>(node: Node, folder = 'media'): Node {
  if (node.type === 'image') {
    const media = textAttr(node, 'media');
    const path = `import:${folder}/${media.slice(0, 16)}${media.slice(media.lastIndexOf('.'))}`;
    return { ...node, attrs: { ...node.attrs, media: path } };
  }
  const marks = node.marks?.map((mark) =>
    mark.type === 'link' && textAttr(mark, 'href') !== ''
      ? { ...mark, attrs: { href: writeHref(textAttr(mark, 'href')) } }
      : mark,
  );
  return {
    ...node,
    ...(marks ? { marks } : {}),
    ...(node.content ? { content: node.content.map((child) => asPublished(child, folder)) } : {}),
  };
}
