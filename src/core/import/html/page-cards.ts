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
/** Blocks in a page, cards in a block, letters of a longest excerpt and of a longest card. */
const limits = { containers: 20, cards: 60, excerpt: 500, card: 900 } as const;

export interface RelatedBlock {
  /** The elements of the block, title included: no part of the story. */
  readonly parts: readonly HtmlElement[];
  readonly cards: readonly ImportedCard[];
}

/** Blocks of cards under a heading such as "Related Articles", in reading order. */
export function findRelated(root: HtmlNode, base: string): readonly RelatedBlock[] {
  const blocks: RelatedBlock[] = [];
  for (const element of elementsOf(root)) {
    if (blocks.length >= limits.containers) break;
    if (!isBlockTitle(element) || blocks.some(({ parts }) => parts.some((part) => isInside(element, part)))) continue;
    const block = readBlock(element, base);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** The block around a title, else the element after it: a title in the story's own text has no element to itself. */
function readBlock(title: HtmlElement, base: string): RelatedBlock | undefined {
  const holder = blockOf(title);
  const around = holder ? readCards(holder, title, base) : [];
  if (holder && around.length > 0) return { parts: [holder], cards: around };
  const siblings = title.parentNode ? childrenOf(title.parentNode).filter(isElement) : [];
  const next = siblings[siblings.indexOf(title) + 1];
  const after = next ? readCards(next, title, base) : [];
  return next && after.length > 0 ? { parts: [title, next], cards: after } : undefined;
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

/**
 * Cards of an element, none where it could be part of the story: text before the title, more text to a headline than a
 * card has, or links that are not most of the text. A card that is missed becomes text and is seen; text that were taken
 * for a card would be lost.
 */
function readCards(holder: HtmlElement, title: HtmlElement, base: string): readonly ImportedCard[] {
  const inside = [...elementsOf(holder)];
  if (inside.some((element) => element.tagName === 'p' && textOf(element).length > limits.excerpt)) return [];
  const whole = textOf(holder).length;
  const titles = inside.filter(
    (element) =>
      element !== title && headings.has(element.tagName) && !isInside(element, title) && textOf(element) !== '',
  );
  if (titles.length > 0) {
    const startsWithTitle = isInside(title, holder) ? textOf(holder).startsWith(textOf(title)) : true;
    const isCards = whole <= titles.length * limits.card && titles.length <= limits.cards;
    return startsWithTitle && isCards ? titles.map((heading) => readCard(heading, titles, holder, base)) : [];
  }
  const links = inside.filter((element) => element.tagName === 'a' && textOf(element).length > 3);
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  const isList =
    links.length <= limits.cards && linked * 10 >= (whole - (isInside(title, holder) ? textOf(title).length : 0)) * 6;
  if (!isList) return [];
  return links.map((link) => ({
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
