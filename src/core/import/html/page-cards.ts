import { isRelatedHeading } from '../page-words.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedCard } from '../importer.js';
import {
  attr,
  childrenOf,
  closest,
  elementsOf,
  isElement,
  labelOf,
  nameOf,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';
import { readHref } from './read-link.js';

const headings = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements of a page in which a heading may be looked for, and cards in a block. */
const limits = { containers: 20, cards: 60 } as const;

export interface RelatedBlock {
  /** The whole block, which is no part of the story. */
  readonly element: HtmlElement;
  readonly cards: readonly ImportedCard[];
}

/** Blocks of cards under a heading such as "Related Articles", in reading order. */
export function findRelated(root: HtmlNode, base: string): readonly RelatedBlock[] {
  const blocks: RelatedBlock[] = [];
  for (const element of elementsOf(root)) {
    if (blocks.length >= limits.containers) break;
    if (!isBlockTitle(element) || blocks.some((block) => isInside(element, block.element))) continue;
    const holder = blockOf(element);
    if (!holder) continue;
    const cards = readCards(holder, element, base);
    if (cards.length > 0) blocks.push({ element: holder, cards });
  }
  return blocks;
}

function isBlockTitle(element: HtmlElement): boolean {
  if (!headings.has(element.tagName) && !['p', 'div', 'span', 'strong', 'b'].includes(element.tagName)) return false;
  const text = labelOf(element);
  return text.length < 60 && isRelatedHeading(text);
}

/** The nearest block around the title that has something else to say and is not the whole page or story. */
function blockOf(title: HtmlElement): HtmlElement | undefined {
  const titleText = textOf(title);
  const holder = closest(title, (element) => element !== title && textOf(element) !== titleText);
  if (!holder || ['body', 'html', 'main', 'article'].includes(holder.tagName) || holder.tagName === 'p')
    return undefined;
  return holder;
}

function readCards(holder: HtmlElement, title: HtmlElement, base: string): readonly ImportedCard[] {
  const inside = [...elementsOf(holder)];
  const titles = inside.filter(
    (element) =>
      element !== title && headings.has(element.tagName) && !isInside(element, title) && textOf(element) !== '',
  );
  if (titles.length > 0) return titles.slice(0, limits.cards).map((heading) => readCard(heading, titles, holder, base));
  const links = inside.filter((element) => element.tagName === 'a' && textOf(element).length > 3);
  return links.slice(0, limits.cards).map((link) => ({
    url: addressOf(link, base),
    headline: oneLine(textOf(link)),
    section: '',
    excerpt: '',
    imageAlt: '',
  }));
}

/** The card of a headline is the widest element around it that holds no other headline. */
function readCard(
  heading: HtmlElement,
  titles: readonly HtmlElement[],
  holder: HtmlElement,
  base: string,
): ImportedCard {
  let card = heading;
  for (let parent = heading.parentNode; parent && isElement(parent) && parent !== holder; parent = parent.parentNode) {
    if (titles.some((other) => other !== heading && isInside(other, parent))) break;
    card = parent;
  }
  const inside = [...elementsOf(card)];
  const link =
    inside.find((element) => element.tagName === 'a' && isInside(element, heading)) ??
    closest(heading, (element) => element.tagName === 'a');
  const image = inside.find((element) => element.tagName === 'img');
  const texts = leafTexts(card, heading);
  const at = texts.findIndex((text) => text === null);
  const before = texts.slice(0, at).filter((text): text is string => text !== null);
  const after = texts.slice(at + 1).filter((text): text is string => text !== null);
  const named = inside.find((element) => /\b(?:sec|section|category|kicker|eyebrow)\b/u.test(nameOf(element)));
  return {
    url: link ? addressOf(link, base) : null,
    headline: oneLine(textOf(heading)),
    section: oneLine(named ? textOf(named) : (before.at(-1) ?? '')),
    excerpt: oneLine(after.filter((text) => !named || text !== textOf(named)).join(' ')),
    imageAlt: image ? oneLine(attr(image, 'alt')) : '',
  };
}

/** Texts of a card in reading order, one for each block that holds text itself; null stands for the headline. */
function leafTexts(card: HtmlElement, heading: HtmlElement): readonly (string | null)[] {
  const out: (string | null)[] = [];
  const seen = new Set<HtmlNode>();
  for (const element of [card, ...elementsOf(card)]) {
    if (element === heading) out.push(null);
    const parent = element.parentNode;
    if (seen.has(element) || isInside(element, heading) || (parent && seen.has(parent))) {
      seen.add(element);
      continue;
    }
    const ownText = childrenOf(element).some((node) => 'value' in node && node.value.trim() !== '');
    if (!ownText) continue;
    seen.add(element);
    const text = textOf(element);
    if (text !== '' && !['time', 'figcaption'].includes(element.tagName)) out.push(text);
  }
  return out;
}

function addressOf(link: HtmlElement, base: string): string | null {
  const read = readHref(attr(link, 'href'), base);
  return 'href' in read && /^https?:/iu.test(read.href) ? read.href : null;
}

export function isInside(element: HtmlElement, holder: HtmlNode): boolean {
  return closest(element, (candidate) => candidate === holder) !== undefined;
}
