import type { XmlElement } from '../office/xml-tree.js';

/** What a paragraph is for a story, by the name of its style. */
export type ParagraphKind =
  | 'normal'
  | 'title'
  | 'subtitle'
  | 'kicker'
  | 'byline'
  | 'dateline'
  | 'bodyFooter'
  | 'correction'
  | 'related'
  | 'heading'
  | 'quote'
  | 'pullQuote'
  | 'quoteSource'
  | 'caption'
  | 'credit'
  | 'tableCaption'
  | 'galleryCaption'
  | 'boxTitle'
  | 'code'
  | 'rule'
  | 'listContinue'
  | 'listParagraph';

/** Names in lower case. Word keeps the English name of its own styles in every language (`w:name`, not the id). */
const kinds: Readonly<Record<string, ParagraphKind>> = {
  title: 'title',
  headline: 'title',
  subtitle: 'subtitle',
  dek: 'subtitle',
  standfirst: 'subtitle',
  kicker: 'kicker',
  overline: 'kicker',
  byline: 'byline',
  author: 'byline',
  dateline: 'dateline',
  'author note': 'bodyFooter',
  correction: 'correction',
  'related story': 'related',
  quote: 'quote',
  'block text': 'quote',
  blockquote: 'quote',
  quotations: 'quote',
  'block quotation': 'quote',
  'intense quote': 'pullQuote',
  'pull quote': 'pullQuote',
  'quote source': 'quoteSource',
  caption: 'caption',
  'image caption': 'caption',
  illustration: 'caption',
  figure: 'caption',
  'table caption': 'tableCaption',
  credit: 'credit',
  'photo credit': 'credit',
  'gallery caption': 'galleryCaption',
  'box title': 'boxTitle',
  code: 'code',
  'source code': 'code',
  'html preformatted': 'code',
  'horizontal line': 'rule',
  'list paragraph': 'listParagraph',
  compact: 'normal',
  normal: 'normal',
};

export interface NumberedAs {
  readonly numId: string;
  readonly level: number;
}

/** What a paragraph style comes to, the styles that it is based on taken in. */
export interface ParagraphStyle {
  readonly kind: ParagraphKind;
  /** Of a heading, 1 to 9; of a list that goes on, 0 up. */
  readonly level: number;
  readonly numbered: NumberedAs | undefined;
  /** Indent of the start, in twentieths of a point. */
  readonly indent: number;
}

interface Style {
  readonly name: string;
  readonly basedOn: string;
  readonly element: XmlElement;
}

const plain: ParagraphStyle = { kind: 'normal', level: 0, numbered: undefined, indent: 0 };

/** The styles of a document (`styles.xml`), each worked out once. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #characters = new Map<
    string,
    { readonly names: readonly string[]; readonly looks: readonly XmlElement[] }
  >();
  readonly defaults: XmlElement | undefined;

  constructor(root: XmlElement | undefined) {
    this.defaults = root?.child('w:docDefaults')?.child('w:rPrDefault')?.child('w:rPr');
    for (const element of root?.elements('w:style') ?? [])
      this.#styles.set(element.attr('w:styleId') ?? '', {
        name: (element.child('w:name')?.attr('w:val') ?? '').toLowerCase(),
        basedOn: element.child('w:basedOn')?.attr('w:val') ?? '',
        element,
      });
  }

  /** The style and those that it is based on, itself first; ends where a file goes round in a circle. */
  #chain(id: string): readonly Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style && chain.length < 20; style = this.#styles.get(style.basedOn))
      chain.push(style);
    return chain;
  }

  paragraph(id: string | undefined): ParagraphStyle {
    if (id === undefined) return plain;
    const known = this.#paragraphs.get(id);
    if (known) return known;
    const style = this.#work(id);
    this.#paragraphs.set(id, style);
    return style;
  }

  #work(id: string): ParagraphStyle {
    const chain = this.#chain(id);
    const properties = chain.flatMap(({ element }) => element.child('w:pPr') ?? []);
    const first = <T>(read: (element: XmlElement) => T | undefined): T | undefined => {
      for (const element of properties) {
        const value = read(element);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    const numPr = { numId: first((pPr) => pPr.child('w:numPr')?.child('w:numId')?.attr('w:val')) };
    const numLevel = first((pPr) => pPr.child('w:numPr')?.child('w:ilvl')?.attr('w:val'));
    const numbered =
      numPr.numId === undefined ? undefined : { numId: numPr.numId, level: Number.parseInt(numLevel ?? '0', 10) || 0 };
    const indent = first((pPr) => startIndent(pPr)) ?? 0;
    const names = chain.length > 0 ? chain.map(({ name }) => name) : [id.toLowerCase()];
    for (const name of names) {
      const heading = /^heading ?([1-9])$/u.exec(name)?.[1];
      if (heading !== undefined) return { kind: 'heading', level: Number(heading), numbered: undefined, indent };
      const goesOn = /^list continue(?: ([2-5]))?$/u.exec(name);
      if (goesOn) return { kind: 'listContinue', level: Number(goesOn[1] ?? 1) - 1, numbered: undefined, indent };
      if (/^(?:toc|index) (?:heading|\d)/u.test(name)) return { ...plain, indent: 0 };
      const kind = kinds[name];
      if (kind && kind !== 'normal' && Object.hasOwn(kinds, name)) return { kind, level: 0, numbered, indent };
      const outline = this.#outlineOf(id, name);
      if (outline !== undefined) return { kind: 'heading', level: outline, numbered: undefined, indent };
    }
    return { kind: 'normal', level: 0, numbered, indent };
  }

  /** A style of the desk's own that counts as a heading in Word's outline. */
  #outlineOf(id: string, name: string): number | undefined {
    const style = this.#chain(id).find((candidate) => candidate.name === name);
    return outlineLevel(style?.element.child('w:pPr'));
  }

  /** A character style: its names and those of the styles under it, and what they set, the nearest last. */
  character(id: string): { readonly names: readonly string[]; readonly looks: readonly XmlElement[] } {
    const known = this.#characters.get(id);
    if (known) return known;
    const chain = this.#chain(id);
    const names = chain.length > 0 ? chain.map(({ name }) => name) : [id.toLowerCase()];
    const looks = chain.flatMap(({ element }) => element.child('w:rPr') ?? []).reverse();
    const style = { names, looks };
    this.#characters.set(id, style);
    return style;
  }
}

/** `w:outlineLvl` as a heading's level, 1 to 9; 9 in the file says "text". */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = properties?.child('w:outlineLvl')?.attr('w:val');
  const level = value === undefined ? Number.NaN : Number.parseInt(value, 10);
  return level >= 0 && level <= 8 ? level + 1 : undefined;
}

/** Indent at the start of the lines in twentieths of a point, where a hanging first line does not take it back. */
export function startIndent(properties: XmlElement): number | undefined {
  const indent = properties.child('w:ind');
  if (!indent) return undefined;
  const value = indent.attr('w:start') ?? indent.attr('w:left');
  if (value === undefined) return undefined;
  const hanging = Number.parseInt(indent.attr('w:hanging') ?? '0', 10) || 0;
  const first = Number.parseInt(indent.attr('w:firstLine') ?? '0', 10) || 0;
  return hanging > 0 || first > 200 ? 0 : Number.parseInt(value, 10) || 0;
}
