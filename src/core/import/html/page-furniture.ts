import type { LossList } from '../../loss.js';
import { furnitureLosses, isCommentHeading, isCommentLine, isLeadingShareLine, isShareLine } from '../page-words.js';
import {
  attr,
  childrenOf,
  closest,
  elementsOf,
  hasAttr,
  isElement,
  labelOf,
  nameOf,
  shortTexts,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';

type Furniture = keyof typeof furnitureLosses;

const shareHosts =
  /^(?:mailto:\?|https?:\/\/(?:[a-z]+\.)*(?:facebook\.com\/(?:sharer|dialog)|twitter\.com\/(?:intent|share)|x\.com\/intent|linkedin\.com\/sharing|wa\.me|api\.whatsapp\.com|t\.me\/share|bsky\.app\/intent|reddit\.com\/submit|pinterest\.com\/pin\/create))/iu;
const navigationTags = new Set(['nav', 'footer']);
const navigationRoles = new Set(['navigation', 'contentinfo', 'banner', 'search']);

/** Parts inside the story's element that are not the story: each is skipped and counted (`page-words.ts` has the words). */
export function findFurniture(
  root: HtmlNode,
  losses: LossList,
  leftOut: ReadonlySet<HtmlNode> = new Set(),
): ReadonlySet<HtmlNode> {
  const found = new Set<HtmlNode>(leftOut);
  for (const element of elementsOf(root, found)) {
    const furniture = furnitureOf(element);
    if (!furniture) continue;
    for (const part of furniture.parts) found.add(part);
    if (furniture.what) losses.add(furniture.what, furnitureLosses[furniture.what]);
  }
  return found;
}

interface Found {
  readonly what: Furniture | null;
  readonly parts: readonly HtmlNode[];
}

function furnitureOf(element: HtmlElement): Found | undefined {
  if (hasAttr(element, 'data-furniture')) {
    const what = attr(element, 'data-furniture');
    return { what: Object.hasOwn(furnitureLosses, what) ? (what as Furniture) : null, parts: [element] };
  }
  if (isShareBlock(element)) return { what: 'share', parts: [element] };
  const comments = commentParts(element);
  if (comments) return { what: 'commentForm', parts: comments };
  if (navigationTags.has(element.tagName) || navigationRoles.has(attr(element, 'role')))
    return { what: 'navigation', parts: [element] };
  if (/\s(?:button-wrapper|subscription-widget[\w-]*|newsletter-signup|advertisement|ad-slot)\s/u.test(nameOf(element)))
    return { what: 'sidebar', parts: [element] };
  if (element.tagName === 'aside' && isMostlyLinks(element)) return { what: 'sidebar', parts: [element] };
  return undefined;
}

/** Words such as "Share", "Copy link" and nothing else; a lone "Email" or "Facebook" in a text is no furniture. */
function isShareBlock(element: HtmlElement): boolean {
  const texts = shortTexts(element, 60);
  if (texts.length === 0 || texts.length > 20 || !texts.every(isShareLine)) return false;
  if (texts.some(isLeadingShareLine)) return true;
  return [element, ...elementsOf(element)].some(
    (inner) => inner.tagName === 'a' && shareHosts.test(attr(inner, 'href')),
  );
}

function commentParts(element: HtmlElement): readonly HtmlNode[] | undefined {
  const isNamed =
    /\s(?:comments|respond|comment-respond|comments-area|comment-form|disqus_thread|leave-a-comment)\s/u.test(
      nameOf(element),
    );
  if (isNamed && element.tagName !== 'body' && element.tagName !== 'article') return [element];
  if (element.tagName === 'form') {
    const hasTextarea = [...elementsOf(element)].some((inner) => inner.tagName === 'textarea');
    return hasTextarea ? [formBlock(element)] : undefined;
  }
  if (!/^(?:h[2-6]|p|div|a|span|strong)$/u.test(element.tagName) || !isCommentHeading(labelOf(element, 6)))
    return undefined;
  const parts: HtmlNode[] = [element];
  const siblings = element.parentNode ? childrenOf(element.parentNode) : [];
  for (const sibling of siblings.slice(siblings.indexOf(element) + 1)) {
    if (!isElement(sibling)) continue;
    const texts = shortTexts(sibling, 40);
    if (sibling.tagName !== 'form' && !(texts.length > 0 && texts.every(isCommentLine))) break;
    parts.push(sibling);
  }
  // A lone "Comments" may be a heading of the story; "Leave a comment" is none.
  const isInvitation = /^(?:leave|post|add|write|join|kommentar|schreibe|antwort|laisse|deja|dejar|اترك)/iu.test(
    labelOf(element, 6),
  );
  return parts.length > 1 || isInvitation ? parts : undefined;
}

/** The section around a comment form where that section holds nothing but the form and its headings. */
function formBlock(form: HtmlElement): HtmlElement {
  const section = closest(form, (element) => element.tagName === 'section');
  if (!section) return form;
  return shortTexts(section, 80).length < 30 &&
    !childrenOf(section).some((node) => isElement(node) && node.tagName === 'article')
    ? section
    : form;
}

function isMostlyLinks(element: HtmlElement): boolean {
  const whole = textOf(element).length;
  let linked = 0;
  for (const inner of elementsOf(element)) if (inner.tagName === 'a') linked += textOf(inner).length;
  return whole === 0 || linked * 2 > whole;
}
