import type { Mark } from '../../document/document.js';
import { isLanguageTag } from '../../document/attribute-rules.js';
import { attr, styleOf, type HtmlElement } from './html-tree.js';

/** How text looks at one place of the tree, passed down from parent to child and never changed in place. */
export interface InlineStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly script: 'subscript' | 'superscript' | null;
  readonly highlight: boolean;
  readonly code: boolean;
  /** BCP 47 tag of words in another language; '' = the story's. */
  readonly lang: string;
  readonly link: Mark | null;
  /** A change that another program tracked. */
  readonly change: Mark | null;
  /** White space counts: `<pre>` and `white-space: pre`. */
  readonly pre: boolean;
  /** Inside a block of its own, where two line breaks are two line breaks and no new paragraph. */
  readonly inBlock: boolean;
}

export const plainStyle: InlineStyle = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: null,
  highlight: false,
  code: false,
  lang: '',
  link: null,
  change: null,
  pre: false,
  inBlock: false,
};

/** The marks of a style in the schema's order; the same list again for the same style, so that texts can be joined. */
export function marksOf(style: InlineStyle): readonly Mark[] {
  const known = marksByStyle.get(style);
  if (known) return known;
  const marks: Mark[] = [];
  if (style.bold) marks.push({ type: 'bold' });
  if (style.italic) marks.push({ type: 'italic' });
  if (style.underline) marks.push({ type: 'underline' });
  if (style.strike) marks.push({ type: 'strike' });
  if (style.script) marks.push({ type: style.script });
  if (style.highlight) marks.push({ type: 'highlight' });
  if (style.lang !== '') marks.push({ type: 'language', attrs: { lang: style.lang } });
  if (style.link) marks.push(style.link);
  if (style.code) marks.push({ type: 'code' });
  if (style.change) marks.push(style.change);
  marksByStyle.set(style, marks);
  return marks;
}
const marksByStyle = new WeakMap<InlineStyle, readonly Mark[]>();

const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const strikeTags = new Set(['s', 'strike', 'del']);
const underlineTags = new Set(['u', 'ins']);
const codeTags = new Set(['code', 'kbd', 'samp', 'tt']);
/** Elements on which `lang` is meant; word processors write it on every span. */
const foreignTags = new Set(['i', 'em', 'cite', 'q', 'bdi', 'bdo', 'span']);

/**
 * The style inside an element: what its tag says, then what its `style` says, which wins (Google Docs wraps a whole copy
 * in `<b style="font-weight:normal">`). Underline inside a link is the link's look and no mark.
 */
export function styleInside(outer: InlineStyle, element: HtmlElement, isOffice = false): InlineStyle {
  const tag = element.tagName;
  let { bold, italic, underline, strike, pre, script, highlight, code, lang } = outer;
  if (boldTags.has(tag)) bold = true;
  else if (italicTags.has(tag)) italic = true;
  else if (strikeTags.has(tag)) strike = true;
  else if (underlineTags.has(tag)) underline = true;
  else if (tag === 'pre') pre = true;
  else if (tag === 'sub') script = 'subscript';
  else if (tag === 'sup') script = 'superscript';
  else if (tag === 'mark') highlight = true;
  else if (codeTags.has(tag)) code = true;
  const own = attr(element, 'lang');
  if (!isOffice && foreignTags.has(tag) && isLanguageTag(own)) lang = own;
  const css = styleOf(element);
  if (css.size > 0) {
    const weight = css.get('font-weight');
    if (weight !== undefined) bold = isHeavy(weight, bold);
    const slant = css.get('font-style');
    if (slant !== undefined) italic = slant.startsWith('italic') || slant.startsWith('oblique');
    const line = css.get('text-decoration') ?? css.get('text-decoration-line') ?? '';
    if (line.includes('line-through')) strike = true;
    if (line.includes('underline') && tag !== 'a' && !outer.link) underline = true;
    if (line.startsWith('none') && tag === 'u') underline = false;
    const space = css.get('white-space') ?? '';
    if (space === 'pre') pre = true;
    const place = css.get('vertical-align');
    if (place === 'super') script = 'superscript';
    else if (place === 'sub') script = 'subscript';
    else if (place === 'baseline') script = null;
    if ((css.get('mso-highlight') ?? 'none') !== 'none') highlight = true;
  }
  const unchanged =
    bold === outer.bold &&
    italic === outer.italic &&
    underline === outer.underline &&
    strike === outer.strike &&
    pre === outer.pre &&
    script === outer.script &&
    highlight === outer.highlight &&
    code === outer.code &&
    lang === outer.lang;
  if (unchanged) return outer;
  return { ...outer, bold, italic, underline, strike, pre, script, highlight, code, lang };
}

/** CSS Fonts 4, 2.4: 600 and up is bold to a reader; names and numbers, others change nothing. */
function isHeavy(weight: string, otherwise: boolean): boolean {
  if (weight === 'bold' || weight === 'bolder') return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  const number = Number.parseInt(weight, 10);
  return Number.isNaN(number) ? otherwise : number >= 600;
}
