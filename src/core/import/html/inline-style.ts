import type { Mark } from '../../document/document.js';
import { styleOf, type HtmlElement } from './html-tree.js';

/** How text looks at one place of the tree, passed down from parent to child and never changed in place. */
export interface InlineStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly link: Mark | null;
  /** White space counts: `<pre>` and `white-space: pre`. */
  readonly pre: boolean;
  /** Inside a block of its own, where two line breaks are two line breaks and no new paragraph. */
  readonly inBlock: boolean;
  /** Inside a cell of a table: borders of blocks are blanks. */
  readonly flat: boolean;
}

export const plainStyle: InlineStyle = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  link: null,
  pre: false,
  inBlock: false,
  flat: false,
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
  if (style.link) marks.push(style.link);
  marksByStyle.set(style, marks);
  return marks;
}
const marksByStyle = new WeakMap<InlineStyle, readonly Mark[]>();

const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const strikeTags = new Set(['s', 'strike', 'del']);
const underlineTags = new Set(['u', 'ins']);

/**
 * The style inside an element: what its tag says, then what its `style` says, which wins (Google Docs wraps a whole copy
 * in `<b style="font-weight:normal">`). Underline inside a link is the link's look and no mark.
 */
export function styleInside(outer: InlineStyle, element: HtmlElement): InlineStyle {
  const tag = element.tagName;
  let { bold, italic, underline, strike, pre } = outer;
  if (boldTags.has(tag)) bold = true;
  else if (italicTags.has(tag)) italic = true;
  else if (strikeTags.has(tag)) strike = true;
  else if (underlineTags.has(tag)) underline = true;
  else if (tag === 'pre') pre = true;
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
  }
  const unchanged =
    bold === outer.bold &&
    italic === outer.italic &&
    underline === outer.underline &&
    strike === outer.strike &&
    pre === outer.pre;
  return unchanged ? outer : { ...outer, bold, italic, underline, strike, pre };
}

/** CSS Fonts 4, 2.4: 600 and up is bold to a reader; names and numbers, others change nothing. */
function isHeavy(weight: string, otherwise: boolean): boolean {
  if (weight === 'bold' || weight === 'bolder') return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  const number = Number.parseInt(weight, 10);
  return Number.isNaN(number) ? otherwise : number >= 600;
}
