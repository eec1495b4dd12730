import { MediaFiles } from '../export/html/media-files.js';
import { renderTemplate } from '../export/html/theme-engine.js';
import type { ExportedFile } from '../export/exporter.js';
import { navigation, PagePlace, siteFrame, type Site } from './site-frame.js';

/** A page as it is written, with the pictures that it shows (paths from the site's root). */
export interface MadePage {
  readonly html: string;
  readonly pictures: readonly ExportedFile[];
}

interface PageAbout {
  readonly template: string;
  readonly title: string;
  readonly description?: string;
  /** The section whose place in the navigation is marked. */
  readonly section?: string | null;
  readonly isIndexed?: boolean;
  /** Only the search page runs a script, and only ours. */
  readonly hasScript?: boolean;
  /** Links from the root of the server: for a page that answers for any address. */
  readonly root?: string;
}

/** Makes a page that is no story's. `fill` gives what its template is about, beside what every page has. */
export function sitePage(
  site: Site,
  file: string,
  about: PageAbout,
  fill: (place: PagePlace, media: MediaFiles) => object,
): MadePage {
  const { settings, words, plan } = site;
  const place = new PagePlace(site, file, about.root);
  const media = new MediaFiles(`${place.root}media`);
  const section = about.section == null ? undefined : plan.groupOf('section', about.section);
  const title = about.title === settings.name ? about.title : `${about.title} – ${settings.name}`;
  const description = about.description ?? '';
  const canonical = about.isIndexed === false ? null : place.canonical;
  const html = renderTemplate(site.themeText, about.template, {
    language: settings.language,
    direction: words.direction,
    words,
    wordsLang: '',
    isProof: false,
    publication: { name: settings.name, href: place.to('index.html') },
    sections: navigation(site, place, about.section ?? null),
    site: siteFrame(site, place),
    copyright: settings.copyrightHolder === '' ? '' : `© ${settings.copyrightHolder}`,
    title: about.title,
    head: {
      title,
      description,
      robots: about.isIndexed === false ? 'noindex' : 'max-image-preview:large',
      canonical,
      properties: [
        { name: 'og:type', content: 'website' },
        { name: 'og:title', content: about.title },
        { name: 'og:site_name', content: settings.name },
        ...(canonical === null ? [] : [{ name: 'og:url', content: canonical }]),
      ],
      names: [],
      style: '',
      stylesheet: place.stylesheet,
      feeds: place.feeds(section),
      jsonLd: '',
      policy: policyOf(about.hasScript === true),
    },
    ...fill(place, media),
  });
  return { html, pictures: fromRoot(media.files, place.root) };
}

const policyOf = (hasScript: boolean): string =>
  [
    "default-src 'none'",
    "img-src 'self' file: data:",
    "font-src 'self' file:",
    "style-src 'self' file:",
    ...(hasScript ? ["script-src 'self' file:"] : []),
    `form-action ${hasScript ? "'self' file:" : "'none'"}`,
    "base-uri 'none'",
  ].join('; ');

/** The files of a page with their paths from the site's root. */
export const fromRoot = (files: readonly ExportedFile[], root: string): readonly ExportedFile[] =>
  files.map(({ path, content }) => ({ path: path.slice(root.length), content }));
