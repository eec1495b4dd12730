import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { personSchema } from '../../../src/core/people/person.js';
import { defaultSettings, settingsSchema } from '../../../src/core/publication/settings.js';
import { storyStates } from '../../../src/core/story/states.js';
import { MediaTopics, type MediaTopicsFile } from '../../../src/core/taxonomy/media-topics.js';
import { sectionColours } from '../../../src/core/taxonomy/taxonomy.js';
import { uuid } from '../../builders/story.js';

interface SampleStory {
  readonly file: string;
  readonly state: string;
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
  readonly related?: readonly string[];
  readonly leadImage?: { readonly file: string; readonly alt: string; readonly caption: string };
  readonly note?: string;
}
interface Newsroom {
  readonly publication: Readonly<Record<string, unknown>>;
  readonly people: readonly Readonly<Record<string, string>>[];
  readonly sections: readonly { readonly name: string; readonly colour: string; readonly subject: string }[];
  readonly credit: string;
  readonly stories: readonly SampleStory[];
}

const folder = path.resolve(import.meta.dirname, '../../../resources/sample');
const read = (...parts: readonly string[]): string => readFileSync(path.join(folder, ...parts), 'utf8');
const newsroom = parse(read('newsroom.yaml')) as Newsroom;
const topics = new MediaTopics(JSON.parse(read('../taxonomies/iptc-mediatopics.json')) as MediaTopicsFile);
const files = newsroom.stories.map(({ file }) => file);
const text = (file: string): string => read('stories', `${file}.md`);

/** Front matter and body of a sample story. */
function parts(file: string): { readonly matter: Readonly<Record<string, unknown>>; readonly body: string } {
  const [, matter = '', ...rest] = text(file).split(/^---\n/mu);
  return { matter: parse(matter) as Readonly<Record<string, unknown>>, body: rest.join('---\n').trim() };
}

describe('the sample newsroom', () => {
  test('has settings, people and sections that Copydesk takes', () => {
    expect(settingsSchema.safeParse({ ...defaultSettings, ...newsroom.publication }).success).toBe(true);
    for (const [at, person] of newsroom.people.entries())
      expect(personSchema.safeParse({ ...person, id: uuid(at) }).success).toBe(true);
    for (const section of newsroom.sections) {
      expect(sectionColours).toContain(section.colour);
      expect(topics.topic(section.subject)?.retired).toBe(false);
    }
  });

  test('has a text for each story of its list, and none besides', () => {
    expect(readdirSync(path.join(folder, 'stories')).sort()).toEqual(files.map((file) => `${file}.md`).sort());
  });

  test.each(newsroom.stories)('files $file under what exists', (story) => {
    const { matter, body } = parts(story.file);
    expect(newsroom.sections.map(({ name }) => name)).toContain(matter['section']);
    expect(storyStates).toContain(story.state);
    for (const author of story.authors) expect(newsroom.people.map(({ key }) => key)).toContain(author);
    for (const code of story.subjects) expect(topics.topic(code)?.retired).toBe(false);
    for (const related of story.related ?? []) expect(files).toContain(related);
    if (story.state === 'killed') expect(story.note).toBeTruthy();
    if (story.leadImage) expect(existsSync(path.join(folder, 'media', story.leadImage.file))).toBe(true);
    for (const [, picture = ''] of body.matchAll(/!\[[^\]]+\]\(\.\.\/(\S+)/gu))
      expect(existsSync(path.join(folder, picture))).toBe(true);
  });

  test('puts no card of an unpublished story on a published page', () => {
    const stateOf = new Map(newsroom.stories.map(({ file, state }) => [file, state]));
    for (const story of newsroom.stories.filter(({ state }) => state === 'published'))
      expect((story.related ?? []).map((file) => stateOf.get(file))).toEqual(
        (story.related ?? []).map(() => 'published'),
      );
  });

  test('shows stories in every part of the desk, in a language from right to left too', () => {
    const states = new Set(newsroom.stories.map(({ state }) => state));
    for (const state of ['draft', 'inProgress', 'submitted', 'approved', 'published', 'spiked', 'killed'])
      expect(states).toContain(state);
    expect(files.map((file) => parts(file).matter['lang'])).toContain('ar');
  });

  test('has pictures that are light', () => {
    for (const name of readdirSync(path.join(folder, 'media')))
      expect(statSync(path.join(folder, 'media', name)).size).toBeLessThan(180_000);
  });
});

test('the lead story has eleven paragraphs, its dek, and the three cards in their order', () => {
  const [lead] = newsroom.stories;
  const { matter, body } = parts(lead?.file ?? '');
  expect(matter['title']).toBe('Ukraine–Russia Peace Talks Resume in the UAE Amid Ongoing Fighting');
  expect(matter['section']).toBe('International');
  const paragraphs = body.split('\n\n');
  expect(paragraphs).toHaveLength(11);
  expect(paragraphs[0]?.startsWith(String(matter['description']))).toBe(true);
  const cards = (lead?.related ?? []).map((file) => parts(file).matter);
  expect(cards.map((card) => card['title'])).toEqual([
    'Justice Department releases 2015 Epstein dinner photo featuring Musk and Zuckerberg',
    'Mexico to Send Food Aid to Cuba by Monday Amid U.S. Oil Pressure',
    'European Leaders Warn of Growing Climate and Security Threats as Global Risks Increase',
  ]);
  expect(cards.map((card) => String(card['description']).split(/\s+/u).slice(0, 12).join(' '))).toEqual([
    'A newly released Justice Department photo shows Jeffrey Epstein at a 2015',
    'Mexico plans to send humanitarian aid to Cuba by Monday, mainly consisting',
    'European leaders are warning that climate change is increasingly merging with security',
  ]);
});
