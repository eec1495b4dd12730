import { LossList } from '../../loss.js';
import { slug } from '../../text/file-name.js';
import { readInstant } from '../../text/read-instant.js';
import { emptyStory } from '../empty-story.js';
import { relativePath } from '../html/read-image.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { ImportedStory, ImportResult } from '../importer.js';
import { wireLanguage, wireLine, wireNote } from '../wire/wire-fields.js';
import type { GhostPost } from './ghost-schema.js';
import { lexicalHtml } from './lexical-html.js';

/** What the other tables of an export say about a post. */
export interface AboutPost {
  readonly authors: readonly string[];
  /** The first one is Ghost's primary tag: our section. */
  readonly tags: readonly string[];
  readonly seoTitle: string;
  readonly socialTitle: string;
  readonly imageAlt: string;
  readonly imageCaption: string;
}

/** The story of one post of Ghost. */
export function readGhostPost(post: GhostPost, about: AboutPost, language: string): ImportResult {
  const losses = new LossList();
  const sourceId = `ghost:${post.id}`.slice(0, 400);
  const html = htmlOf(post, losses);
  if (html === undefined)
    return {
      refused: {
        code: 'import.no-story',
        params: { detail: 'its text is only there in the old form of Ghost (mobiledoc); export it from a newer Ghost' },
      },
      sourceId,
    };
  const read = readHtmlFragment(withOwnPaths(html));
  losses.addAll(read.losses);
  const lead = leadOf(post, about, losses);
  if (post.visibility !== '' && post.visibility !== 'public')
    losses.add('visibility', 'The post was for members only; its site showed it to nobody else');
  const [sectionName = '', ...tagNames] = about.tags.map((tag) => wireLine(tag).slice(0, 120));
  const story: ImportedStory = {
    ...emptyStory,
    content: {
      sourceId,
      headline: wireLine(post.title),
      dek: wireNote(post.custom_excerpt),
      urlSlug: slug(post.slug).slice(0, 200),
      language: wireLanguage(post.locale, language),
      headlines: { web: '', print: '', seo: wireLine(about.seoTitle), social: wireLine(about.socialTitle) },
      ...datesOf(post),
    },
    sectionName,
    tagNames: [...new Set(tagNames)].filter((tag) => tag !== '' && tag !== sectionName).slice(0, 500),
    authorNames: about.authors.map((name) => wireLine(name).slice(0, 200)).filter((name) => name !== ''),
    leadImage: lead,
    isPublished: isOut(post),
    body: read.body,
  };
  const media = lead && !read.images.some(({ key }) => key === lead.key);
  const beside = media
    ? [{ key: lead.key, fileName: lead.key.split('/').at(-1) ?? lead.key, alt: lead.alt, bytes: null }]
    : [];
  return { story, media: [...beside, ...read.images], losses: losses.list };
}

const isOut = ({ status }: GhostPost): boolean => status === 'published' || status === 'sent';

/** undefined = a text that cannot be read. */
function htmlOf(post: GhostPost, losses: LossList): string | undefined {
  if (post.html !== '') return post.html;
  if (post.lexical !== '') {
    try {
      return lexicalHtml(post.lexical, losses);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      losses.add('text', 'The text of the post is damaged and could not be read');
    }
  }
  return post.mobiledoc === '' ? '' : undefined;
}

/** Pictures of the site itself, which lie beside the file where its folder of contents was copied too. */
const withOwnPaths = (html: string): string => html.replace(/(\b(?:src|data-src)=["'])__GHOST_URL__\//gu, '$1');

function leadOf(post: GhostPost, about: AboutPost, losses: LossList): ImportedStory['leadImage'] {
  if (post.feature_image === '') return null;
  const key = relativePath(post.feature_image.replace(/^__GHOST_URL__\//u, ''));
  if (key === null) {
    losses.add('remoteImage', 'A picture on another computer was not fetched. Add the picture by hand');
    return null;
  }
  return {
    key,
    alt: wireNote(about.imageAlt),
    caption: wireNote(about.imageCaption.replace(/<[^>]*>/gu, '')),
    credit: '',
  };
}

/** Milliseconds in old files, ISO in new ones. */
function instantOf(value: unknown): string | null {
  if (typeof value === 'string') return readInstant(value);
  return typeof value === 'number' && value > 0 && value < 8.64e15 ? new Date(value).toISOString() : null;
}

function datesOf(post: GhostPost): ImportedStory['content'] {
  const created = instantOf(post.created_at);
  const published = instantOf(post.published_at);
  const createdAt = created ?? published;
  return {
    ...(createdAt === null ? {} : { createdAt }),
    ...(published !== null && isOut(post) ? { firstPublishedAt: published, publishedAt: published } : {}),
    ...(published !== null && post.status === 'scheduled' ? { schedule: { at: published, tz: 'UTC' } } : {}),
  };
}
