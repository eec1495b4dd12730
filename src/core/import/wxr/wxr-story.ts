import { parseFragment } from 'parse5';
import { LossList } from '../../loss.js';
import { slug } from '../../text/file-name.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import { emptyStory } from '../empty-story.js';
import { textOf } from '../html/html-tree.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { ImportedStory, ImportResult } from '../importer.js';
import { classicParagraphs } from './classic-post.js';
import { textIn, type LooseElement } from './loose-xml.js';
import { captionsToFigures, reportShortcodes } from './shortcodes.js';
import type { WxrChannel } from './wxr-channel.js';

/** Kinds of entry that are no text for readers: pictures, menus, and what the site's programs keep for themselves. */
const notStories: Readonly<Record<string, string>> = {
  nav_menu_item: 'a line of a menu',
  revision: 'an earlier version of a post',
  custom_css: 'a style sheet',
  customize_changeset: 'a setting of the theme',
  oembed_cache: 'a stored copy of another page',
  wp_block: 'a reusable block',
  wp_template: 'a template',
  wp_template_part: 'a part of a template',
  wp_global_styles: 'a style of the theme',
  wp_navigation: 'a menu',
  wp_font_family: 'a font',
  wp_font_face: 'a font',
};

/** The story of one entry of a WordPress export; an entry that is none is refused by what it is. */
export function readWxrItem(item: readonly LooseElement[], channel: WxrChannel, language: string): ImportResult {
  const type = textIn(item, 'wp:post_type');
  const sourceId = oneLine(textIn(item, 'guid') || textIn(item, 'link') || textIn(item, 'wp:post_id')).slice(0, 400);
  const notAStory = type === 'attachment' ? pictureOf(item) : notStories[type];
  if (notAStory !== undefined && (type === 'attachment' || Object.hasOwn(notStories, type)))
    return { refused: { code: 'import.no-story', params: { detail: notAStory } }, sourceId };
  const losses = new LossList();
  const { isPublished, ...dates } = standOf(item, losses);
  const names = namesOf(item, losses);
  const author = channel.nameOf(textIn(item, 'dc:creator'));
  reportRest(item, type, losses);
  const body = bodyOf(item, losses);
  const ownLanguage = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(channel.language) ? channel.language : language;
  const story: ImportedStory = {
    ...emptyStory,
    content: {
      sourceId: sourceId === '' ? null : sourceId,
      headline: plain(textIn(item, 'title')).slice(0, 2_000),
      dek: plain(textIn(item, 'excerpt:encoded')).slice(0, 100_000),
      urlSlug: slugOf(textIn(item, 'wp:post_name')),
      language: ownLanguage,
      ...seoOf(item),
      ...dates,
    },
    ...names,
    authorNames: author === '' ? [] : [oneLine(author).slice(0, 200)],
    isPublished,
    body: body.body,
  };
  return { story, media: body.images, losses: losses.list };
}

const plain = (html: string): string => oneLine(textOf(parseFragment(html.toWellFormed())));

function pictureOf(item: readonly LooseElement[]): string {
  const address = textIn(item, 'wp:attachment_url') || textIn(item, 'guid');
  return `a picture or another file of the site (${address}), which is never fetched; add it by hand where it is used`;
}

/** `post_name` is percent-encoded for any letter outside ASCII. */
function slugOf(name: string): string {
  try {
    return slug(decodeURIComponent(name).replace(/\.html?$/u, '')).slice(0, 200);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return slug(name).slice(0, 200);
  }
}

interface Standing {
  readonly isPublished: boolean;
  readonly createdAt?: string;
  readonly firstPublishedAt?: string;
  readonly publishedAt?: string;
  readonly schedule?: { readonly at: string; readonly tz: string };
}

function standOf(item: readonly LooseElement[], losses: LossList): Standing {
  const status = textIn(item, 'wp:status');
  const isLocked = textIn(item, 'wp:post_password') !== '';
  if (isLocked) losses.add('password', 'The post was behind a password: it came in as a draft');
  if (status === 'trash' || status === 'private')
    losses.add('status', status === 'trash' ? 'The post was in the bin of its site' : 'The post was private');
  const at = dateOf(item);
  if (at === null) return { isPublished: status === 'publish' && !isLocked };
  if (status === 'future') return { isPublished: false, createdAt: at, schedule: { at, tz: 'UTC' } };
  if (status !== 'publish' || isLocked) return { isPublished: false, createdAt: at };
  return { isPublished: true, createdAt: at, firstPublishedAt: at, publishedAt: at };
}

/** GMT first; a draft has none ("0000-00-00 00:00:00"), and old exports only the date of the feed. */
function dateOf(item: readonly LooseElement[]): string | null {
  for (const name of ['wp:post_date_gmt', 'wp:post_date']) {
    const text = textIn(item, name);
    const at = text.startsWith('0000') ? null : readInstant(text);
    if (at !== null) return at;
  }
  const text = textIn(item, 'pubDate');
  const time = /^\w{3}, \d{1,2} \w{3} \d{4} [\d:]+ [+-]\d{4}$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) || time <= 0 ? null : new Date(time).toISOString();
}

/** The first category is the section, the others and the tags are tags; what a site invented beside them too. */
function namesOf(item: readonly LooseElement[], losses: LossList): Pick<ImportedStory, 'sectionName' | 'tagNames'> {
  const categories: string[] = [];
  const tags: string[] = [];
  for (const { name, attrs, text } of item) {
    if (name !== 'category') continue;
    const label = plain(text).slice(0, 120);
    const domain = attrs.get('domain') ?? 'category';
    if (label === '' || domain === 'nav_menu' || (domain === 'category' && attrs.get('nicename') === 'uncategorized'))
      continue;
    if (domain === 'post_format')
      losses.add('postFormat', 'The look that the theme gave this kind of post was not kept');
    else if (domain === 'category') categories.push(label);
    else tags.push(label);
  }
  const [sectionName = '', ...others] = new Set(categories);
  return {
    sectionName,
    tagNames: [...new Set([...others, ...tags])].filter((tag) => tag !== sectionName).slice(0, 500),
  };
}

function seoOf(item: readonly LooseElement[]): Pick<ImportedStory['content'], 'headlines'> {
  const seo = oneLine(metaOf(item, '_yoast_wpseo_title') || metaOf(item, 'rank_math_title'));
  // "%%title%% %%sep%%": made by the program when the page was shown.
  return seo === '' || seo.includes('%')
    ? {}
    : { headlines: { web: '', print: '', seo: seo.slice(0, 2_000), social: '' } };
}

function metaOf(item: readonly LooseElement[], key: string): string {
  const entry = item.find(({ name, children }) => name === 'wp:postmeta' && textIn(children, 'wp:meta_key') === key);
  return entry ? textIn(entry.children, 'wp:meta_value') : '';
}

function reportRest(item: readonly LooseElement[], type: string, losses: LossList): void {
  for (const { name, children } of item) {
    if (name === 'wp:comment') losses.add('comment', 'Comments of readers were not kept');
    else if (name === 'wp:postmeta' && !textIn(children, 'wp:meta_key').startsWith('_'))
      losses.add('meta', 'Fields that the site added to the post have no place in a story');
  }
  if (metaOf(item, '_thumbnail_id') !== '')
    losses.add(
      'leadImage',
      'The picture over the story was not fetched: the pictures of the site are listed by address',
    );
  if (type !== 'post' && type !== 'page' && type !== '')
    losses.add('postType', `It was of a kind that its site added ("${type.slice(0, 40)}") and is a story now`);
}

function bodyOf(
  item: readonly LooseElement[],
  losses: LossList,
): Pick<ReturnType<typeof readHtmlFragment>, 'body' | 'images'> {
  const written = textIn(item, 'content:encoded') || textIn(item, 'description');
  const hasBlocks = /<!--\s*wp:/u.test(written);
  for (const [, name = ''] of written.matchAll(/<!--\s*wp:([\w/-]+)[^\n]{0,2000}?\/-->/gu))
    if (!/^(?:more|nextpage|spacer|separator)$/u.test(name))
      losses.add('block', `A block that its site fills when the page is shown ("${name}") was dropped`);
  const figures = captionsToFigures(written);
  reportShortcodes(figures, losses);
  const link = textIn(item, 'link');
  const html = hasBlocks ? figures : classicParagraphs(figures);
  const read = readHtmlFragment(html, /^https?:\/\//u.test(link) ? { base: link } : {});
  losses.addAll(read.losses);
  return read;
}
