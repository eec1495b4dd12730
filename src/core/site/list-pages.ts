import { isoInZone, shownDay } from '../export/html/page-dates.js';
import { oneLine } from '../text/spaces.js';
import { fileOfPage, type ListPage } from './paging.js';
import { sitePage, type MadePage } from './site-page.js';
import type { PagePlace, Site } from './site-frame.js';
import type { Group, SitedStory } from './site-plan.js';
import { storyCard } from './story-card.js';

/** Cards on a page of a list; a month's list is lines only. */
export const cardsOnPage = 24;
export const linesOnPage = 100;
export const correctionsOnPage = 50;

/** A section, tag, topic, author or month: one page of its stories. */
export function groupPage(site: Site, group: Group, page: ListPage<SitedStory>, last: number): MadePage {
  const name = groupName(site, group);
  const file = fileOfPage(group.folder, page);
  const title = page.isFirst ? name : `${name}, ${site.words.site.page.replace('{n}', String(page.number))}`;
  const section = group.kind === 'section' ? group.key : null;
  const template = group.kind === 'month' ? 'month' : 'list';
  return sitePage(site, file, { template, title, description: title, section }, (place, media) => ({
    heading: name,
    kind: group.kind,
    above: above(site, place, group),
    cards: page.items.map((story) => storyCard(site, place, media, story)),
    pager: pagerOf(place, group.folder, page, last),
  }));
}

/** A month is named by the words of the site, everything else has its own name. */
export function groupName(site: Site, group: Group): string {
  if (group.kind !== 'month') return oneLine(group.name) || site.settings.name;
  const [year = '', month = ''] = group.key.split('-');
  const { words } = site;
  return words.site.monthYear.replace('{month}', words.months[Number(month) - 1] ?? month).replace('{year}', year);
}

/** The list that the group itself stands in; a section stands in the navigation. */
function above(site: Site, place: PagePlace, { kind }: Group): { name: string; href: string } | null {
  const { archive, tags, subjects, authors } = site.words.site;
  switch (kind) {
    case 'section':
      return null;
    case 'month':
      return { name: archive, href: place.to('archive/index.html') };
    case 'tag':
      return { name: tags, href: place.to('tag/index.html') };
    case 'subject':
      return { name: subjects, href: place.to('subject/index.html') };
    case 'author':
      return { name: authors, href: place.to('author/index.html') };
  }
}

/** `last` = the number of the front page: the newest stories. */
function pagerOf(place: PagePlace, folder: string, page: ListPage<unknown>, last: number): object | null {
  if (last === 1) return null;
  const to = (number: number): string => place.to(fileOfPage(folder, { number, isFirst: number === last }));
  const { number } = page;
  // The front page is not counted on the pages themselves: they would all change with each new one.
  return {
    newer: page.isFirst ? null : number + 1 === last ? place.to(`${folder}/index.html`) : to(number + 1),
    older: number === 1 ? null : place.to(fileOfPage(folder, { number: number - 1, isFirst: false })),
    number,
  };
}

/** All tags, topics or authors, with how many stories each has. */
export function groupsPage(site: Site, kind: 'tag' | 'subject' | 'author'): MadePage {
  const { tags, subjects, authors, stories, oneStory } = site.words.site;
  const title = { tag: tags, subject: subjects, author: authors }[kind];
  return sitePage(site, `${kind}/index.html`, { template: 'groups', title, description: title }, (place) => ({
    groups: site.plan.groups[kind].map((group) => ({
      name: oneLine(group.name),
      href: place.toGroup(group),
      count: group.stories.length === 1 ? oneStory : stories.replace('{n}', String(group.stories.length)),
    })),
  }));
}

/** Every month that has stories, by year, newest first. */
export function archivePage(site: Site): MadePage {
  const title = site.words.site.archive;
  const { stories, oneStory } = site.words.site;
  return sitePage(site, 'archive/index.html', { template: 'archive', title, description: title }, (place) => {
    const years = new Map<string, object[]>();
    for (const group of site.plan.groups.month) {
      const [year = '', month = ''] = group.key.split('-');
      const { length } = group.stories;
      const entry = {
        name: site.words.months[Number(month) - 1] ?? month,
        href: place.toGroup(group),
        count: length === 1 ? oneStory : stories.replace('{n}', String(length)),
      };
      years.set(year, [...(years.get(year) ?? []), entry]);
    }
    return { years: [...years].map(([year, months]) => ({ year, months })) };
  });
}

export interface Correction {
  readonly story: SitedStory;
  readonly type: string;
  readonly text: string;
  readonly at: string;
}

/** Every correction of every story, newest first. */
export function correctionsOf(stories: readonly SitedStory[]): readonly Correction[] {
  const all = stories.flatMap((story) => story.corrections.map((entry) => ({ story, ...entry })));
  return all.sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? 1 : -1));
}

export function correctionsPage(site: Site, page: ListPage<Correction>, last: number): MadePage {
  const { settings, words } = site;
  const title = words.site.correctionsPage;
  const labels: Readonly<Record<string, string>> = words.correctionTypes;
  const file = fileOfPage('corrections', page);
  return sitePage(site, file, { template: 'corrections', title, description: title }, (place) => ({
    entries: page.items.map(({ story, type, text, at }) => ({
      label: labels[type] ?? words.correctionTypes.correction,
      text: oneLine(text),
      iso: isoInZone(at, settings.timeZone),
      shown: shownDay(at, settings.timeZone, words),
      headline: oneLine(story.headline) || settings.name,
      href: place.to(story.file),
      attributes: story.direction === words.direction ? '' : ` dir="${story.direction}"`,
    })),
    pager: pagerOf(place, 'corrections', page, last),
  }));
}
