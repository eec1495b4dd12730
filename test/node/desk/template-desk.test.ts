import { expect, test } from 'vitest';
import { personId, type StoryId } from '../../../src/core/ids.js';
import { personSchema } from '../../../src/core/people/person.js';
import { listQuerySchema, type ListQuery } from '../../../src/core/story/story-row.js';
import { blankTemplate } from '../../../src/core/story/template.js';
import { CheckDesk } from '../../../src/node/desk/check-desk.js';
import { PeopleDesk } from '../../../src/node/desk/people-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { TaxonomyDesk } from '../../../src/node/desk/taxonomy-desk.js';
import { TemplateDesk } from '../../../src/node/desk/template-desk.js';
import { listIds, listStories } from '../../../src/node/index/list-stories.js';
import type { Library } from '../../../src/node/library/library.js';
import { doc, p, uuid } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

const person = (number: number, name: string, place = '') =>
  personSchema.parse({ id: uuid(number), name, initials: 'XX', colour: '#1f4f82', role: 'journalist', place });

test('a story of a template has its words, its section, the person and the place that the person writes from', async () => {
  await withLibrary(async (library) => {
    const templates = new TemplateDesk(library);
    const section = await new TaxonomyDesk(library).createSection('Weather', '#1f4f82', null);
    const own = {
      ...blankTemplate(uuid(1), 'Weather'),
      sectionId: section.id,
      language: 'de',
      body: doc(p('Heute TK')),
    };
    await templates.save({ ...own, required: ['slugline'], severity: 'error' });
    const anna = person(2, 'Anna', 'Merou');
    const { story } = await new StoryDesk(library).create(anna, null, templates.contentOf(own.id));
    expect(story).toMatchObject({
      templateId: own.id,
      language: 'de',
      sectionId: section.id,
      dateline: { located: 'Merou' },
      authors: [{ personId: anna.id }],
    });
    expect(story.body.content?.[0]?.attrs?.['blockId']).toMatch(/^[0-9a-f-]{36}$/u);
    const found = await new CheckDesk(library).saved(story.id);
    expect(found.find(({ rule }) => rule === 'template-field')).toMatchObject({ where: 'slugline', severity: 'error' });
    await templates.remove(own.id);
    expect((await new CheckDesk(library).saved(story.id)).some(({ rule }) => rule === 'template-field')).toBe(false);
  });
});

test('a shipped template that was changed is as it was shipped again after its change is removed', async () => {
  await withLibrary(async (library, reopen) => {
    const templates = new TemplateDesk(library);
    const [news] = templates.all();
    if (!news) throw new Error('no template');
    await templates.save({ ...news, name: 'Hard news' });
    const again = new TemplateDesk(await reopen());
    expect(again.all()[0]?.name).toBe('Hard news');
    await expect(again.save(blankTemplate(uuid(3), 'hard NEWS'))).rejects.toMatchObject({ code: 'taxonomy.duplicate' });
    expect((await again.remove('news'))[0]).toEqual(news);
  });
});

test('sluglines of today that share a word with the headline are offered first', async () => {
  await withLibrary(async (library) => {
    const desk = new StoryDesk(library);
    await desk.create(null, null, { headline: 'a', slugline: 'ferry-crash' });
    await desk.create(null, null, { headline: 'b', slugline: 'ferry-crash' });
    const { story } = await desk.create(null, null, { headline: 'Ferry hits the quay' });
    expect(new TemplateDesk(library).sluglines(story)).toEqual([
      { slugline: 'ferry-crash', used: 2 },
      { slugline: 'ferry-hits', used: 0 },
      { slugline: 'ferry-hits-quay', used: 0 },
      { slugline: 'ferry', used: 0 },
    ]);
  });
});

test('merging two people moves the stories and keeps what was known of either', async () => {
  await withLibrary(async (library) => {
    const people = new PeopleDesk(library);
    const [anna, other] = [person(5, 'Anna Lindqvist'), person(6, 'A. Lindqvist', 'Merou')];
    await people.save([anna, other]);
    const authors = [anna, other].map(({ id }) => ({ personId: id, role: 'writer' }));
    const { story } = await new StoryDesk(library).create(null, null, { authors });
    expect(await people.merge(other.id, anna.id)).toEqual([{ ...anna, place: 'Merou' }]);
    expect((await library.stories.read(story.id)).story.authors).toEqual([{ personId: anna.id, role: 'writer' }]);
    const gone = people.merge(personId.parse(uuid(7)), anna.id);
    await expect(gone).rejects.toMatchObject({ code: 'taxonomy.not-found' });
  });
});

test('a list is sorted by what a person reads, what has no value last, and its ids stand in the same order', async () => {
  await withLibrary(async (library) => {
    const desk = new StoryDesk(library);
    const [anna, zoe] = [person(5, 'Anna'), person(6, 'Zoë')];
    const due = (at: string | null) => ({ planning: { budgetLine: '', due: at, wordsPlanned: null } });
    const make = async (headline: string, content: object): Promise<StoryId> =>
      (await desk.create(null, null, { headline, ...content })).story.id;
    const a = await make('a', { authors: [{ personId: zoe.id, role: 'writer' }], ...due('2026-02-04T10:00:00.000Z') });
    const b = await make('b', { authors: [{ personId: anna.id, role: 'writer' }], ...due(null) });
    const c = await make('c', { byline: 'Mika', ...due('2026-02-03T10:00:00.000Z') });
    const order = (query: Partial<ListQuery>): readonly StoryId[] => {
      const context = {
        personId: null,
        taxonomy: library.taxonomy.value,
        people: [anna, zoe],
        now: new Date(),
        timeZone: 'UTC',
      };
      const whole = listQuerySchema.parse(query);
      const ids = listIds(library.index, whole, context);
      expect(listStories(library.index, whole, context).rows.map(({ id }) => id)).toEqual(ids);
      return ids;
    };
    expect(order({ sort: 'author', descending: false })).toEqual([b, c, a]);
    expect(order({ sort: 'due', descending: false })).toEqual([c, a, b]);
    expect(order({ sort: 'due', descending: true })).toEqual([a, c, b]);
    expect(order({ sort: 'state' })).toHaveLength(3);
    expect(order({ authorId: anna.id })).toEqual([b]);
  });
});

test('a library of an older version, without templates and named lists, opens and gets them', async () => {
  await withLibrary((library: Library) => {
    expect(new TemplateDesk(library).all()).toHaveLength(6);
    expect(library.views.value.views).toEqual([]);
    return Promise.resolve();
  });
});
