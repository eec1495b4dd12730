import { escapeJsonScript, writeHref } from '../../text/escape.js';
import type { Rendition } from '../rendition.js';
import { absolute, newsArticle, type PagedImage } from './json-ld.js';
import { isoInZone } from './page-dates.js';

export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly robots: string;
  readonly canonical: string | null;
  /** Open Graph (`property`) and Twitter (`name`) tags. */
  readonly properties: readonly MetaTag[];
  readonly names: readonly MetaTag[];
  /** Written raw into `<style>`; its hash stands in `policy`. '' where `stylesheet` names a file. */
  readonly style: string;
  readonly stylesheet: string | null;
  readonly feeds: readonly FeedLink[];
  readonly jsonLd: string;
  readonly policy: string;
}

export interface FeedLink {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** What the pages of a site have in common instead of a style of their own. */
export interface SharedHead {
  readonly stylesheet: string;
  readonly feeds: readonly FeedLink[];
}

/** What a page says of itself to browsers, search engines and link previews. A proof asks to be left out of an index. */
export function pageHead(
  rendition: Rendition,
  lead: PagedImage | null,
  style: string | SharedHead,
  sha256Base64: (text: string) => string,
): PageHead {
  const { publication, url } = rendition;
  const jsonLd = escapeJsonScript(newsArticle(rendition, lead));
  const shown = rendition.headlines.seo || rendition.headline;
  return {
    title: shown === '' ? publication.name : `${shown} – ${publication.name}`,
    description: rendition.dek,
    robots: rendition.edition === null ? 'noindex, nofollow' : 'max-image-preview:large',
    canonical: url === null ? null : writeHref(url),
    properties: openGraph(rendition, lead),
    names: twitter(rendition, lead),
    ...(typeof style === 'string' ? { style, stylesheet: null, feeds: [] } : { style: '', ...style }),
    jsonLd,
    policy: policyOf(
      typeof style === 'string' ? `'sha256-${sha256Base64(style)}'` : null,
      sha256Base64(jsonLd),
      publication.commentUrl,
    ),
  };
}

/**
 * Nothing may run and nothing may load but this page's own pictures and fonts. The JSON-LD block is data and would not
 * run anyway; its hash is there for checkers that take it for a script.
 */
function policyOf(style: string | null, dataHash: string, commentUrl: string): string {
  const origin = /^https?:\/\/[^/?#]+/iu.exec(commentUrl)?.[0];
  // A site read from a disk: there `'self'` is nothing in some browsers. On the web `file:` lets nothing in.
  const disk = style === null ? ' file:' : '';
  return [
    "default-src 'none'",
    `img-src 'self'${disk} data:`,
    `font-src 'self'${disk}`,
    `style-src ${style ?? "'self' file:"}`,
    `script-src 'sha256-${dataHash}'`,
    `form-action ${origin ?? "'none'"}`,
    "base-uri 'none'",
  ].join('; ');
}

function openGraph(rendition: Rendition, lead: PagedImage | null): readonly MetaTag[] {
  const { publication, url } = rendition;
  const zone = publication.timeZone;
  const tags: [string, string | null][] = [
    ['og:type', 'article'],
    ['og:title', rendition.headlines.social || rendition.headline],
    ['og:description', rendition.dek],
    ['og:url', url === null ? null : writeHref(url)],
    ['og:site_name', publication.name],
    ['og:locale', localeOf(rendition.language)],
    ...(lead !== null && url !== null
      ? ([
          ['og:image', writeHref(absolute(url, lead.src))],
          ['og:image:alt', lead.alt],
          ['og:image:width', String(lead.width)],
          ['og:image:height', String(lead.height)],
        ] as [string, string][])
      : []),
    [
      'article:published_time',
      rendition.firstPublishedAt === null ? null : isoInZone(rendition.firstPublishedAt, zone),
    ],
    ['article:modified_time', rendition.publishedAt === null ? null : isoInZone(rendition.publishedAt, zone)],
    ['article:section', rendition.section?.name ?? null],
    ...rendition.authors.map(({ name }): [string, string] => ['article:author', name]),
    ...rendition.tags.map((tag): [string, string] => ['article:tag', tag]),
  ];
  return tags.flatMap(([name, content]) => (content === null || content === '' ? [] : [{ name, content }]));
}

function twitter(rendition: Rendition, lead: PagedImage | null): readonly MetaTag[] {
  const hasImage = lead !== null && rendition.url !== null;
  return [
    { name: 'twitter:card', content: hasImage ? 'summary_large_image' : 'summary' },
    ...rendition.authors.slice(0, 1).map(({ name }) => ({ name: 'author', content: name })),
  ];
}

/** Open Graph wants "en_GB"; a language without a region stays as it is. */
function localeOf(language: string): string {
  const [code = '', region] = language.split('-');
  return region === undefined ? code : `${code}_${region.toUpperCase()}`;
}
