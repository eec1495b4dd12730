import { expect, test } from 'vitest';
import type { StoryId } from '../../../src/core/ids.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { TaxonomyDesk } from '../../../src/node/desk/taxonomy-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { withLibrary } from '../open-library.js';

async function storyIn(library: Library, fields: Parameters<StoryDesk['create']>[2]): Promise<StoryId> {
  return (await new StoryDesk(library).create(null, null, fields)).story.id;
}

test('renaming a section touches no story and moves no page', async () => {
  await withLibrary(async (library) => {
    const desk = new TaxonomyDesk(library);
    const section = await desk.createSection('Harbour & coast', '#2f7a76', null);
    const id = await storyIn(library, { sectionId: section.id });
    const before = (await library.stories.read(id)).sha256;
    await desk.changeSection({ ...section, name: 'Coast', colour: '#21683a' });
    expect(library.taxonomy.value.sections).toMatchObject([
      { name: 'Coast', colour: '#21683a', slug: 'harbour-coast' },
    ]);
    expect((await library.stories.read(id)).sha256).toBe(before);
  });
});

test('two sections or tags of the same name are refused, whatever the case, accents or form of the letters', async () => {
  await withLibrary(async (library) => {
    const desk = new TaxonomyDesk(library);
    await desk.createSection('Économie', '#1f4f82', null);
    await expect(desk.createSection('economie', '#1f4f82', null)).rejects.toMatchObject({ code: 'taxonomy.duplicate' });
    const [one, two, three] = await desk.tagsNamed(['Élection', 'ÉLECTION', 'e\u0301lection']);
    expect(new Set([one?.id, two?.id, three?.id]).size).toBe(1);
    expect(library.taxonomy.value.tags).toHaveLength(1);
  });
});

test('a section that is removed puts its stories where the person said, and merging tags keeps each once', async () => {
  await withLibrary(async (library) => {
    const desk = new TaxonomyDesk(library);
    const [news, sport] = [
      await desk.createSection('News', '#1f4f82', null),
      await desk.createSection('Sport', '#21683a', null),
    ];
    const [a, b] = await desk.tagsNamed(['elections', 'Election']);
    const id = await storyIn(library, { sectionId: sport.id, tagIds: [a!.id] });
    const both = await storyIn(library, { sectionId: sport.id, tagIds: [a!.id] });
    expect(a!.id).not.toBe(b!.id);
    await desk.removeSection(sport.id, news.id);
    expect((await library.stories.read(id)).story.sectionId).toBe(news.id);
    expect(library.index.counters('section')).toEqual({ [news.id]: 2 });
    await desk.removeTag(a!.id, b!.id);
    for (const each of [id, both]) expect((await library.stories.read(each)).story.tagIds).toEqual([b!.id]);
    expect(library.taxonomy.value.tags.map(({ name }) => name)).toEqual(['Election']);
    expect(library.index.counters('tag')).toEqual({ [b!.id]: 2 });
  });
});

test('sections stand in the order that a person gave them', async () => {
  await withLibrary(async (library) => {
    const desk = new TaxonomyDesk(library);
    const made = [
      await desk.createSection('A', '#1f4f82', null),
      await desk.createSection('B', '#1f4f82', null),
      await desk.createSection('C', '#1f4f82', null),
    ];
    await desk.reorderSections([made[2]!.id, made[0]!.id]);
    expect(library.taxonomy.value.sections.map(({ name }) => name)).toEqual(['C', 'A', 'B']);
  });
});
