import type { Rendition } from '../rendition.js';
import { namespaces, xmlHead } from './docx-xml.js';
import { escapeXml } from '../xml/xml-writer.js';

interface StyleLook {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const size = (halfPoints: number): string => `<w:sz w:val="${String(halfPoints)}"/>`;
const bold = '<w:b/>';
const italic = '<w:i/>';
const grey = '<w:color w:val="595959"/>';
const space = (before: number, after: number): string =>
  `<w:spacing w:before="${String(before)}" w:after="${String(after)}"/>`;
const bottomLine = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>';

/** In the order of the schema: `keepNext`, `pBdr`, `spacing`, `ind`, `outlineLvl`. */
const paragraphStyles: readonly StyleLook[] = [
  {
    id: 'Kicker',
    name: 'Kicker',
    paragraph: `<w:keepNext/>${space(0, 60)}`,
    run: `${bold}<w:caps/>${grey}${size(20)}`,
  },
  { id: 'Title', name: 'Title', paragraph: `<w:keepNext/>${space(0, 120)}`, run: bold + size(44) },
  { id: 'Subtitle', name: 'Subtitle', paragraph: space(0, 160), run: grey + size(28) },
  { id: 'Byline', name: 'Byline', paragraph: space(0, 40), run: bold },
  { id: 'Dateline', name: 'Dateline', paragraph: space(0, 200), run: grey },
  ...[1, 2, 3].map((level) => ({
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    paragraph: `<w:keepNext/>${space(280 - level * 40, 80)}<w:outlineLvl w:val="${String(level - 1)}"/>`,
    run: bold + size(34 - level * 4),
  })),
  { id: 'Quote', name: 'Quote', paragraph: `${space(120, 120)}<w:ind w:left="720" w:right="720"/>`, run: italic },
  {
    id: 'IntenseQuote',
    name: 'Intense Quote',
    paragraph: `${bottomLine}${space(240, 240)}<w:ind w:left="720" w:right="720"/>`,
    run: bold + italic + size(30),
  },
  { id: 'QuoteSource', name: 'Quote Source', paragraph: '<w:ind w:left="720"/>', run: grey },
  { id: 'Caption', name: 'caption', paragraph: space(0, 60), run: italic + size(19) },
  { id: 'Credit', name: 'Credit', paragraph: space(0, 160), run: grey + size(17) },
  { id: 'GalleryCaption', name: 'Gallery Caption', run: italic + size(19) },
  { id: 'BoxTitle', name: 'Box Title', paragraph: '<w:keepNext/>', run: bold },
  {
    id: 'Code',
    name: 'Code',
    run: `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>${size(19)}`,
  },
  { id: 'HorizontalLine', name: 'Horizontal Line', paragraph: bottomLine },
  { id: 'ListParagraph', name: 'List Paragraph' },
  ...[1, 2, 3, 4, 5].map((level) => ({
    id: `ListContinue${String(level)}`,
    name: level === 1 ? 'List Continue' : `List Continue ${String(level)}`,
    paragraph: `<w:ind w:left="${String(level * 720)}"/>`,
  })),
  { id: 'AuthorNote', name: 'Author Note', paragraph: space(240, 120), run: italic },
  { id: 'Correction', name: 'Correction', paragraph: `${bottomLine}${space(160, 160)}` },
  { id: 'RelatedStory', name: 'Related Story' },
  { id: 'FootnoteText', name: 'footnote text', run: size(19) },
  { id: 'CommentText', name: 'annotation text', run: size(19) },
];

const characterStyles: readonly StyleLook[] = [
  { id: 'Hyperlink', name: 'Hyperlink', run: '<w:color w:val="0563C1"/><w:u w:val="single"/>' },
  { id: 'FootnoteReference', name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
  {
    id: 'VerbatimChar',
    name: 'Verbatim Char',
    run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
  },
];

const styleXml = (type: string, { id, name, paragraph = '', run = '' }: StyleLook): string =>
  `<w:style w:type="${type}" w:customStyle="0" w:styleId="${id}"><w:name w:val="${name}"/>` +
  (type === 'paragraph' ? '<w:basedOn w:val="Normal"/>' : '') +
  '<w:qFormat/>' +
  (paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
  (run === '' ? '' : `<w:rPr>${run}</w:rPr>`) +
  '</w:style>';

/** `styles.xml`: the contract with the desks that open the file; names are Word's own where it has them. */
export function stylesPart({ language, direction }: Pick<Rendition, 'language' | 'direction'>): string {
  const isRightToLeft = direction === 'rtl';
  const tag = escapeXml(language);
  const lang = `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`;
  return (
    `${xmlHead}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>${size(23)}` +
    `${isRightToLeft ? '<w:rtl/>' : ''}${lang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` +
    `${isRightToLeft ? '<w:bidi/>' : ''}<w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>` +
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    paragraphStyles.map((style) => styleXml('paragraph', style)).join('') +
    characterStyles.map((style) => styleXml('character', style)).join('') +
    '</w:styles>'
  );
}
