import type { Mark } from '../../document/document.js';
import { storyId } from '../../ids.js';
import type { LossList } from '../../loss.js';
import { isSafeHref } from '../../text/link.js';
import { writeHref } from '../../text/escape.js';
import { attr, type HtmlElement } from './html-tree.js';

/** What became of a link's address: kept, or left out for a reason that is counted. */
export type ReadHref =
  { readonly href: string } | { readonly loss: 'unsafeLink' | 'relativeLink' | 'anchorLink' | 'otherLink' };

const linkLosses = {
  unsafeLink: 'A link with a script or data address was dropped; its text was kept',
  relativeLink: 'A link to a place beside the page was dropped, since the page says no address of its own',
  anchorLink: 'A link inside the page was dropped; its text was kept',
  otherLink: 'A link that is neither web nor mail was dropped; its text was kept',
} as const;

/** The mark of an `<a>`: a story of ours, or an address that may stand in a story; null = text, counted where it lost one. */
export function linkMark(element: HtmlElement, base: string, losses: LossList): Mark | null {
  const target = storyId.safeParse(attr(element, 'data-story-id'));
  if (target.success) return { type: 'link', attrs: { storyId: target.data } };
  const raw = attr(element, 'href');
  if (raw.trim() === '') return null;
  const read = readHref(raw, base);
  if ('href' in read) return { type: 'link', attrs: { href: read.href } };
  losses.add(read.loss, linkLosses[read.loss]);
  return null;
}

/** White space and controls that a browser takes out of an address before it looks at the scheme. */
// eslint-disable-next-line no-control-regex -- `java\tscript:` is what this line is for
const ignoredInScheme = /[\u0000-\u0020\u007f\u00a0]/gu;

/** Reads `href` as it stands in a page; `base` = the page's own address, '' where it says none. */
export function readHref(raw: string, base: string): ReadHref {
  const trimmed = raw.trim();
  if (trimmed.startsWith('#')) return { loss: 'anchorLink' };
  const bare = trimmed.replace(ignoredInScheme, '').toLowerCase();
  if (/^(?:javascript|vbscript|data|livescript|mocha):/u.test(bare)) return { loss: 'unsafeLink' };
  const absolute = unwrapRedirect(resolve(trimmed, base));
  if (isSafeHref(absolute)) return { href: writeHref(absolute) };
  return { loss: /^[a-z][a-z0-9+.-]*:/iu.test(absolute) ? 'otherLink' : 'relativeLink' };
}

/** RFC 3986 resolution for the kinds that pages use; the address itself where there is no base. */
function resolve(reference: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/iu.test(reference)) return reference;
  const origin = /^(https?:)\/\/[^/?#]+/iu.exec(base);
  if (reference.startsWith('//')) return `${origin?.[1] ?? 'https:'}${reference}`;
  if (!origin) return reference;
  if (reference.startsWith('/')) return origin[0] + reference;
  const path = base.slice(origin[0].length).replace(/[?#].*$/su, '');
  const parts = path.split('/').slice(1, -1);
  const [, way = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(reference) ?? [];
  for (const part of way.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return `${origin[0]}/${parts.join('/')}${rest}`;
}

/** Google Docs sends every link through `https://www.google.com/url?q=…`. */
function unwrapRedirect(href: string): string {
  const target = /^https?:\/\/www\.google\.[a-z.]+\/url\?(?:[^#]*&)?q=([^&#]+)/iu.exec(href)?.[1];
  if (target === undefined) return href;
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return href;
    throw error;
  }
}
