import type { LossList } from '../../loss.js';
import { attr, hasAttr, styleOf, textOf, type HtmlElement } from './html-tree.js';

/** Elements that no story holds, by the loss they are counted as; '' = nothing a reader would miss. */
const dropped: Readonly<Record<string, string>> = {
  script: 'script',
  style: '',
  link: '',
  meta: '',
  base: '',
  title: '',
  head: '',
  template: '',
  noscript: '',
  col: '',
  colgroup: '',
  frame: 'embed',
  frameset: 'embed',
  applet: 'embed',
  canvas: 'embed',
  map: 'embed',
  svg: 'drawing',
  input: 'formField',
  select: 'formField',
  textarea: 'formField',
  button: 'formField',
  progress: 'formField',
  meter: 'formField',
  datalist: 'formField',
};

export const elementLosses: Readonly<Record<string, string>> = {
  script: 'Scripts were dropped',
  embed: 'Embedded media without an address (video, sound, frames) was dropped',
  drawing: 'Drawings inside the page (SVG) were dropped',
  formField: 'Form fields and buttons were dropped',
  hidden: 'Text that the page hides was dropped',
  editorNote: 'Comments of a word processor were dropped',
  pageMargin: 'Headers and footers of a word processor were dropped',
};

/** The loss that an element is dropped as, '' for one that is dropped without a word; undefined = it is read. */
export function lossOfElement(element: HtmlElement): string | undefined {
  const { tagName } = element;
  if (Object.hasOwn(dropped, tagName)) return dropped[tagName];
  if (tagName === 'br' || tagName === 'img') return undefined;
  if (isHeldOpen(element)) return '';
  if (hasAttr(element, 'hidden') && attr(element, 'hidden') !== 'until-found') return 'hidden';
  const css = styleOf(element);
  if (css.size === 0) return undefined;
  if (css.get('display')?.startsWith('none') || css.get('mso-hide') === 'all') return 'hidden';
  const part = css.get('mso-element') ?? '';
  if (part === 'comment-list' || part === 'comment') return 'editorNote';
  if (part === 'header' || part === 'footer') return 'pageMargin';
  return undefined;
}

/** Quip keeps an empty line open with a space of no width: nobody wrote anything there. */
const isHeldOpen = (element: HtmlElement): boolean =>
  element.tagName === 'p' && attr(element, 'class') === 'line' && /^[\s\u200b]*$/u.test(textOf(element));

/** Counts what an element carries beside its text: script handlers, and looks that a story has no place for. */
export function countAttributes(element: HtmlElement, losses: LossList): void {
  for (const { name } of element.attrs)
    if (name.startsWith('on') && name.length > 3) losses.add('handler', 'Script handlers on elements were dropped');
  const css = styleOf(element);
  if (css.has('color') || css.has('background-color') || css.has('font-family'))
    losses.add('styling', 'Fonts, sizes and colours were dropped');
}

/** Looks of text that the schema has no name for; the text stays. */
export const plainedTags: Readonly<Record<string, { readonly what: string; readonly detail: string }>> = {
  font: { what: 'styling', detail: 'Fonts, sizes and colours were dropped' },
};
