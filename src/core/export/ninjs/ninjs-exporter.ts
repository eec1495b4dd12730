import { LossList } from '../../loss.js';
import { writeHref } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import type { Exporter } from '../exporter.js';
import { articleHtml } from '../html/article-html.js';
import type { Rendition } from '../rendition.js';
import { holderOf, otherHeadlines, pubStatusOf, topicUri, versionMoment } from '../wire/wire-facts.js';
import { wireNote } from '../wire/wire-note.js';
import { wirePictures, type WirePicture } from '../wire/wire-pictures.js';
import { spellKeys, type NinjsVersion } from './ninjs-keys.js';

/** IPTC's JSON of the trade, for CMS and agency systems; the pictures stand in a folder beside the file. */
export const ninjsExporter: Exporter = {
  shape: 'file',
  carriesNotices: true,
  render(rendition, { stem, themeText, ninjs }) {
    const losses = new LossList();
    const pictures = wirePictures(rendition, `${stem}-ninjs`);
    const html = articleHtml(rendition, { themeText, losses, placing: pictures.placing, with: [] });
    const related = rendition.related.filter(({ href }) => href !== null);
    if (related.length < rendition.related.length)
      losses.add(
        'related',
        'Related cards without an address were left out',
        rendition.related.length - related.length,
      );
    const item = filled({
      ...header(rendition, ninjs),
      headlines: [{ role: 'main', value: oneLine(rendition.headline) }, ...otherHeadlines(rendition)],
      descriptions: rendition.hasOwnDek ? [{ role: 'summary', value: oneLine(rendition.dek) }] : [],
      bodies: [{ role: 'main', contentType: 'text/html', wordCount: rendition.words, value: html }],
      people: rendition.authors.map(({ name }) => ({ name: oneLine(name), rel: 'author' })),
      places: rendition.place.map((name) => ({ name: oneLine(name) })),
      subjects: subjects(rendition),
      genres: rendition.genre === null ? [] : [{ name: rendition.genre }],
      infoSources: rendition.source.trim() === '' ? [] : [{ name: oneLine(rendition.source) }],
      associations: [
        ...pictures.pictures.map((picture, at) => pictureItem(rendition, picture, at)),
        ...related.map(({ href, headline, excerpt }, at) =>
          filled({
            // 2.2 and 3.1 associations[]: name and uri are required, and a name stands once.
            name: `related${String(at + 1)}`,
            uri: writeHref(href ?? ''),
            type: 'text',
            headlines: [{ role: 'main', value: oneLine(headline) }],
            descriptions: excerpt.trim() === '' ? [] : [{ role: 'summary', value: oneLine(excerpt) }],
          }),
        ),
      ],
      altIds: altIds(rendition),
    });
    const text = `${JSON.stringify(spellKeys(item, ninjs), null, 2).toWellFormed()}\n`;
    return Promise.resolve({
      files: [{ path: `${stem}.ninjs.json`, content: text }, ...pictures.files],
      losses: losses.list,
      schema: `ninjs-${ninjs}` as const,
    });
  },
};

type Fields = Readonly<Record<string, unknown>>;

function header(rendition: Rendition, version: NinjsVersion): Fields {
  return {
    uri: rendition.guid,
    standard: {
      name: 'ninjs',
      version,
      schema: `https://www.iptc.org/std/ninjs/ninjs-schema_${version}.json`,
    },
    type: 'text',
    representationType: 'full',
    version: String(rendition.edition ?? 0),
    firstCreated: rendition.createdAt,
    versionCreated: versionMoment(rendition),
    contentCreated: rendition.firstPublishedAt,
    pubStatus: pubStatusOf(rendition),
    urgency: rendition.urgency,
    language: rendition.language,
    copyrightHolder: holderOf(rendition),
    copyrightNotice: oneLine(rendition.copyrightNotice),
    usageTerms: rendition.usageTerms.trim(),
    edNote: wireNote(rendition),
    title: oneLine(rendition.headline),
    by: oneLine(rendition.byline),
    slugline: oneLine(rendition.slugline),
    located: oneLine(rendition.dateline),
  };
}

/** Topics of the public vocabulary, then what is the publication's own: section and tags by name. */
function subjects({ subjects: topics, section, tags }: Rendition): readonly Fields[] {
  return [
    ...topics.map(({ code, label }) => filled({ name: oneLine(label), rel: 'about', uri: topicUri(code) })),
    ...(section ? [{ name: oneLine(section.name), rel: 'classifies', literal: section.slug }] : []),
    ...tags.map((tag) => ({ name: oneLine(tag), rel: 'keyword' })),
  ];
}

/** What ninjs has no field for and a receiver's desk still sorts by. */
function altIds({ url, takeKey, priority, signal }: Rendition): readonly Fields[] {
  return [
    { role: 'url', value: url ?? '' },
    { role: 'takeKey', value: oneLine(takeKey) },
    { role: 'priority', value: priority === null ? '' : String(priority) },
    ...signal.map((value) => ({ role: 'signal', value: oneLine(value) })),
  ].filter(({ value }) => value !== '');
}

function pictureItem(rendition: Rendition, picture: WirePicture, at: number): Fields {
  const { path, web, width, height, contentType, alt, caption, credit } = picture;
  const file = { contentType, width, height };
  return filled({
    name: picture.isLead ? 'featuredimage' : `picture${String(at + 1)}`,
    uri: `${rendition.guid}:picture:${String(at + 1)}`,
    type: 'picture',
    by: credit,
    headlines: [],
    descriptions: [
      { role: 'caption', value: caption },
      { role: 'alt', value: alt },
    ].filter(({ value }) => value !== ''),
    // renditions[].href is a URI: the file that came along by its place beside this one (RFC 8089 has no relative form).
    renditions: [
      ...(web === null ? [] : [{ name: 'web', href: web, contentType }]),
      { name: 'file', href: `file:${encodeURI(path)}`, ...file },
    ],
  });
}

/** Only what has something to say. */
const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
