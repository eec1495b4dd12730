import type { Rendition } from '../rendition.js';
import { isoInZone } from './page-dates.js';

/** The lead picture as the page shows it: its largest file and that file's size. */
export interface PagedImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** schema.org NewsArticle for search engines; a field that the story does not have is left out, not written empty. */
export function newsArticle(rendition: Rendition, lead: PagedImage | null): Readonly<Record<string, unknown>> {
  const { publication } = rendition;
  const zone = publication.timeZone;
  const holder = rendition.copyrightHolder || publication.copyrightHolder;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: rendition.headlines.seo || rendition.headline,
    ...(rendition.dek === '' ? {} : { description: rendition.dek }),
    ...(rendition.url === null ? {} : { url: rendition.url, mainEntityOfPage: rendition.url }),
    ...(lead !== null && rendition.url !== null
      ? {
          image: {
            '@type': 'ImageObject',
            url: absolute(rendition.url, lead.src),
            width: lead.width,
            height: lead.height,
          },
        }
      : {}),
    ...(rendition.firstPublishedAt === null ? {} : { datePublished: isoInZone(rendition.firstPublishedAt, zone) }),
    ...(rendition.publishedAt === null ? {} : { dateModified: isoInZone(rendition.publishedAt, zone) }),
    inLanguage: rendition.language,
    ...(rendition.authors.length > 0
      ? { author: rendition.authors.map(({ name }) => ({ '@type': 'Person', name })) }
      : {}),
    ...(rendition.section ? { articleSection: rendition.section.name } : {}),
    ...(rendition.tags.length > 0 ? { keywords: rendition.tags } : {}),
    wordCount: rendition.words,
    isAccessibleForFree: true,
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publication.name,
      ...(publication.baseUrl === '' ? {} : { url: publication.baseUrl }),
    },
    ...(holder === '' ? {} : { copyrightHolder: { '@type': 'Organization', name: holder } }),
    ...(rendition.corrections.length > 0
      ? {
          correction: rendition.corrections.map(({ text, at }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: isoInZone(at, zone),
          })),
        }
      : {}),
  };
}

/** A file beside the page (or "../" above it) as an absolute address: a page's own address may or may not end in "/". */
export function absolute(pageUrl: string, path: string): string {
  let folder = pageUrl.replace(/[^/]*$/u, '');
  let rest = path;
  for (; rest.startsWith('../'); rest = rest.slice(3)) folder = folder.replace(/[^/]*\/$/u, '');
  return folder + rest;
}
