import { oneLine } from '../../text/spaces.js';
import {
  attr,
  elementsOf,
  hasAttr,
  isElement,
  labelOf,
  nameOf,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';

/** The parts around the text of a story, as a reader sees them on the page; null where the page shows none. */
export interface PageParts {
  readonly headline: HtmlElement | null;
  readonly dek: HtmlElement | null;
  readonly kicker: HtmlElement | null;
  readonly section: HtmlElement | null;
  readonly byline: HtmlElement | null;
  readonly dateline: HtmlElement | null;
  readonly footer: HtmlElement | null;
  /** The date, where it stands in an element of its own. */
  readonly dates: readonly HtmlElement[];
}

const names = {
  dek: /\s(?:dek|deck|standfirst|subtitle|sub-title|subhead|subheadline|p-summary|excerpt|lede|[\w-]*__(?:dek|standfirst|subtitle))\s/u,
  kicker: /\s(?:kicker|eyebrow|overline)\s/u,
  section: /\s(?:sec|section|section-label|section-name|category|cat-links|post-category|article-section)\s/u,
  byline: /\s(?:byline|by-line|author|authors|p-author|post-author|article-author|entry-author)\s/u,
  dateline: /\s(?:dateline)\s/u,
  footer: /\s(?:body-footer|tagline|author-bio)\s/u,
  dates: /\s(?:date|dates|published|post-date|entry-date|dt-published|timestamp|posted-on)\s/u,
};

/** Looks through the story's surroundings (`scope`), leaving out what `skip` holds; the first of a kind counts. */
export function findPageParts(scope: HtmlNode, skip: ReadonlySet<HtmlNode>): PageParts {
  const found: Partial<Record<keyof typeof names | 'headline', HtmlElement>> = {};
  const dates: HtmlElement[] = [];
  let paragraphs = 0;
  for (const element of elementsOf(scope, skip)) {
    const { tagName } = element;
    if (tagName === 'h1' && !found.headline && labelOf(element, 40) !== '') found.headline = element;
    if (tagName === 'p' && !found.headline) continue;
    if (tagName === 'p' && textOf(element).length > 80) paragraphs += 1;
    const name = nameOf(element);
    const isSmall = labelOf(element, 40) !== '' && textOf(element).length < 400;
    if (!isSmall || (name.trim() === '' && !hasAttr(element, 'itemprop') && attr(element, 'rel') !== 'author'))
      continue;
    for (const kind of ['kicker', 'byline', 'dateline', 'section', 'footer'] as const) {
      if (found[kind] || !matches(element, kind, name)) continue;
      // A class such as "section" on a paragraph of the text itself says nothing about the page.
      if (kind === 'section' && (paragraphs > 0 || !isSectionLabel(element))) continue;
      found[kind] = element;
    }
    if (!found.dek && found.headline && names.dek.test(name) && tagName !== 'h1') found.dek = element;
    if (names.dates.test(name) && !dates.some((date) => isUnder(element, date))) dates.push(element);
  }
  return {
    headline: found.headline ?? null,
    dek: found.dek ?? null,
    kicker: found.kicker ?? null,
    section: found.section ?? null,
    byline: found.byline ?? null,
    dateline: found.dateline ?? null,
    footer: found.footer ?? null,
    dates,
  };
}

/** "section" is also what sites call any part of a page: a label is short and holds next to nothing. */
function isSectionLabel(element: HtmlElement): boolean {
  return element.tagName !== 'section' && labelOf(element, 4) !== '' && textOf(element).length <= 60;
}

function matches(
  element: HtmlElement,
  kind: 'kicker' | 'byline' | 'dateline' | 'section' | 'footer',
  name: string,
): boolean {
  if (kind === 'byline' && (attr(element, 'rel') === 'author' || attr(element, 'itemprop') === 'author')) return true;
  if (kind === 'section' && attr(element, 'itemprop') === 'articleSection') return true;
  return names[kind].test(name);
}

function isUnder(element: HtmlElement, holder: HtmlElement): boolean {
  for (let node: HtmlNode | null = element.parentNode; node && isElement(node); node = node.parentNode)
    if (node === holder) return true;
  return false;
}

export const partText = (element: HtmlElement | null): string => (element ? oneLine(textOf(element)) : '');
