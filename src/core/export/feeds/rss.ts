import { twoDigits } from '../../text/instant.js';
import type { Rendition } from '../rendition.js';
import { cdataElement, element, textElement, xmlDocument, type Xml } from '../xml/xml-writer.js';
import { feedItems, type FeedFacts, type FeedItem, type FeedOptions } from './feed-facts.js';
import { mediaTypeOf } from './picture-type.js';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** RFC 822 with a year of four digits, as RSS 2.0 wants it: "Tue, 03 Feb 2026 10:00:00 +0000". */
export function rfc822(instant: string): string {
  const at = new Date(instant);
  const date = `${twoDigits(at.getUTCDate())} ${months[at.getUTCMonth()] ?? ''} ${String(at.getUTCFullYear()).padStart(4, '0')}`;
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(twoDigits).join(':');
  return `${days[at.getUTCDay()] ?? ''}, ${date} ${time} +0000`;
}

/** RSS 2.0 with whole texts (content:encoded), authors (dc:creator) and lead pictures (Media RSS). */
export function rssFeed(renditions: readonly Rendition[], facts: FeedFacts, options: FeedOptions): string {
  const items = feedItems(renditions, options);
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        element('title', {}, facts.title),
        // RSS 2.0 wants a link: without an address the publication's own kind of "nowhere" (RFC 6761) stands there.
        element('link', {}, facts.home ?? 'https://local.invalid/'),
        element('description', {}, facts.description || facts.title),
        textElement('language', facts.language),
        textElement('copyright', facts.rights),
        element('lastBuildDate', {}, rfc822(facts.updated)),
        element('docs', {}, 'https://www.rssboard.org/rss-specification'),
        facts.self === null
          ? null
          : element('atom:link', { href: facts.self, rel: 'self', type: 'application/rss+xml' }),
        ...items.map(rssItem),
      ),
    ),
  );
}

function rssItem(item: FeedItem): Xml {
  const { picture } = item;
  return element(
    'item',
    {},
    element('title', {}, item.title),
    textElement('link', item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.published)),
    // Read by some readers as the moment of a correction; RSS itself has no date of change.
    item.updated === item.published ? null : element('atom:updated', {}, item.updated),
    ...item.authors.map((name) => element('dc:creator', {}, name)),
    textElement('category', item.section),
    ...item.topics.map(({ code, label }) =>
      element('category', { domain: 'http://cv.iptc.org/newscodes/mediatopic/' }, label || code),
    ),
    ...item.tags.map((tag) => element('category', {}, tag)),
    textElement('description', item.summary),
    cdataElement('content:encoded', item.html),
    textElement('dc:rights', item.rights),
    picture
      ? element(
          'media:content',
          {
            url: picture.path,
            type: mediaTypeOf(picture.path),
            medium: 'image',
            width: picture.width,
            height: picture.height,
          },
          textElement('media:description', picture.caption || picture.alt, { type: 'plain' }),
          textElement('media:credit', picture.credit, { role: 'photographer', scheme: 'urn:ebu' }),
        )
      : null,
  );
}
