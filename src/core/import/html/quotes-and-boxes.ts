import { oneLine } from '../../text/spaces.js';
import {
  attr,
  childrenOf,
  elementsOf,
  isElement,
  nameOf,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';

/** Elements looked at for a source or a title: they stand near the edge of their box. */
const looked = 400;

function firstInside(root: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement | undefined {
  let count = 0;
  for (const element of elementsOf(root)) {
    if (test(element)) return element;
    if ((count += 1) > looked) return undefined;
  }
  return undefined;
}

/** A line of the story set apart, as magazines, WordPress and our own pages write it. */
export const isPullQuote = (element: HtmlElement): boolean =>
  ['aside', 'figure', 'blockquote', 'div', 'q'].includes(element.tagName) &&
  /\b(?:pull-?quote|wp-block-pullquote)\b/u.test(nameOf(element));

export const isFactbox = (element: HtmlElement): boolean =>
  ['aside', 'div', 'section'].includes(element.tagName) && /\s(?:fact-?box|info-box)\s/u.test(nameOf(element));

export const isGallery = (element: HtmlElement): boolean =>
  ['figure', 'div', 'ul'].includes(element.tagName) &&
  /\s(?:gallery|wp-block-gallery)\s/u.test(nameOf(element)) &&
  firstInside(element, ({ tagName }) => tagName === 'img') !== undefined;

interface Said {
  readonly element: HtmlElement;
  readonly text: string;
}
const said = (element: HtmlElement | undefined): Said | undefined =>
  element && { element, text: oneLine(textOf(element)) };
/** The name of a source without the dash that people write before it; our own pages write none. */
const named = (element: HtmlElement | undefined): Said | undefined =>
  element && { element, text: oneLine(textOf(element)).replace(/^(?:[\u2014\u2013\u2015]|-(?= ))\s*/u, '') };

/** Who is quoted, where the quote says it in its last line: a `<footer>`, a `<cite>`, a line of nothing but a `<cite>`. */
export function sourceInside(quote: HtmlElement): Said | undefined {
  const last = childrenOf(quote).filter(isElement).at(-1);
  if (!last) return undefined;
  if (last.tagName === 'footer' || last.tagName === 'cite') return named(last);
  const cite = childrenOf(last).filter(isElement).at(0);
  const isAlone = last.tagName === 'p' && cite?.tagName === 'cite' && textOf(cite) === textOf(last);
  return isAlone ? named(last) : undefined;
}

/** Who is quoted in a pull quote. */
export function creditOf(quote: HtmlElement): Said | undefined {
  const ours = firstInside(quote, (element) => nameOf(element).includes(' quote-credit '));
  const isSource = ({ tagName }: HtmlElement): boolean => ['cite', 'footer', 'figcaption'].includes(tagName);
  return ours ? said(ours) : named(firstInside(quote, isSource));
}

/** The title of a factbox: the line called so; in a box that is not ours the heading that it starts with too. */
export function titleOf(box: HtmlElement): Said | undefined {
  const [first] = childrenOf(box).filter((node): node is HtmlElement => isElement(node) || isText(node));
  if (!first || !isElement(first)) return undefined;
  const isOurs = box.tagName === 'div' && nameOf(box).includes(' factbox ');
  const isTitle = nameOf(first).includes('factbox-title') || (!isOurs && /^h[1-6]$/u.test(first.tagName));
  return isTitle ? said(first) : undefined;
}

const isText = (node: HtmlNode): boolean => 'value' in node && node.value.trim() !== '';

/** A block of code: `<pre>` with `<code>` in it, or one that says so; any other `<pre>` is text with its own lines. */
export function codeIn(pre: HtmlElement): { readonly text: string; readonly language: string } | undefined {
  const [only] = childrenOf(pre).filter(isElement);
  const code = only?.tagName === 'code' ? only : undefined;
  const names = nameOf(pre) + (code ? nameOf(code) : '');
  if (!code && !/\b(?:highlight|code|prettyprint|wp-block-code)\b/u.test(names)) return undefined;
  const language = /\b(?:language|lang)-([\w+#.-]+)/u.exec(names)?.[1] ?? attr(pre, 'data-language');
  return { text: rawText(pre), language };
}

function rawText(root: HtmlElement): string {
  let text = '';
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    else if (node.nodeName === 'br') text += '\n';
    else stack.push(...[...childrenOf(node)].reverse());
  }
  return text;
}
