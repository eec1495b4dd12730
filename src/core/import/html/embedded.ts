import type { DocumentNode } from '../../document/document.js';
import { storyId } from '../../ids.js';
import { oneLine } from '../../text/spaces.js';
import { attr, elementsOf, nameOf, textOf, type HtmlElement } from './html-tree.js';
import { readHref } from './read-link.js';

/** Elements that load something from another computer. */
const embedTags = new Set(['iframe', 'object', 'embed', 'video', 'audio']);

/** Who is behind an address, as readers know them; any other is its host. */
const providers: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/u, 'YouTube'],
  [/(?:^|\.)vimeo\.com$/u, 'Vimeo'],
  [/(?:^|\.)(?:twitter\.com|x\.com)$/u, 'X'],
  [/(?:^|\.)instagram\.com$/u, 'Instagram'],
  [/(?:^|\.)facebook\.com$/u, 'Facebook'],
  [/(?:^|\.)tiktok\.com$/u, 'TikTok'],
  [/(?:^|\.)soundcloud\.com$/u, 'SoundCloud'],
  [/(?:^|\.)spotify\.com$/u, 'Spotify'],
  [/(?:^|\.)datawrapper\.dwcdn\.net$/u, 'Datawrapper'],
  [/(?:^|\.)openstreetmap\.org$/u, 'OpenStreetMap'],
];

/** The provider of an address: a name that readers know, or the host. */
export function providerOf(url: string): string {
  const host = /^https?:\/\/([^/?#:]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  return providers.find(([pattern]) => pattern.test(host))?.[1] ?? host.replace(/^www\./u, '');
}

/** Whether an element is embedded media, which is never loaded. */
export const isEmbedded = (element: HtmlElement): boolean => embedTags.has(element.tagName);

/** Embedded media as its address; undefined where it says none that may stand in a story. */
export function embedOf(element: HtmlElement, base: string): DocumentNode | undefined {
  const source =
    attr(element, 'src') ||
    attr(element, 'data') ||
    attr(element, 'data-src') ||
    attr([...elementsOf(element)].find(({ tagName }) => tagName === 'source') ?? element, 'src');
  const read = readHref(source, base);
  if (!('href' in read) || !/^https?:/iu.test(read.href)) return undefined;
  return embedNode(read.href, oneLine(attr(element, 'title')), providerOf(read.href));
}

function embedNode(url: string, title: string, provider: string): DocumentNode {
  return { type: 'embed', attrs: { provider, url, ...(title === '' ? {} : { title }) } };
}

/** `<p class="embed"><a href="…">title</a> <span class="embed-provider">…</span></p>`, as our own pages have it. */
export function ownEmbed(element: HtmlElement): DocumentNode | undefined {
  if (!/ embed /u.test(nameOf(element))) return undefined;
  const inner = [...elementsOf(element)];
  const link = inner.find(({ tagName }) => tagName === 'a');
  const read = link && readHref(attr(link, 'href'), '');
  if (!link || !read || !('href' in read)) return undefined;
  const title = textOf(link);
  const provider = inner.find((part) => nameOf(part).includes(' embed-provider '));
  return embedNode(read.href, title === read.href ? '' : title, provider ? textOf(provider) : '');
}

/** The card of a story of this library, as our own pages have it. */
export function ownStoryCard(element: HtmlElement): DocumentNode | undefined {
  const id = storyId.safeParse(attr(element, 'data-story-card'));
  return id.success ? { type: 'storyCard', attrs: { storyId: id.data } } : undefined;
}
