import { oneLine } from '../../text/spaces.js';
import { attr, childrenOf, elementsOf, type HtmlElement, type HtmlNode } from './html-tree.js';

/** What a page says about itself for machines: JSON-LD, Open Graph, `<meta>`; '' and [] where it says nothing. */
export interface PageMetadata {
  readonly headline: string;
  readonly description: string;
  readonly section: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly published: string;
  readonly modified: string;
  readonly language: string;
  /** The page's own address. */
  readonly url: string;
  readonly siteName: string;
}

const articleTypes = /^(?:\w*NewsArticle|Article|BlogPosting|Report|OpinionNewsArticle|LiveBlogPosting)$/u;

export function readPageMetadata(document: HtmlNode): PageMetadata {
  const metas = new Map<string, string[]>();
  const scripts: string[] = [];
  let title = '';
  let canonical = '';
  let language = '';
  let base = '';
  for (const element of elementsOf(document)) {
    const { tagName } = element;
    if (tagName === 'html') language = attr(element, 'lang') || attr(element, 'xml:lang');
    else if (tagName === 'title' && title === '') title = oneLine(rawText(element));
    else if (tagName === 'base') base = attr(element, 'href');
    else if (tagName === 'link' && attr(element, 'rel').toLowerCase() === 'canonical')
      canonical = attr(element, 'href');
    else if (tagName === 'script' && attr(element, 'type').toLowerCase() === 'application/ld+json')
      scripts.push(rawText(element));
    else if (tagName === 'meta') {
      const name = (attr(element, 'property') || attr(element, 'name') || attr(element, 'itemprop')).toLowerCase();
      const content = oneLine(attr(element, 'content'));
      if (name !== '' && content !== '') metas.set(name, [...(metas.get(name) ?? []), content]);
    }
  }
  const meta = (...names: readonly string[]): string =>
    names.map((name) => metas.get(name)?.[0] ?? '').find((text) => text !== '') ?? '';
  const article = articleOf(scripts);
  const text = (name: string): string => (typeof article[name] === 'string' ? oneLine(article[name]) : '');
  const authors = namesOf(article['author']);
  const keywords = listOf(article['keywords']);
  return {
    headline: text('headline') || meta('og:title', 'twitter:title') || title,
    description: text('description') || meta('og:description', 'description', 'twitter:description'),
    section: listOf(article['articleSection'])[0] ?? meta('article:section', 'section'),
    authors: authors.length > 0 ? authors : metaAuthors(metas),
    tags: metas.get('article:tag') ?? (keywords.length > 0 ? keywords : splitList(meta('news_keywords', 'keywords'))),
    published: text('datePublished') || meta('article:published_time', 'datepublished', 'date', 'dc.date', 'pubdate'),
    modified: text('dateModified') || meta('article:modified_time', 'datemodified', 'last-modified'),
    language: language || text('inLanguage') || meta('og:locale').replace('_', '-'),
    url: [canonical, meta('og:url'), text('url'), base].find((address) => /^https?:\/\//iu.test(address)) ?? '',
    siteName: meta('og:site_name'),
  };
}

function rawText(element: HtmlElement): string {
  return childrenOf(element)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
}

/** An author is a name, not the address of a profile (Facebook's use of `article:author`). */
function metaAuthors(metas: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...(metas.get('author') ?? []), ...(metas.get('article:author') ?? [])]
    .filter((name) => !/^https?:/iu.test(name))
    .filter((name, at, all) => all.indexOf(name) === at);
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first article among the page's JSON-LD blocks, in `@graph` or beside it; broken JSON is passed over. */
function articleOf(scripts: readonly string[]): JsonObject {
  for (const script of scripts) {
    const value = parseJson(script);
    const roots = Array.isArray(value) ? value : [value];
    const nodes = roots.flatMap((root: unknown) =>
      isObject(root) && Array.isArray(root['@graph']) ? (root['@graph'] as unknown[]) : [root],
    );
    for (const node of nodes) {
      if (isObject(node) && listOf(node['@type']).some((type) => articleTypes.test(type))) return node;
    }
  }
  return {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const splitList = (text: string): readonly string[] =>
  text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return splitList(oneLine(value));
  if (!Array.isArray(value)) return [];
  return value.filter((part): part is string => typeof part === 'string').map(oneLine);
}

function namesOf(value: unknown): readonly string[] {
  const people: readonly unknown[] = Array.isArray(value) ? value : [value];
  return people
    .map((person) => (isObject(person) ? person['name'] : person))
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '' && !/^https?:/iu.test(name))
    .map(oneLine);
}
