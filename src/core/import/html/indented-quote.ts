import { attr, nameOf, styleOf, type HtmlElement } from './html-tree.js';

/** A third of an inch, in points: less is how a first line or a list is set. */
const leastIndent = 24;
const pointsPer: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, pc: 12 };

/** A length of CSS in points; 0 where it is none. */
function points(length: string | undefined): number {
  const [, number = '', unit = ''] = /^(-?\d*\.?\d+)(pt|in|cm|mm|px|pc)$/u.exec(length ?? '') ?? [];
  return Number(number || 0) * (pointsPer[unit] ?? 0);
}

/**
 * A paragraph of a word processor that is set in from the margin, or has its style for quotes: how a quotation is
 * written where there is no key for one. Entries of lists and hanging paragraphs are set in for another reason.
 */
export function isIndentedQuote(element: HtmlElement): boolean {
  if (element.tagName !== 'p') return false;
  const name = nameOf(element);
  if (/ mso(?:intense)?quote /u.test(name)) return true;
  const css = styleOf(element);
  if (css.has('mso-list') || / msolist/u.test(name) || / msotoc/u.test(name)) return false;
  const isRightToLeft = css.get('direction') === 'rtl' || attr(element, 'dir').toLowerCase() === 'rtl';
  const start = points(css.get(isRightToLeft ? 'margin-right' : 'margin-left'));
  return start >= leastIndent && points(css.get('text-indent')) >= 0 && points(css.get('text-indent')) < leastIndent;
}
