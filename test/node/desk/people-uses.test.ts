import { expect, test } from 'vitest';
import { personId } from '../../../src/core/ids.js';
import { personSchema } from '../../../src/core/people/person.js';
import { storySchema } from '../../../src/core/story/story.js';
import { PeopleDesk } from '../../../src/node/desk/people-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { story, uuid } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

const person = (n: number, name: string) =>
  personSchema.parse({ id: personId.parse(uuid(n)), name, initials: '', colour: '#1f4f82', role: 'source' });

test('a person names the stories that have her as author or source, and a merge carries her notes over', async () => {
  await withLibrary(async (library) => {
    const [teal, clerk] = [person(7, 'M. Teal'), person(8, 'The harbour clerk')];
    const people = new PeopleDesk(library);
    await people.save([teal, clerk]);
    const desk = new StoryDesk(library);
    const { story: made, sha256 } = await desk.create(null, null, { headline: 'Ferry' });
    const sources = [
      { personId: clerk.id, note: 'Called on Monday.' },
      { personId: teal.id, note: 'Off the record.' },
    ];
    await desk.save({ ...made, sources }, sha256);
    expect(people.uses(teal.id)).toMatchObject({ author: [], source: [{ headline: 'Ferry' }] });
    await people.merge(clerk.id, teal.id);
    expect((await library.stories.read(made.id)).story.sources).toEqual([
      { personId: teal.id, note: 'Called on Monday.\nOff the record.' },
    ]);
    expect(people.uses(clerk.id).source).toEqual([]);
    const copy = await desk.duplicate(made.id, 'Ferry again');
    expect(copy.story.sources).toHaveLength(1);
  });
});

test('a story from before there were sources opens without any', () => {
  expect(storySchema.parse(story()).sources).toBeUndefined();
});
