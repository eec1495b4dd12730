import { expect, test } from 'vitest';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { historyHandlers } from '../../../src/node/desk/history-desk.js';
import { verifyLibrary } from '../../../src/node/library/verify.js';
import { withLibrary } from '../open-library.js';

test('every twentieth save thins the history; names, the first and the newest stay, and the library is whole', async () => {
  await withLibrary(async (library) => {
    const desk = new StoryDesk(library);
    const { story, sha256 } = await desk.create(null);
    let newest = sha256;
    for (let n = 2; n <= 40; n += 1) {
      const saved = await desk.save({ ...story, headline: `State ${String(n)}` }, newest);
      newest = saved.sha256;
      if (n !== 10) continue;
      const calls = historyHandlers(library, desk, () => null);
      await calls['history.name']({ id: story.id, version: null, name: 'Before the lawyers' });
    }
    const revisions = (await library.stories.history.list(story.id)).map(({ revision }) => revision);
    expect(revisions.length).toBeLessThan(8);
    expect(revisions).toEqual(expect.arrayContaining([40, 10, 1]));
    expect((await library.stories.read(story.id)).story.headline).toBe('State 40');
    const troubles: unknown[] = [];
    for await (const trouble of verifyLibrary(library)) troubles.push(trouble);
    expect(troubles).toEqual([]);
  });
});
