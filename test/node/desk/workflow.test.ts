import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personId } from '../../../src/core/ids.js';
import { personSchema, type Person } from '../../../src/core/people/person.js';
import { createStrings } from '../../../src/core/strings/strings.js';
import { listQuerySchema, type DeskView } from '../../../src/core/story/story-row.js';
import { makeBudget } from '../../../src/node/desk/budget-desk.js';
import { BulkDesk } from '../../../src/node/desk/bulk-desk.js';
import { PeopleDesk } from '../../../src/node/desk/people-desk.js';
import { lookAt } from '../../../src/node/desk/seen-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { writeBudgetInto } from '../../../src/node/desk/write-budget.js';
import { countView, listStories } from '../../../src/node/index/list-stories.js';
import type { Library } from '../../../src/node/library/library.js';
import { doc, p, uuid } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

const person = (number: number, name: string): Person =>
  personSchema.parse({ id: uuid(number), name, initials: name.slice(0, 2), colour: '#123456', role: 'editor' });
const ines = person(1, 'Ines Marr');
const tom = person(2, 'Tom Aguiar');
const withPeople = <T>(work: (library: Library) => Promise<T>, timeZone = 'UTC'): Promise<T> =>
  withLibrary(
    async (library) => {
      await new PeopleDesk(library).save([ines, tom]);
      return work(library);
    },
    { timeZone },
  );
const about = (library: Library, now: Date, timeZone = 'UTC') => ({
  personId: ines.id,
  taxonomy: library.taxonomy.value,
  people: library.people.value.people,
  now,
  timeZone,
});
const shown = (library: Library, view: DeskView, now = new Date(), zone = 'UTC', text = ''): readonly string[] => {
  const query = listQuerySchema.parse({ view, text, sort: 'headline', descending: false });
  const { rows, total } = listStories(library.index, query, about(library, now, zone));
  if (text === '') expect(countView(library.index, view, about(library, now, zone))).toBe(total);
  return rows.map(({ headline }) => headline);
};

describe('an assignment', () => {
  test('is logged, listed, found by name, and outlives a save of a window that did not know of it', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const before = await desk.create(null, null, { headline: 'Ferry' });
      const { id } = before.story;
      await desk.assign(id, ines.id, tom);
      const saved = await library.stories.read(id);
      await desk.save({ ...before.story, dek: 'New.' }, saved.sha256);
      const { story } = await library.stories.read(id);
      expect([story.assigneeId, story.dek]).toEqual([ines.id, 'New.']);
      expect(story.log).toMatchObject([{ act: 'assign', note: 'Ines Marr', personName: 'Tom Aguiar' }]);
      expect(shown(library, 'assigned')).toEqual(['Ferry']);
      expect(shown(library, 'all', new Date(), 'UTC', 'assignee:ines')).toEqual(['Ferry']);
      expect(shown(library, 'all', new Date(), 'UTC', 'assignee:tom')).toEqual([]);
      await expect(desk.assign(id, personId.parse(uuid(99)), null)).rejects.toMatchObject({
        code: 'taxonomy.not-found',
      });
    });
  });

  test('is made for many at once and taken back, and goes with a person who is put under another', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const ids = [];
      for (const headline of ['A', 'B']) ids.push((await desk.create(null, null, { headline })).story.id);
      const bulk = new BulkDesk(library);
      const { undo } = await bulk.run({
        ids,
        change: { kind: 'assign', personId: ines.id, name: ines.name },
        person: tom,
        isCancelled: () => false,
        onProgress: () => undefined,
      });
      expect(shown(library, 'assigned')).toEqual(['A', 'B']);
      await bulk.undo(undo ?? '', tom);
      expect(shown(library, 'assigned')).toEqual([]);
      await desk.assign(ids[0]!, tom.id, null);
      await new PeopleDesk(library).merge(tom.id, ines.id);
      expect(shown(library, 'assigned')).toEqual(['A']);
    });
  });
});

describe('the lists of a day', () => {
  test('late is what is in the work past its time; published today is the publication’s day, on which the clock changes too', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const planning = { budgetLine: '', due: '2026-03-29T10:00:00.000Z', wordsPlanned: null };
      await desk.create(null, null, { headline: 'Due', planning });
      const put = async (headline: string, publishedAt: string): Promise<void> => {
        const { story } = await desk.create(null, null, { headline, planning });
        const { sha256 } = await library.stories.read(story.id);
        await library.save({ ...story, state: 'published', pubStatus: 'usable', publishedAt, edition: 0 }, sha256);
      };
      await put('Before midnight', '2026-03-28T22:59:59.000Z');
      await put('First', '2026-03-28T23:00:00.000Z');
      await put('Last', '2026-03-29T21:59:59.000Z');
      await put('After midnight', '2026-03-29T22:00:00.000Z');
      const noon = new Date('2026-03-29T11:00:00.000Z');
      expect(shown(library, 'publishedToday', noon, 'Europe/Berlin')).toEqual(['First', 'Last']);
      expect(shown(library, 'late', noon)).toEqual(['Due']);
      expect(shown(library, 'late', new Date('2026-03-29T10:00:00.000Z'))).toEqual([]);
    }, 'Europe/Berlin');
  });
});

describe('what is new in a story', () => {
  test('is told to a person once: who saved it since, from the state that the person saw', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(tom, null, { headline: 'Ferry', body: doc(p('One.')) });
      expect(await lookAt(library, story.id, ines)).toBeNull();
      const second = await desk.save({ ...story, headline: 'Ferry two' }, sha256, tom);
      await desk.save({ ...story, headline: 'Ferry three' }, second.sha256, tom);
      expect(await lookAt(library, story.id, tom)).toBeNull();
      const news = await lookAt(library, story.id, ines);
      expect(news).toMatchObject({ before: { revision: 1 }, by: ['Tom Aguiar'], saves: 2 });
      expect(await lookAt(library, story.id, ines)).toBeNull();
      expect(await lookAt(library, story.id, null)).toBeNull();
    });
  });

  test('counts from a person’s own last save', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const { story, sha256 } = await desk.create(ines, null, { headline: 'Ferry' });
      const second = await desk.save({ ...story, headline: 'Mine' }, sha256, ines);
      await desk.save({ ...story, headline: 'Theirs' }, second.sha256, tom);
      expect(await lookAt(library, story.id, ines)).toMatchObject({ before: { revision: 2 }, saves: 1 });
    });
  });
});

describe('the sheet of a shift', () => {
  test('has what is in the work and what went out today, and is written beside what is there', async () => {
    await withPeople(async (library) => {
      const desk = new StoryDesk(library);
      const ferry = await desk.create(ines, null, { headline: 'Ferry', body: doc(p('Two words.')) });
      await desk.assign(ferry.story.id, tom.id, null);
      await desk.move({ id: ferry.story.id, move: 'submit', note: 'Check the date.', person: ines });
      const spiked = await desk.create(null, null, { headline: 'Spiked' });
      await desk.move({ id: spiked.story.id, move: 'spike', note: '', person: null });
      const out = await desk.create(null, null, { headline: 'Out', body: doc(p('It is out.')) });
      for (const move of ['submit', 'approve', 'publish'] as const)
        await desk.move({ id: out.story.id, move, note: '', person: null });
      const budget = await makeBudget(library);
      expect(budget.inWork).toMatchObject([
        { headline: 'Ferry', assignee: 'Tom Aguiar', note: 'Check the date.', words: 2, state: 'submitted' },
      ]);
      expect(budget.outToday.map(({ headline }) => headline)).toEqual(['Out']);
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-budget-'));
      try {
        const files = await writeBudgetInto(folder, budget, createStrings('en'));
        await writeBudgetInto(folder, budget, createStrings('en'));
        expect(files.every((name) => existsSync(join(folder, name)))).toBe(true);
        expect(readdirSync(folder)).toHaveLength(4);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
