import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedStory } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import { mediaTopicOf, wireInstant, wireLine, wireNote, wireUrgency } from '../wire/wire-fields.js';

type Content = ImportedStory['content'];

/** A concept by its own name, else by its literal; catalogues that would name it are never fetched. */
const nameOf = (element: XmlElement | undefined): string =>
  wireLine(element?.child('name')?.text ?? element?.attr('literal') ?? '');

/** `newsItem/itemMeta`: moments, provider, embargo, note to the desk. */
export function itemMetaOf(meta: XmlElement | undefined, losses: LossList): Content {
  if (!meta) return {};
  const moment = (name: string): string | null => wireInstant(meta.child(name)?.text ?? '', losses);
  const created = moment('firstCreated') ?? moment('versionCreated');
  const embargo = moment('embargoed');
  const provider = nameOf(meta.child('provider'));
  const signals = meta.elements('signal').flatMap((entry) => entry.attr('qcode') ?? []);
  if (/cancell?ed$/iu.test(meta.child('pubStatus')?.attr('qcode') ?? ''))
    losses.add('canceled', 'Its sender has withdrawn this story: do not use it before you have asked');
  return {
    ...(provider === '' ? {} : { source: provider }),
    ednote: wireNote(
      meta
        .elements('edNote')
        .map(({ text }) => text)
        .join(' '),
    ),
    signal: signals.map(wireLine).slice(0, 20),
    ...(created === null ? {} : { createdAt: created }),
    ...(embargo === null ? {} : { embargo: { at: embargo, tz: 'UTC' } }),
  };
}

/** `newsItem/rightsInfo`. */
export function rightsOf(rights: XmlElement | undefined): Content {
  if (!rights) return {};
  return {
    copyrightHolder: nameOf(rights.child('copyrightHolder')),
    copyrightNotice: wireLine(rights.child('copyrightNotice')?.text ?? ''),
    usageTerms: wireNote(
      rights
        .elements('usageTerms')
        .map(({ text }) => text)
        .join(' '),
    ),
  };
}

/** `newsItem/contentMeta`: what is written over the story. */
export function contentMetaOf(
  meta: XmlElement | undefined,
  losses: LossList,
): Content & { readonly located: string; readonly byline: string } {
  const headlines = meta?.elements('headline') ?? [];
  const role = (element: XmlElement): string => element.attr('role') ?? '';
  const of = (name: string): string => wireLine(headlines.find((line) => role(line).endsWith(name))?.text ?? '');
  const main = headlines.find((line) => role(line) === '' || /:(?:main|headline)$/u.test(role(line))) ?? headlines[0];
  const headline = wireLine(main?.text ?? '');
  const descriptions = meta?.elements('description') ?? [];
  const dek = descriptions.find((entry) => role(entry).endsWith('summary')) ?? descriptions[0];
  const shown = meta?.child('by')?.text ?? meta?.elements('creator').map(nameOf).filter(Boolean).join(', ') ?? '';
  const seo = of(':seo');
  const social = of(':social');
  const genre = nameOf(meta?.child('genre')).slice(0, 80);
  return {
    headline,
    kicker: of(':kicker'),
    dek: wireNote(dek?.text ?? ''),
    slugline: wireLine(meta?.child('slugline')?.text ?? ''),
    urgency: wireUrgency(meta?.child('urgency')?.text, losses),
    genre: genre === '' ? null : genre,
    source: nameOf(meta?.child('infoSource')),
    ...(seo + social === '' ? {} : { headlines: { web: '', print: '', seo, social } }),
    located: meta?.child('dateline')?.text ?? nameOf(meta?.child('located')),
    byline: wireLine(shown),
  };
}

/** Topics, section and tags. Names of people and organisations are no tags unless the desk makes them so: a loss. */
export function namesOf(
  meta: XmlElement | undefined,
  losses: LossList,
): Pick<ImportedStory, 'sectionName' | 'tagNames' | 'authorNames'> {
  const tags: string[] = [];
  let sectionName = '';
  for (const subject of meta?.elements('subject') ?? []) {
    const code = subject.attr('qcode') ?? subject.attr('uri') ?? '';
    const kind = subject.attr('type') ?? '';
    const name = nameOf(subject);
    if (mediaTopicOf(code) !== null || name === '') continue;
    if (/section|category/iu.test(`${code.split(':')[0] ?? ''} ${subject.attr('role') ?? ''}`)) sectionName ||= name;
    else if (kind === '' || kind.endsWith(':abstract')) tags.push(name);
    else losses.add('entity', 'People, places and organisations named as subjects have no place in a story');
  }
  tags.push(...(meta?.elements('keyword') ?? []).map(({ text }) => oneLine(text)));
  const tagNames = [...new Set(tags.map((tag) => tag.slice(0, 120)))].filter((tag) => tag !== '').slice(0, 500);
  const authorNames = meta?.child('by')
    ? []
    : (meta?.elements('creator') ?? []).map(nameOf).filter((name) => name !== '');
  return {
    sectionName: sectionName.slice(0, 120),
    tagNames,
    authorNames: authorNames.map((name) => name.slice(0, 200)),
  };
}

/** Codes of the IPTC's topics among the subjects. */
export const topicsOf = (meta: XmlElement | undefined): NonNullable<Content['subjects']> =>
  [
    ...new Set(
      (meta?.elements('subject') ?? []).flatMap(
        (subject) => mediaTopicOf(subject.attr('qcode') ?? subject.attr('uri') ?? '') ?? [],
      ),
    ),
  ].slice(0, 100);
