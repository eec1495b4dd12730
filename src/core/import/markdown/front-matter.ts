import { parseDocument, type Document } from 'yaml';
import type { LossList } from '../../loss.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import { emptyStory } from '../empty-story.js';
import { relativePath } from '../html/read-image.js';
import { bylineNames, bylineText } from '../page-words.js';
import type { ImportedCard, ImportedMedia, ImportedStory } from '../importer.js';

export interface SplitMarkdown {
  /** YAML between the two "---" lines; null = the file has none. */
  readonly frontMatter: string | null;
  readonly text: string;
}

/** Cuts the front matter off; a "---" line that is never closed is a dividing line of the text. */
export function splitFrontMatter(file: string): SplitMarkdown {
  const found = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(file);
  return found ? { frontMatter: found[1] ?? '', text: file.slice(found[0].length) } : { frontMatter: null, text: file };
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads YAML 1.2 core (dates stay text, no functions, at most 50 aliases); throws a SyntaxError with the line. */
export function parseFrontMatter(yaml: string): Fields {
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false });
  const fault = document.errors[0];
  if (fault) throw new SyntaxError(`front matter, ${fault.message.split('\n')[0] ?? 'not YAML'}`);
  const value = plainValue(document);
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new SyntaxError('front matter is not a list of "key: value"');
  return value as Fields;
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // What `yaml` throws for aliases that grow without end ("billion laughs").
    if (error instanceof ReferenceError) throw new SyntaxError(`front matter, ${error.message}`, { cause: error });
    throw error;
  }
}

/** Names of a field in Hugo, Jekyll, Eleventy and Copydesk, ours first. */
const names = {
  headline: ['title', 'headline'],
  dek: ['description', 'dek', 'excerpt', 'summary', 'subtitle', 'standfirst'],
  date: ['date', 'published', 'publishDate'],
  modified: ['lastmod', 'modified', 'last_modified_at', 'updated'],
  tags: ['tags', 'tag', 'topics', 'keywords'],
  section: ['section', 'categories', 'category'],
  authors: ['authors', 'author'],
  slug: ['slug'],
  language: ['lang', 'language', 'locale'],
  image: ['image', 'featured_image', 'cover', 'thumbnail'],
} as const;
const plainFields = [
  'kicker',
  'slugline',
  'takeKey',
  'byline',
  'bodyFooter',
  'source',
  'usageTerms',
  'copyrightHolder',
  'copyrightNotice',
] as const;
/** Read elsewhere or of no meaning for a story; not worth a word. */
const silent = new Set([
  'draft',
  'guid',
  'layout',
  'type',
  'imageAlt',
  'imageCaption',
  'imageCredit',
  'dateline',
  'related',
  'media',
  'permalink',
]);

export interface PictureCredit {
  readonly file: string;
  readonly credit: string;
}

export interface ReadFrontMatter {
  readonly story: ImportedStory;
  readonly media: readonly ImportedMedia[];
  /** Credits of the body's pictures in their order: Markdown has no place for one. */
  readonly credits: readonly PictureCredit[];
}

/** Fields of a story from front matter; what has no place in a story is reported by its key. */
export function readFrontMatter(fields: Fields, losses: LossList): ReadFrontMatter {
  const used = new Set<string>([...silent, ...plainFields]);
  const take = (wanted: readonly string[]): unknown => {
    for (const key of wanted) used.add(key);
    return wanted.map((key) => fields[key]).find((value) => value !== undefined && value !== null && value !== '');
  };
  const authors = textsOf(take(names.authors));
  const [section = '', ...moreSections] = textsOf(take(names.section));
  const published = instantOf(take(names.date), 'date', losses);
  const modified = instantOf(take(names.modified), 'lastmod', losses);
  const language = textOf(take(names.language));
  const dateline = textOf(fields['dateline']);
  const single = {
    headline: textOf(take(names.headline)),
    dek: textOf(take(names.dek)),
    urlSlug: textOf(take(names.slug)),
    ...Object.fromEntries(plainFields.map((key) => [key, textOf(fields[key])])),
    byline: bylineText(textOf(fields['byline'])),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) ? language : '',
  };
  const image = take(names.image);
  const tags = [...textsOf(take(names.tags)), ...moreSections];
  for (const key of Object.keys(fields))
    if (!used.has(key)) losses.add(`field:${key}`, `The field "${key}" of the front matter has no place in a story`);
  const lead = leadImageOf(image, fields, losses);
  return {
    story: {
      ...emptyStory,
      content: {
        ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== '')),
        ...(dateline === '' ? {} : { dateline: { located: dateline, date: null, text: dateline } }),
        ...(published ? { firstPublishedAt: published, publishedAt: published } : {}),
        ...(modified ? { modifiedAt: modified } : {}),
      },
      sectionName: section,
      tagNames: tags.filter((tag, at) => tags.indexOf(tag) === at),
      authorNames: authors.length === 1 ? bylineNames(authors[0] ?? '') : authors,
      related: cardsOf(fields['related']),
      leadImage: lead,
    },
    media: lead
      ? [{ key: lead.key, fileName: lead.key.split('/').at(-1) ?? lead.key, alt: lead.alt, bytes: null }]
      : [],
    credits: creditsOf(fields['media']),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return oneLine(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A list, or one text (Jekyll allows "tags: a b"; a comma tells a list, since tags have blanks in them). */
function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value];
  return list.map((entry) => (isFields(entry) ? textOf(entry['name']) : textOf(entry))).filter((text) => text !== '');
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function instantOf(value: unknown, key: string, losses: LossList): string | null {
  const text = textOf(value);
  if (text === '') return null;
  const instant = readInstant(text);
  if (!instant) losses.add(`field:${key}`, `The date "${text}" of the front matter could not be read`);
  return instant;
}

function leadImageOf(image: unknown, fields: Fields, losses: LossList): ImportedStory['leadImage'] {
  const source = isFields(image)
    ? textOf(image['src'] ?? image['file'] ?? image['url'] ?? image['image'])
    : textOf(image);
  if (source === '') return null;
  const key = relativePath(source.replace(/^\//u, ''));
  if (key === null) {
    losses.add('remoteImage', 'A picture on another computer was not fetched. Add the picture by hand');
    return null;
  }
  const own = isFields(image) ? image : {};
  return {
    key,
    alt: textOf(own['alt'] ?? fields['imageAlt']),
    caption: textOf(own['caption'] ?? fields['imageCaption']),
    credit: textOf(own['credit'] ?? fields['imageCredit']),
  };
}

function cardsOf(value: unknown): readonly ImportedCard[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((entry) => {
    if (typeof entry === 'string')
      return [{ url: null, headline: oneLine(entry), section: '', excerpt: '', imageAlt: '' }];
    if (!isFields(entry)) return [];
    const url = textOf(entry['url']);
    const headline = textOf(entry['headline'] ?? entry['title']);
    if (headline === '') return [];
    return [
      {
        url: /^https?:\/\//iu.test(url) ? url : null,
        headline,
        section: textOf(entry['section']),
        excerpt: textOf(entry['excerpt']),
        imageAlt: textOf(entry['imageAlt']),
      },
    ];
  });
}

function creditsOf(value: unknown): readonly PictureCredit[] {
  const entries = Array.isArray(value) ? (value as readonly unknown[]).filter(isFields) : [];
  return entries.map((entry) => ({ file: textOf(entry['file']), credit: textOf(entry['credit']) }));
}
