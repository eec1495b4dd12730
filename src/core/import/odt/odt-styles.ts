import type { Mark } from '../../document/document.js';
import type { XmlElement } from '../office/xml-tree.js';

/** What a paragraph style is for a story. */
export type OdtKind = 'normal' | 'title' | 'subtitle' | 'byline' | 'quote' | 'caption' | 'code' | 'rule';
const kinds: Readonly<Record<string, OdtKind>> = {
  title: 'title',
  subtitle: 'subtitle',
  byline: 'byline',
  author: 'byline',
  quotations: 'quote',
  quote: 'quote',
  caption: 'caption',
  illustration: 'caption',
  figure: 'caption',
  'preformatted text': 'code',
  'horizontal line': 'rule',
};

/** The styles of a text, those of its own paragraphs and those with a name. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #marks = new Map<string, readonly Mark[]>();

  constructor(roots: readonly (XmlElement | undefined)[]) {
    for (const root of roots)
      for (const part of root?.elements() ?? [])
        for (const element of part.elements()) {
          const name = element.attr('style:name') ?? '';
          if (element.name === 'style:style')
            this.#styles.set(`${element.attr('style:family') ?? ''} ${name}`, element);
          if (element.name === 'text:list-style') this.#lists.set(name, element);
        }
  }

  #chain(family: string, name: string): readonly XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#styles.get(`${family} ${name}`);
    while (style && chain.length < 20) {
      chain.push(style);
      style = this.#styles.get(`${family} ${style.attr('style:parent-style-name') ?? ''}`);
    }
    return chain;
  }

  kind(name: string): OdtKind {
    const names = this.#chain('paragraph', name).map(
      (style) => style.attr('style:display-name') ?? style.attr('style:name') ?? '',
    );
    for (const candidate of [name, ...names]) {
      const key = candidate.replace(/_20_/gu, ' ').toLowerCase();
      if (Object.hasOwn(kinds, key)) return kinds[key] ?? 'normal';
    }
    return 'normal';
  }

  /** Marks that a style of pieces of text gives. */
  marks(name: string): readonly Mark[] {
    const known = this.#marks.get(name);
    if (known) return known;
    const looks = new Map<string, boolean>();
    for (const style of [...this.#chain('text', name)].reverse()) {
      const properties = style.child('style:text-properties');
      if (!properties) continue;
      const set = (mark: string, value: string | undefined, isOn: (value: string) => boolean): void => {
        if (value !== undefined) looks.set(mark, isOn(value));
      };
      set('bold', properties.attr('fo:font-weight'), (value) => value === 'bold' || Number(value) >= 600);
      set('italic', properties.attr('fo:font-style'), (value) => value !== 'normal');
      set('underline', properties.attr('style:text-underline-style'), (value) => value !== 'none');
      set('strike', properties.attr('style:text-line-through-style'), (value) => value !== 'none');
      set('highlight', properties.attr('fo:background-color'), (value) => value !== 'transparent');
      set('superscript', properties.attr('style:text-position'), (value) => /^(?:super|[1-9])/u.test(value));
      set('subscript', properties.attr('style:text-position'), (value) => /^(?:sub|-)/u.test(value));
    }
    const marks = [...looks].filter(([, isOn]) => isOn).map(([type]): Mark => ({ type }));
    this.#marks.set(name, marks);
    return marks;
  }

  /** Whether a level of a list (1 up) is numbered, and its first number. */
  list(name: string, level: number): { readonly isOrdered: boolean; readonly start: number } {
    const definition = this.#lists
      .get(name)
      ?.elements()
      .find((element) => element.attr('text:level') === String(level));
    const isOrdered =
      definition?.name === 'text:list-level-style-number' && (definition.attr('style:num-format') ?? '') !== '';
    return { isOrdered, start: Number.parseInt(definition?.attr('text:start-value') ?? '1', 10) || 1 };
  }
}
