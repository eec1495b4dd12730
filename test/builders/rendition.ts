import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ExportedFile, ExportOptions } from '../../src/core/export/exporter.js';
import type { Rendition, RenditionImage } from '../../src/core/export/rendition.js';
import { mediaId } from '../../src/core/ids.js';
import { plainUse } from '../../src/core/media/picture-use.js';
import { defaultSettings } from '../../src/core/publication/settings.js';
import { doc, p, story, uuid } from './story.js';

const theme = new URL('../../resources/themes/default/', import.meta.url);
const themeText = (name: string): string => readFileSync(new URL(name, theme), 'utf8');
const themeBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, theme)));

/** What an exporter is handed in a test: the real theme, and a story that only `json` reads. */
export function exportOptions(fields: Partial<ExportOptions> = {}): ExportOptions {
  return {
    story: story(),
    themeText,
    themeBytes,
    stem: 'ferry-returns',
    ninjs: '2.2',
    // Not a real one: the words of the page behind it, so that tests can read them.
    printPage: ([page]) => {
      const words = typeof page?.content === 'string' ? page.content : '';
      return Promise.resolve(new TextEncoder().encode(`%PDF-1.4\n${words}`));
    },
    pictureBytes: () => Promise.resolve(new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
    sha256Base64: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
    ...fields,
  };
}

/** The id of the `number`-th test picture. */
export const picture = (number: number, extension = 'jpg') =>
  mediaId.parse(`${number.toString(16).padStart(4, '0').padEnd(64, '0')}.${extension}`);

export function renditionImage(fields: Partial<RenditionImage> = {}): RenditionImage {
  return {
    ...plainUse,
    mediaId: picture(1),
    width: 1600,
    height: 900,
    alt: 'The ferry at the quay',
    caption: 'The ferry at the quay on Monday.',
    credit: 'Photograph: M. Sato',
    ...fields,
  };
}

/** A published story, resolved; every field may be set. */
export function rendition(fields: Partial<Rendition> = {}): Rendition {
  const { name, timeZone, copyrightHolder } = defaultSettings;
  return {
    guid: `urn:newsml:example.org:2026-02-03:${uuid(1)}`,
    id: uuid(1),
    edition: 1,
    language: 'en-GB',
    direction: 'ltr',
    kicker: '',
    headline: 'Ferry returns to the old harbour',
    headlines: { web: '', print: '', seo: '', social: '' },
    dek: 'After seventeen years the boat is back.',
    hasOwnDek: true,
    byline: 'Maren Holt',
    authors: [{ name: 'Maren Holt', role: 'author' }],
    bodyFooter: '',
    dateline: 'Port Merrow',
    section: { name: 'Harbour & coast', slug: 'harbour-coast', colour: '#2f7a76' },
    sections: [
      { name: 'International', slug: 'international' },
      { name: 'Harbour & coast', slug: 'harbour-coast' },
    ],
    subjects: [],
    tags: ['Old harbour', 'Shipping'],
    slugline: 'ferry',
    takeKey: '',
    genre: null,
    place: [],
    urgency: null,
    priority: null,
    signal: [],
    source: '',
    usageTerms: '',
    copyrightHolder: '',
    copyrightNotice: '',
    ednote: '',
    url: 'https://post.example.org/harbour-coast/2026/02/ferry-returns/',
    path: '/harbour-coast/2026/02/ferry-returns/',
    leadImage: null,
    body: doc(p('The ferry is back.'), p('People cheered.')),
    media: {},
    storyLinks: {},
    storyCards: {},
    related: [],
    corrections: [],
    words: 6,
    readingMinutes: 1,
    createdAt: '2026-02-03T10:00:00.000Z',
    modifiedAt: '2026-02-03T10:00:00.000Z',
    firstPublishedAt: '2026-02-03T10:00:00.000Z',
    publishedAt: '2026-02-03T10:00:00.000Z',
    publication: {
      name,
      baseUrl: 'https://post.example.org/',
      timeZone,
      language: 'en-GB',
      commentUrl: 'https://comments.example.org/new',
      shareTargets: ['copyLink', 'email', 'whatsapp', 'bluesky', 'facebook', 'linkedin', 'telegram', 'x'],
      copyrightHolder,
    },
    ...fields,
  };
}

/** The text of a file of an export; throws where there is none. */
export function fileText(files: readonly ExportedFile[], path: string): string {
  const content = files.find((file) => file.path === path)?.content;
  if (typeof content !== 'string')
    throw new Error(`no text file "${path}" among ${files.map((file) => file.path).join(', ')}`);
  return content;
}
