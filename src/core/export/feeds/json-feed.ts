import type { Rendition } from '../rendition.js';
import { feedItems, type FeedFacts, type FeedItem, type FeedOptions } from './feed-facts.js';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) with whole texts. */
export function jsonFeed(renditions: readonly Rendition[], facts: FeedFacts, options: FeedOptions): string {
  const feed = filled({
    version: 'https://jsonfeed.org/version/1.1',
    title: facts.title,
    home_page_url: facts.home,
    feed_url: facts.self,
    description: facts.description === facts.title ? null : facts.description,
    language: facts.language,
    items: feedItems(renditions, options).map(jsonItem),
  });
  return `${JSON.stringify(feed, null, 2).toWellFormed()}\n`;
}

function jsonItem(item: FeedItem): Readonly<Record<string, unknown>> {
  return filled({
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    image: item.picture?.path,
    date_published: item.published,
    date_modified: item.updated === item.published ? null : item.updated,
    authors: item.authors.map((name) => ({ name })),
    tags: [item.section, ...item.tags, ...item.topics.map(({ label }) => label)].filter(isFirst),
    language: item.language,
    // A custom key starts with "_" and is an object (1.1, Extensions).
    _copydesk: item.rights === '' ? null : { rights: item.rights },
  });
}

const isFirst = (tag: string, at: number, all: readonly string[]): boolean => tag !== '' && all.indexOf(tag) === at;

/** Only what has something to say: an empty list or text is no fact. `items` stays, since a feed has them. */
function filled(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) =>
        key === 'items' ||
        key === 'content_html' ||
        (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
    ),
  );
}
