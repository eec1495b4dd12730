import { attr, elementsOf, isElement, nameOf, textOf, type HtmlElement, type HtmlNode } from './html-tree.js';

/** Places where a page keeps the text of its story, the surest first. */
const places: readonly ((element: HtmlElement) => boolean)[] = [
  (element) => attr(element, 'itemprop').split(/\s+/u).includes('articleBody'),
  (element) =>
    /\s(?:(?:article|entry|post|story|news)[-_]{0,2}(?:body|content|text)|e-content|articlebody|body-text|available-content)\s/u.test(
      nameOf(element),
    ),
  (element) => element.tagName === 'article' || attr(element, 'role') === 'article',
  (element) => element.tagName === 'main' || attr(element, 'role') === 'main',
];

/** A place counts when it holds at least this share of the page's paragraphs: cards and teasers are articles too. */
const share = 0.4;
/** Steps from paragraphs to the elements around them, for the whole page: bounds the work on a page nested by thousands. */
const maxSteps = 3_000_000;

/** The element that holds the story's text: the surest place with enough of the page's words, else the page's body. */
export function findStoryRoot(document: HtmlNode): HtmlElement | undefined {
  const letters = new Map<HtmlNode, number>();
  const found: HtmlElement[][] = places.map(() => []);
  let body: HtmlElement | undefined;
  let total = 0;
  let steps = 0;
  for (const element of elementsOf(document)) {
    if (element.tagName === 'body') body ??= element;
    for (const [at, isPlace] of places.entries()) if (isPlace(element)) found[at]?.push(element);
    if (element.tagName !== 'p' || steps > maxSteps) continue;
    const size = textOf(element).length;
    total += size;
    for (let parent = element.parentNode; parent && isElement(parent); parent = parent.parentNode) {
      letters.set(parent, (letters.get(parent) ?? 0) + size);
      steps += 1;
    }
  }
  for (const candidates of found) {
    const best = candidates.toSorted((left, right) => (letters.get(right) ?? 0) - (letters.get(left) ?? 0))[0];
    if (best && (letters.get(best) ?? 0) >= total * share) return best;
  }
  return body;
}
