import { collapseSpaces } from '../../text/spaces.js';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

/** An attribute's value, or '' where it is missing. */
export function attr(element: HtmlElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
}

export const hasAttr = (element: HtmlElement, name: string): boolean =>
  element.attrs.some((attribute) => attribute.name === name);

/** `class` and `id` as one lower-case string with blanks around: what furniture is recognised by. */
export function nameOf(element: HtmlElement): string {
  return ` ${attr(element, 'class')} ${attr(element, 'id')} `.toLowerCase();
}

/** Elements under `root` in reading order, without `root`; iterative, since a hostile page is 100,000 deep. */
export function* elementsOf(root: HtmlNode, skip: ReadonlySet<HtmlNode> = new Set()): Generator<HtmlElement> {
  const stack: HtmlNode[] = [...childrenOf(root)].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node) || skip.has(node)) continue;
    yield node;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) stack.push(child);
    }
  }
}

/** Whether any node stands more than `most` levels under `root`. */
export function isDeeperThan(root: HtmlNode, most: number): boolean {
  let level: readonly HtmlNode[] = [root];
  for (let depth = 0; depth <= most && level.length > 0; depth += 1) level = level.flatMap(childrenOf);
  return level.length > 0;
}

const unreadTags = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'title', 'textarea', 'select']);

/** The text of an element as read, every element border a possible blank; collapsed and trimmed. */
export function textOf(root: HtmlNode, skip: ReadonlySet<HtmlNode> = new Set()): string {
  let text = '';
  const stack: (HtmlNode | string)[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeName === '#text' && 'value' in node) text += node.value;
    else {
      if (isElement(node) && (unreadTags.has(node.tagName) || skip.has(node))) continue;
      const border = isElement(node) && !inlineTags.has(node.tagName) ? ' ' : '';
      stack.push(border);
      const children = childrenOf(node);
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child) stack.push(child);
      }
      stack.push(border);
    }
  }
  return collapseSpaces(text).trim();
}

/** The texts of the text nodes under an element that are not blank; [] where it holds more than `most` elements. */
export function shortTexts(element: HtmlElement, most: number): readonly string[] {
  const texts: string[] = [];
  let count = 0;
  for (const inner of [element, ...take(elementsOf(element), most + 1)]) {
    if ((count += 1) > most) return [];
    if (unreadTags.has(inner.tagName)) continue;
    for (const node of childrenOf(inner))
      if ('value' in node && node.value.trim() !== '') texts.push(node.value.trim());
  }
  return texts;
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const item of items) {
    if (count >= most) return;
    count += 1;
    yield item;
  }
}

/** The text of an element that is short enough to be a label, a name, a date; '' for anything larger. */
export function labelOf(element: HtmlElement, most = 12): string {
  return shortTexts(element, most).length > 0 ? textOf(element) : '';
}

/** Elements that stand in a line of text: their borders end no paragraph. */
export const inlineTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr o:p st1:place st1:city st1:country-region'
  ).split(' '),
);

/** The nearest of `element` and its parents that `test` accepts. */
export function closest(element: HtmlElement, test: (candidate: HtmlElement) => boolean): HtmlElement | undefined {
  for (let node: HtmlNode | null = element; node && isElement(node); node = node.parentNode)
    if (test(node)) return node;
  return undefined;
}

/** `style="a: b"` as pairs, lower case, no white space around. `mso-list` and the like are kept as they are named. */
export function styleOf(element: HtmlElement): ReadonlyMap<string, string> {
  const style = attr(element, 'style');
  if (style === '') return noStyle;
  const pairs = new Map<string, string>();
  for (const part of style.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      pairs.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return pairs;
}
const noStyle: ReadonlyMap<string, string> = new Map();
