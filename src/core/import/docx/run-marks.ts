import type { Mark } from '../../document/document.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { DocxStyles } from './docx-styles.js';

/** Character styles that say what a text is; their own look (blue, underlined) is no look of the text. */
const codeStyles = new Set(['html code', 'verbatim char', 'code char', 'source text', 'html typewriter']);
const linkStyles = new Set(['hyperlink', 'followedhyperlink', 'internet link', 'visited internet link']);

/** Marks of a look, by their name; a `false` takes one away that a style gave. */
type Looks = Map<string, boolean>;

const isOn = (element: XmlElement): boolean => {
  const value = element.attr('w:val');
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
};

const setters: Readonly<Record<string, (looks: Looks, element: XmlElement) => void>> = {
  'w:b': (looks, element) => looks.set('bold', isOn(element)),
  'w:i': (looks, element) => looks.set('italic', isOn(element)),
  'w:u': (looks, element) => looks.set('underline', element.attr('w:val') !== undefined && isOn(element)),
  'w:strike': (looks, element) => looks.set('strike', isOn(element)),
  'w:dstrike': (looks, element) => looks.set('strike', isOn(element)),
  'w:highlight': (looks, element) => looks.set('highlight', isOn(element)),
  'w:vertAlign': (looks, element) => {
    const value = element.attr('w:val');
    looks.set('superscript', value === 'superscript').set('subscript', value === 'subscript');
  },
};

function apply(looks: Looks, properties: XmlElement): void {
  for (const node of properties.children) if (typeof node !== 'string') setters[node.name]?.(looks, node);
}

const order = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript', 'highlight', 'code'] as const;
const noMarks: readonly Mark[] = [];
const markOf = new Map<string, Mark>(order.map((type) => [type, { type }]));

/** The marks that run properties (`w:rPr`) give: of their character style, then of their own. */
export function runMarks(properties: XmlElement | undefined, styles: DocxStyles): readonly Mark[] {
  if (!properties || properties.children.length === 0) return noMarks;
  const looks: Looks = new Map();
  const styleId = properties.child('w:rStyle')?.attr('w:val');
  if (styleId !== undefined) {
    const { names, looks: given } = styles.character(styleId);
    if (names.some((name) => codeStyles.has(name))) looks.set('code', true);
    else if (!names.some((name) => linkStyles.has(name) || /(?:footnote|endnote) (?:reference|anchor)/u.test(name)))
      for (const look of given) apply(looks, look);
  }
  apply(looks, properties);
  return order.flatMap((name) => (looks.get(name) ? (markOf.get(name) ?? []) : []));
}

/** Whether Word hides the text of these properties. */
export const isHidden = (properties: XmlElement | undefined): boolean => {
  const vanish = properties?.child('w:vanish');
  return vanish !== undefined && isOn(vanish);
};
