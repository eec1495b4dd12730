import { escapeHtml } from '../text/escape.js';
import { oneLine } from '../text/spaces.js';
import { shownDay } from '../export/html/page-dates.js';
import { addressOfFile, hrefOfPath, rootOf } from './site-paths.js';
import { PagePlace, type Site } from './site-frame.js';
import { sitePage, type MadePage } from './site-page.js';
import { storyCard } from './story-card.js';
import type { Redirect } from './site-plan.js';

/** Stories that the search page lists where no script runs. */
export const searchListLength = 50;

/** The search page: a plain list of the newest stories, until the script answers a question. */
export function searchPage(site: Site): MadePage {
  const title = site.words.site.search;
  const about = { template: 'search', title, description: title, isIndexed: false, hasScript: true };
  return sitePage(site, 'search/index.html', about, (place, media) => ({
    data: place.to('search/stories.js'),
    script: place.to('assets/search.js'),
    cards: site.plan.stories.slice(0, searchListLength).map((story) => storyCard(site, place, media, story)),
  }));
}

/**
 * What the search page searches: headline, excerpt, section, byline, tags and day of every story. JSON inside one call,
 * since a page that is read from a disk may run a script file but not fetch one.
 */
export function searchData(site: Site): string {
  const { settings, words } = site;
  const rows = site.plan.stories.map((story) => [
    hrefOfPath(story.file),
    oneLine(story.headline) || settings.name,
    oneLine(story.excerpt),
    story.section?.name ?? '',
    shownDay(story.first, settings.timeZone, words),
    [story.byline, ...story.tags].map(oneLine).join(' '),
  ]);
  return `copydeskStories(${JSON.stringify(rows).toWellFormed()});\n`;
}

/** The page for an address that has none. Its links start at the site's base, since it answers at any depth. */
export function notFoundPage(site: Site): MadePage {
  const about = { template: 'not-found', title: site.words.site.notFound, isIndexed: false };
  // Without the host, so that the page works on a copy of the site too.
  const path = site.base === null ? '' : site.base.replace(/^https?:\/\/[^/]*/iu, '');
  return sitePage(site, '404.html', { ...about, root: path }, () => ({}));
}

/** A stub where a page stood before: browsers go on at once, search engines read where it is now. */
export function redirectPage(site: Site, { file, to }: Redirect): string {
  const href = escapeHtml(rootOf(file) + hrefOfPath(to));
  const canonical = new PagePlace(site, to).canonical;
  const title = escapeHtml(`${site.words.site.moved} – ${site.settings.name}`);
  return [
    '<!doctype html>',
    `<html lang="${site.settings.language}" dir="${site.words.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    '<meta name="robots" content="noindex">',
    ...(canonical === null ? [] : [`<link rel="canonical" href="${escapeHtml(canonical)}">`]),
    '</head>',
    '<body>',
    `<p><a href="${href}">${escapeHtml(site.words.site.moved)}</a></p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

export function robotsText(site: Site): string {
  const map =
    site.base === null ? [] : ['', `Sitemap: ${site.base}sitemap.xml`, `Sitemap: ${site.base}news-sitemap.xml`];
  return ['User-agent: *', 'Allow: /', ...map, ''].join('\n');
}

/** The limit of the sitemap protocol for one file. */
const mostAddresses = 50_000;
/** Of Google's news sitemap: at most 1,000 stories of two days, here counted from the newest. */
const mostNews = 1_000;
const newsHours = 48;

const header = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** `sitemap.xml`, and where a site is too large for one file its parts. Stories with their last change, then lists. */
export function siteMaps(site: Site, pages: readonly string[]): readonly { file: string; text: string }[] {
  const { base, plan } = site;
  if (base === null) return [];
  const at = (file: string): string => escapeHtml(base + hrefOfPath(addressOfFile(file)));
  const lines = [
    ...plan.stories.map(
      ({ file, last }) => `<url><loc>${at(file)}</loc><lastmod>${new Date(last).toISOString()}</lastmod></url>`,
    ),
    ...pages.map((file) => `<url><loc>${at(file)}</loc></url>`),
  ];
  const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const fileOf = (part: readonly string[]): string => `${header}<urlset ${space}>\n${part.join('\n')}\n</urlset>\n`;
  if (lines.length <= mostAddresses) return [{ file: 'sitemap.xml', text: fileOf(lines) }];
  const parts: { file: string; text: string }[] = [];
  for (let from = 0; from < lines.length; from += mostAddresses)
    parts.push({
      file: `sitemap-${String(parts.length + 1)}.xml`,
      text: fileOf(lines.slice(from, from + mostAddresses)),
    });
  const index = parts.map(({ file }) => `<sitemap><loc>${at(file)}</loc></sitemap>`).join('\n');
  return [{ file: 'sitemap.xml', text: `${header}<sitemapindex ${space}>\n${index}\n</sitemapindex>\n` }, ...parts];
}

/** Where Chinese is written, Google wants the place with it. */
const newsLanguage = (language: string): string => {
  const lower = language.toLowerCase();
  if (lower === 'zh-tw' || lower.startsWith('zh-hant')) return 'zh-tw';
  if (lower.startsWith('zh')) return 'zh-cn';
  return lower.split('-')[0] ?? lower;
};

export function newsSiteMap(site: Site): string | null {
  const { base, plan, settings } = site;
  if (base === null) return null;
  const newest = plan.stories[0];
  const since = newest ? Date.parse(newest.first) - newsHours * 3_600_000 : 0;
  const news = plan.stories.slice(0, mostNews).filter(({ first }) => Date.parse(first) >= since);
  const entries = news.map(({ file, first, headline, language }) => {
    const loc = escapeHtml(base + hrefOfPath(addressOfFile(file)));
    const name = escapeXml(settings.name);
    const title = escapeXml(oneLine(headline) || settings.name);
    const date = new Date(first).toISOString();
    return `<url><loc>${loc}</loc><news:news><news:publication><news:name>${name}</news:name><news:language>${newsLanguage(language)}</news:language></news:publication><news:publication_date>${date}</news:publication_date><news:title>${title}</news:title></news:news></url>`;
  });
  return `${header}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

/** XML knows no named no-break space, and no control characters at all. */
const escapeXml = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these may not stand in XML
  escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')).replaceAll('&nbsp;', '\u00a0');
