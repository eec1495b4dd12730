import { blockText } from '../../document/plain-text.js';
import { LossList } from '../../loss.js';
import { escapeHtml } from '../../text/escape.js';
import { emptyStory } from '../empty-story.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { ImportContext, ImportedStory, ImportResult } from '../importer.js';
import { bylineText } from '../page-words.js';
import { textGroups } from '../text/text-body.js';
import {
  mediaTopicOf,
  wireInstant,
  wireLanguage,
  wireLine,
  wireNote,
  wirePlace,
  wireUrgency,
} from '../wire/wire-fields.js';
import { associationsOf, bodyOf, figureOf, roleText, type NinjsPicture } from './ninjs-body.js';
import { itemsOf, textOf, type NinjsItem } from './ninjs-item.js';

/** Keys whose content is read, or says nothing that a story would keep; every other one is a loss. 1.x beside 2.x and 3.x. */
const known = new Set(
  `uri standard $standard type representationtype profile version firstcreated versioncreated contentcreated pubstatus
urgency language copyrightholder copyrightnotice usageterms ednote title by byline slugline located headline headlines
descriptions bodies people person place places subject subjects genre genres infosource infosources association
associations altids rendition renditions embargoed embargoeduntil keywords body charcount wordcount mimetype priority`.split(
    /\s+/u,
  ),
);
const isKnown = (key: string): boolean => known.has(key) || /^(?:body|headline|description)_/u.test(key);

/** What an item is when it is no story, by its type. */
const notStories: Readonly<Record<string, string>> = {
  picture: 'a picture; add it by hand where it is used',
  graphic: 'a graphic; add it by hand where it is used',
  video: 'a video',
  audio: 'a sound',
  event: 'an event of a calendar',
  planning: 'a plan of coverage',
};

/** The story of one item of ninjs 1.x, 2.x or 3.x, its keys in lower case (`lowerKeys`). */
export function readNinjsItem(item: NinjsItem, { language }: Pick<ImportContext, 'language'>): ImportResult {
  const losses = new LossList();
  const sourceId = wireLine(textOf(item, 'uri')).slice(0, 400);
  const body = bodyOf(item);
  const headline = wireLine(headlineOf(item));
  if (!body && headline === '') {
    const strange = Object.keys(item).filter((key) => !isKnown(key));
    const extra = strange.length === 0 ? '' : `; ninjs does not have "${strange.slice(0, 5).join('", "')}"`;
    const detail = notStories[textOf(item, 'type')] ?? `it has neither a headline nor a text${extra}`;
    return { refused: { code: 'import.no-story', params: { detail } }, ...(sourceId === '' ? {} : { sourceId }) };
  }
  const { pictures, related } = associationsOf(item, losses);
  const lead = pictures.find(({ isLead }) => isLead);
  const read = readHtmlFragment(
    htmlOf(
      body,
      pictures.filter((picture) => picture !== lead),
    ),
  );
  losses.addAll(read.losses);
  reportRest(item, losses);
  const shown = read.images.filter(({ key }) => key !== lead?.path);
  const opening = blockText(read.body.content?.[0] ?? { type: 'paragraph' });
  const story: ImportedStory = {
    ...emptyStory,
    content: {
      ...fieldsOf(item, losses),
      ...wirePlace(textOf(item, 'located'), opening),
      headline,
      sourceId: sourceId === '' ? null : sourceId,
      language: wireLanguage(textOf(item, 'language'), language),
    },
    ...namesOf(item, losses),
    related,
    leadImage: lead ? { key: lead.path, alt: lead.alt, caption: lead.caption, credit: lead.credit } : null,
    body: read.body,
  };
  const media = lead
    ? [{ key: lead.path, fileName: lead.path.split('/').at(-1) ?? lead.path, alt: lead.alt, bytes: null }]
    : [];
  return { story, media: [...media, ...shown], losses: losses.list };
}

const headlineOf = (item: NinjsItem): string =>
  roleText(itemsOf(item, 'headlines'), '') ||
  textOf(item, 'headline') ||
  textOf(item, 'headline_main') ||
  textOf(itemsOf(item, 'headlines')[0] ?? {}, 'value') ||
  textOf(item, 'title');

/** The text as HTML, with the pictures that it does not show at its end. */
function htmlOf(body: ReturnType<typeof bodyOf>, pictures: readonly NinjsPicture[]): string {
  const written = body?.value ?? '';
  const html =
    body?.isHtml === true
      ? withOwnPictures(written, pictures)
      : textGroups(written)
          .map((group) => `<p>${group.map(escapeHtml).join('<br>')}</p>`)
          .join('');
  const rest = pictures.filter(({ path }) => !html.includes(path) && !html.includes(encodeURI(path)));
  return html + rest.map(figureOf).join('');
}

/** Pictures that lie beside the file are shown from there, where the text names them by the address they will have. */
function withOwnPictures(html: string, pictures: readonly NinjsPicture[]): string {
  const paths = new Map(pictures.map(({ path }) => [encodeURI(path), path]));
  return html.replace(/(\ssrc=")https?:\/\/([^"]+)"/giu, (whole, start: string, address: string) => {
    const found = [...paths.keys()].find((path) => address.endsWith(`/${path}`));
    return found === undefined ? whole : `${start}${found}"`;
  });
}

function fieldsOf(item: NinjsItem, losses: LossList): ImportedStory['content'] {
  const headlines = itemsOf(item, 'headlines');
  const descriptions = itemsOf(item, 'descriptions');
  const created = wireInstant(textOf(item, 'firstcreated') || textOf(item, 'versioncreated'), losses);
  const published = wireInstant(textOf(item, 'contentcreated'), losses);
  const embargo = wireInstant(textOf(item, 'embargoed') || textOf(item, 'embargoeduntil'), losses);
  const seo = wireLine(roleText(headlines, 'seo'));
  const social = wireLine(roleText(headlines, 'social'));
  const print = wireLine(roleText(headlines, 'print'));
  const web = wireLine(roleText(headlines, 'web'));
  const altIds = itemsOf(item, 'altids');
  const alt = (role: string): readonly string[] =>
    altIds
      .filter((entry) => textOf(entry, 'role').toLowerCase() === role)
      .map((entry) => wireLine(textOf(entry, 'value')));
  const priority = Number(alt('priority')[0] ?? Number.NaN);
  const genre = wireLine(textOf(itemsOf(item, 'genres', 'genre')[0] ?? {}, 'name')).slice(0, 80);
  if (textOf(item, 'pubstatus') === 'canceled')
    losses.add('canceled', 'Its sender has withdrawn this story: do not use it before you have asked');
  return {
    kicker: wireLine(roleText(headlines, 'kicker')),
    headlines: { web, print, seo, social },
    dek: wireNote(roleText(descriptions, 'summary') || textOf(item, 'description_text') || roleText(descriptions, '')),
    byline: bylineText(wireLine(textOf(item, 'by') || textOf(item, 'byline'))),
    slugline: wireLine(textOf(item, 'slugline')),
    takeKey: alt('takekey')[0] ?? '',
    signal: alt('signal').slice(0, 20),
    priority: priority >= 1 && priority <= 9 ? Math.round(priority) : null,
    urgency: wireUrgency(textOf(item, 'urgency') || null, losses),
    genre: genre === '' ? null : genre,
    source: wireLine(textOf(itemsOf(item, 'infosources', 'infosource')[0] ?? {}, 'name')),
    copyrightHolder: wireLine(textOf(item, 'copyrightholder')),
    copyrightNotice: wireLine(textOf(item, 'copyrightnotice')),
    usageTerms: wireNote(textOf(item, 'usageterms')),
    ednote: wireNote(textOf(item, 'ednote')),
    subjects: topicsOf(item),
    ...(created === null ? {} : { createdAt: created }),
    // Kept with the story: should it be published here, its first day is that of its source.
    ...(published === null ? {} : { firstPublishedAt: published }),
    ...(embargo === null ? {} : { embargo: { at: embargo, tz: 'UTC' } }),
  };
}

function topicsOf(item: NinjsItem): NonNullable<ImportedStory['content']['subjects']> {
  const codes = itemsOf(item, 'subjects', 'subject').flatMap(
    (subject) => mediaTopicOf(textOf(subject, 'uri') || textOf(subject, 'code'), textOf(subject, 'scheme')) ?? [],
  );
  return [...new Set(codes)].slice(0, 100);
}

/** `rel`: `classifies` is the section, what is no topic of the IPTC is a tag. */
function namesOf(item: NinjsItem, losses: LossList): Pick<ImportedStory, 'sectionName' | 'tagNames' | 'authorNames'> {
  const named = itemsOf(item, 'subjects', 'subject').filter(
    (subject) => mediaTopicOf(textOf(subject, 'uri') || textOf(subject, 'code'), textOf(subject, 'scheme')) === null,
  );
  const isSection = (subject: NinjsItem): boolean => textOf(subject, 'rel') === 'classifies';
  const section = named.find(isSection);
  const keywords = Array.isArray(item['keywords']) ? item['keywords'].filter((word) => typeof word === 'string') : [];
  const tags = [
    ...named.filter((subject) => subject !== section).map((subject) => textOf(subject, 'name')),
    ...keywords,
  ];
  const people = itemsOf(item, 'people', 'person');
  const others = people.filter((entry) => textOf(entry, 'rel') !== 'author').length;
  if (others > 0) losses.add('entity', 'People named as topics have no place in a story', others);
  return {
    sectionName: wireLine(section ? textOf(section, 'name') : '').slice(0, 120),
    tagNames: [...new Set(tags.map((tag) => wireLine(tag).slice(0, 120)))].filter((tag) => tag !== '').slice(0, 500),
    authorNames: people
      .filter((entry) => textOf(entry, 'rel') === 'author')
      .map((entry) => wireLine(textOf(entry, 'name')).slice(0, 200))
      .filter((name) => name !== ''),
  };
}

function reportRest(item: NinjsItem, losses: LossList): void {
  for (const key of Object.keys(item))
    if (!isKnown(key))
      losses.add(`field:${key.slice(0, 60)}`, `The field "${key.slice(0, 60)}" has no place in a story`);
  const places = itemsOf(item, 'places', 'place').length;
  if (places > 0) losses.add('places', 'Places named as topics were not kept', places);
}
