import { parseFragment } from 'parse5';
import { childrenOf, isElement, type HtmlNode } from '../../import/html/html-tree.js';
import { inlineElement, joined, type Xml, type XmlContent } from './xml-writer.js';

/** HTML of ours as pieces of XML: every element closed, attributes in quotes, no names of entities. */
export function xhtmlOf(html: string): Xml {
  return joined(...childrenOf(parseFragment(html)).map(piece));
}

function piece(node: HtmlNode): XmlContent {
  if (isElement(node)) {
    // An attribute that is there without a value is written as XHTML does: its name. An empty alt says "decoration".
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const empty = node.attrs.filter(({ value }) => value === '').map(({ name }) => ` ${name}=""`);
    const { xml } = inlineElement(node.tagName, attributes, ...childrenOf(node).map(piece));
    return { xml: empty.length === 0 ? xml : xml.replace(/^<[^\s>/]+/u, (tag) => tag + empty.join('')) };
  }
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}
