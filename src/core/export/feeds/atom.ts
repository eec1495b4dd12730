import type { Rendition } from '../rendition.js';
import { element, textElement, xmlDocument, type Xml } from '../xml/xml-writer.js';
import { feedItems, type FeedFacts, type FeedItem, type FeedOptions } from './feed-facts.js';
import { mediaTypeOf } from './picture-type.js';

/** Atom 1.0 (RFC 4287) with whole texts. */
export function atomFeed(renditions: readonly Rendition[], facts: FeedFacts, options: FeedOptions): string {
  const items = feedItems(renditions, options);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': facts.language },
      // RFC 4287 4.2.6: an address that never changes; the feed's own, else one made of its name.
      element('id', {}, facts.self ?? `urn:copydesk:feed:${encodeURIComponent(facts.title)}`),
      element('title', {}, facts.title),
      facts.description === facts.title ? null : textElement('subtitle', facts.description),
      element('updated', {}, facts.updated),
      // 4.1.1: a feed has an author unless each of its entries has one.
      element('author', {}, element('name', {}, facts.title)),
      facts.self === null ? null : element('link', { rel: 'self', type: 'application/atom+xml', href: facts.self }),
      facts.home === null ? null : element('link', { rel: 'alternate', type: 'text/html', href: facts.home }),
      textElement('rights', facts.rights),
      ...items.map((item) => atomEntry(item, facts)),
    ),
  );
}

function atomEntry(item: FeedItem, facts: FeedFacts): Xml {
  const { picture } = item;
  return element(
    'entry',
    item.language === facts.language ? {} : { 'xml:lang': item.language },
    element('id', {}, item.id),
    element('title', {}, item.title),
    item.url === null ? null : element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    picture ? element('link', { rel: 'enclosure', type: mediaTypeOf(picture.path), href: picture.path }) : null,
    element('published', {}, item.published),
    element('updated', {}, item.updated),
    ...item.authors.map((name) => element('author', {}, element('name', {}, name))),
    item.section === '' ? null : element('category', { term: item.section }),
    ...item.topics.map(({ code, label }) =>
      element('category', { term: code, scheme: 'http://cv.iptc.org/newscodes/mediatopic/', label }),
    ),
    ...item.tags.map((tag) => element('category', { term: tag })),
    textElement('summary', item.summary),
    // 4.1.3.3: HTML as escaped text.
    element('content', { type: 'html' }, item.html),
    textElement('rights', item.rights),
  );
}
