import { escapeHtml } from '../../text/escape.js';
import type { XmlElement, XmlNode } from '../office/xml-tree.js';

/** Elements that mean the same in HTML, with the attributes that count; all others give what stands in them. */
const same: Readonly<Record<string, readonly string[]>> = {
  p: ['dir', 'class'],
  a: ['href'],
  br: [],
  em: [],
  strong: [],
  b: [],
  i: [],
  u: [],
  s: [],
  del: [],
  sub: [],
  sup: [],
  code: [],
  ul: [],
  ol: ['start'],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  pre: [],
  q: [],
  cite: [],
  blockquote: ['class', 'cite'],
  figure: ['class'],
  figcaption: [],
  img: ['src', 'alt', 'width', 'height'],
  aside: ['class'],
  section: ['class'],
  div: ['class'],
  span: ['class', 'lang', 'dir'],
};
const empty = new Set(['br', 'hr', 'img']);
const unread = new Set(['script', 'style', 'head', 'object', 'iframe', 'form']);

/** How a format says one of its elements in HTML; undefined = as the table says. `inner` is what stands in it. */
export type Translate = (element: XmlElement, inner: () => string) => string | undefined;

/** XML of a story as HTML, which the one HTML reader then reads. Namespaced elements (`?:x`) give their text. */
export function xmlToHtml(nodes: readonly XmlNode[], translate: Translate = () => undefined): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeHtml(node);
      const inner = (): string => xmlToHtml(node.children, translate);
      const said = translate(node, inner);
      if (said !== undefined) return said;
      if (unread.has(node.name)) return '';
      const attrs = Object.hasOwn(same, node.name) ? same[node.name] : undefined;
      if (!attrs) return inner();
      const written = attrs
        .map((name) => {
          const value = node.attr(name);
          return value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`;
        })
        .join('');
      return empty.has(node.name) ? `<${node.name}${written}>` : `<${node.name}${written}>${inner()}</${node.name}>`;
    })
    .join('');
}
