import type { LossList } from '../../loss.js';
import { slug } from '../../text/file-name.js';
import { oneLine } from '../../text/spaces.js';
import { rfc822 } from '../feeds/rss.js';
import { articleHtml, besideThePage } from '../html/article-html.js';
import { isoInZone } from '../html/page-dates.js';
import type { Rendition } from '../rendition.js';
import { wirePictures, type WirePicture } from '../wire/wire-pictures.js';
import { cdataElement, element, textElement, type Xml } from '../xml/xml-writer.js';

/** Numbers of posts, from 1 through the whole file: WordPress gives its own and keeps the relations. */
export class WxrNumbers {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

interface WxrContext {
  readonly numbers: WxrNumbers;
  readonly losses: LossList;
  readonly themeText: (name: string) => string;
}

/** The post of a story, then an attachment for its lead picture where it has an address to be fetched from. */
export function wxrItems(rendition: Rendition, { numbers, losses, themeText }: WxrContext): readonly Xml[] {
  const post = numbers.next();
  const content = articleHtml(rendition, { themeText, losses, placing: besideThePage, with: ['dateline'] });
  const lead = wirePictures(rendition, 'media').pictures.find(({ isLead }) => isLead);
  const picture = lead?.web === null || lead === undefined ? null : numbers.next();
  if (lead && picture === null)
    losses.add('picture', 'Pictures without an address were left out; their captions were kept');
  if (rendition.related.length > 0) losses.add('related', 'Related cards were left out', rendition.related.length);
  const item = element(
    'item',
    {},
    ...common(rendition, post, oneLine(rendition.headline)),
    cdataElement('content:encoded', content),
    cdataElement('excerpt:encoded', rendition.hasOwnDek ? oneLine(rendition.dek) : ''),
    ...state(rendition, 'post', rendition.edition === null ? 'draft' : 'publish'),
    rendition.section ? category('category', rendition.section.slug, rendition.section.name) : null,
    ...rendition.tags.map((tag) => category('post_tag', slug(tag), oneLine(tag))),
    ...meta(rendition, picture),
  );
  return picture === null || !lead ? [item] : [item, attachment(rendition, lead, picture, post)];
}

/** "2026-02-03 10:00:00", the clock of the publication; WordPress knows no zones in a file. */
const clock = (instant: string, zone: string): string => isoInZone(instant, zone).slice(0, 19).replace('T', ' ');

function common(rendition: Rendition, id: number, title: string): readonly (Xml | null)[] {
  const at = rendition.firstPublishedAt ?? rendition.modifiedAt;
  const changed = rendition.publishedAt ?? rendition.modifiedAt;
  const zone = rendition.publication.timeZone;
  const author = oneLine(rendition.authors[0]?.name ?? '');
  return [
    cdataElement('title', title),
    textElement('link', rendition.url),
    element('pubDate', {}, rfc822(at)),
    cdataElement('dc:creator', author === '' ? 'admin' : slug(author)),
    element('guid', { isPermaLink: 'false' }, rendition.guid),
    element('description', {}),
    element('wp:post_id', {}, String(id)),
    cdataElement('wp:post_date', clock(at, zone)),
    cdataElement('wp:post_date_gmt', clock(at, 'UTC')),
    cdataElement('wp:post_modified', clock(changed, zone)),
    cdataElement('wp:post_modified_gmt', clock(changed, 'UTC')),
  ];
}

function state(rendition: Rendition, type: string, status: string, parent = 0): readonly Xml[] {
  const name =
    rendition.path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return [
    cdataElement('wp:comment_status', rendition.publication.commentUrl === '' ? 'closed' : 'open'),
    cdataElement('wp:ping_status', 'closed'),
    cdataElement('wp:post_name', type === 'post' ? name : `${name}-picture`),
    cdataElement('wp:status', status),
    element('wp:post_parent', {}, String(parent)),
    element('wp:menu_order', {}, '0'),
    cdataElement('wp:post_type', type),
    cdataElement('wp:post_password', ''),
    element('wp:is_sticky', {}, '0'),
  ];
}

const category = (domain: string, nicename: string, name: string): Xml =>
  cdataElement('category', name, { domain, nicename });

const postMeta = (key: string, value: string): Xml =>
  element('wp:postmeta', {}, cdataElement('wp:meta_key', key), cdataElement('wp:meta_value', value));

/** What a post has no field for; keys that begin with "_" are WordPress' own. */
function meta(rendition: Rendition, picture: number | null): readonly Xml[] {
  const own: Readonly<Record<string, string>> = {
    kicker: oneLine(rendition.kicker),
    byline: oneLine(rendition.byline),
    slugline: oneLine(rendition.slugline),
    dateline: oneLine(rendition.dateline),
    copyright_notice: oneLine(rendition.copyrightNotice),
    usage_terms: oneLine(rendition.usageTerms),
    source: oneLine(rendition.source),
    language: rendition.language,
    media_topics: rendition.subjects.map(({ code }) => code).join(' '),
    story_guid: rendition.guid,
    story_edition: rendition.edition === null ? '' : String(rendition.edition),
  };
  return [
    ...(picture === null ? [] : [postMeta('_thumbnail_id', String(picture))]),
    ...Object.entries(own)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => postMeta(`copydesk_${key}`, value)),
  ];
}

function attachment(rendition: Rendition, lead: WirePicture, id: number, post: number): Xml {
  return element(
    'item',
    {},
    ...common({ ...rendition, guid: `${rendition.guid}:picture` }, id, lead.alt || oneLine(rendition.headline)),
    cdataElement('content:encoded', ''),
    cdataElement('excerpt:encoded', [lead.caption, lead.credit].filter((part) => part !== '').join(' ')),
    ...state(rendition, 'attachment', 'inherit', post),
    cdataElement('wp:attachment_url', lead.web ?? ''),
    lead.alt === '' ? null : postMeta('_wp_attachment_image_alt', lead.alt),
  );
}
