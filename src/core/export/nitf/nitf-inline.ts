import type { MarkName } from '../../document/document-rules.js';
import { textAttr, type DocumentNode, type Mark } from '../../document/document.js';
import { assertNever } from '../../errors.js';
import type { LossList } from '../../loss.js';
import { writeHref } from '../../text/escape.js';
import { linkAddress } from '../html/inline-html.js';
import type { Rendition } from '../rendition.js';
import { element, inlineElement, joined, type Xml, type XmlContent } from '../xml/xml-writer.js';

interface NitfLine {
  readonly rendition: Pick<Rendition, 'storyLinks'>;
  readonly losses: LossList;
  /** Collects the texts of footnotes, which stand after the body. */
  readonly notes: (readonly XmlContent[])[];
}

/** The text of a block; neighbours that share marks are one text already (`tidyBody`). */
export function nitfInline(nodes: readonly DocumentNode[], line: NitfLine): readonly XmlContent[] {
  return nodes.map((node): XmlContent => {
    if (node.type === 'hardBreak') return element('br', {});
    if (node.type === 'footnote') {
      line.notes.push(nitfInline(node.content ?? [], line));
      return `[${String(line.notes.length)}]`;
    }
    const marks = [...(node.marks ?? [])].reverse();
    return marks.reduce<Xml>((inner, mark) => marked(mark, inner, line), joined(node.text ?? ''));
  });
}

/** NITF has one element for emphasis, so its class says which (there is no strong, b, i, sub or sup in a line). */
function marked(mark: Mark, inner: Xml, line: NitfLine): Xml {
  const name = mark.type as MarkName;
  switch (name) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'subscript':
    case 'superscript':
    case 'highlight':
    case 'code':
      return inlineElement('em', { class: name }, inner);
    case 'language':
      return inlineElement('lang', { value: textAttr(mark, 'lang') }, inner);
    case 'link': {
      const href = linkAddress(mark, line.rendition.storyLinks);
      if (href !== null) return inlineElement('a', { href: writeHref(href) }, inner);
      line.losses.add('storyLink', 'A link to a story that has no page was written as plain text');
      return inner;
    }
    case 'insertion':
    case 'deletion':
    case 'modification':
    case 'annotation':
      return inner;
    default:
      return assertNever(name);
  }
}
