import { textAttr, type DocumentNode } from '../../document/document.js';
import { writeHref } from '../../text/escape.js';
import { linkAddress } from '../html/inline-html.js';
import { inlineElement, type Xml } from '../xml/xml-writer.js';
import type { IcmlParts } from './icml-parts.js';

/** Names of the character styles; two marks of one text are one style of both names, "Bold Italic". */
const styleNames: Readonly<Record<string, string>> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strike: 'Strikethrough',
  subscript: 'Subscript',
  superscript: 'Superscript',
  highlight: 'Highlight',
  link: 'Link',
  code: 'Code',
};

/** U+2028 is what InDesign has for a line that ends inside a paragraph. */
const forcedLine = '\u2028';

export function icmlInline(nodes: readonly DocumentNode[], parts: IcmlParts): readonly Xml[] {
  return nodes.map((node) => {
    if (node.type === 'hardBreak') return parts.run('', forcedLine);
    return node.type === 'footnote' ? footnote(node, parts) : text(node, parts);
  });
}

function text(node: DocumentNode, parts: IcmlParts): Xml {
  const marks = node.marks ?? [];
  if (marks.some(({ type }) => type === 'language'))
    parts.losses.add('language', 'The languages of passages are for the print page to set');
  const link = marks.find(({ type }) => type === 'link');
  const href = link ? linkAddress(link, parts.rendition.storyLinks) : null;
  if (link && href === null && textAttr(link, 'storyId') !== '')
    parts.losses.add('storyLink', 'A link to a story that has no page was written as plain text');
  const style = marks
    .filter(({ type }) => type !== 'link' || href !== null)
    .flatMap(({ type }) => styleNames[type] ?? [])
    .join(' ');
  const run = parts.run(style, node.text ?? '');
  return href === null ? run : parts.link(writeHref(href), run);
}

/** The number is InDesign's own (ACE 4), which counts notes through the text. */
function footnote(node: DocumentNode, parts: IcmlParts): Xml {
  const number = parts.range('', { xml: '<Content><?ACE 4?> </Content>' });
  parts.paragraphStyles.add('Footnote');
  return inlineElement(
    'CharacterStyleRange',
    { AppliedCharacterStyle: '$ID/NormalCharacterStyle', Position: 'Superscript' },
    inlineElement(
      'Footnote',
      {},
      inlineElement(
        'ParagraphStyleRange',
        { AppliedParagraphStyle: 'ParagraphStyle/Footnote' },
        number,
        ...icmlInline(node.content ?? [], parts),
      ),
    ),
  );
}
