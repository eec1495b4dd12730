import { describe, expect, test } from 'vitest';
import { storyId, type StoryId, type TagId } from '../../../src/core/ids.js';
import type { BulkChange } from '../../../src/core/story/bulk-change.js';
import { BulkDesk } from '../../../src/node/desk/bulk-desk.js';
import { finishInterrupted } from '../../../src/node/desk/finish-interrupted.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import { TaxonomyDesk } from '../../../src/node/desk/taxonomy-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { uuid } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

async function fill(library: Library, count: number): Promise<readonly StoryId[]> {
  const desk = new StoryDesk(library);
  const ids: StoryId[] = [];
  for (let at = 0; at < count; at += 1)
    ids.push((await desk.create(null, null, { headline: `Story ${String(at)}` })).story.id);
  return ids;
}

const job = (ids: readonly StoryId[], change: BulkChange, cancelAfter = Number.POSITIVE_INFINITY) => {
  let asked = 0;
  return { ids, change, person: null, isCancelled: () => (asked += 1) > cancelAfter, onProgress: () => undefined };
};

const tagNamed = async (library: Library, name: string): Promise<TagId> =>
  (await new TaxonomyDesk(library).createTag(name)).id;

describe('a change of many stories', () => {
  test('answers each story, refuses one that has gone out, and leaves nothing in the journal', async () => {
    await withLibrary(
      async (library) => {
        const [a, b, c] = (await fill(library, 3)) as [StoryId, StoryId, StoryId];
        const moves = new StoryDesk(library);
        await library.settings.change((value) => ({ ...value, gate: { 'body-empty': 'warn' } }));
        await moves.move({ id: c, move: 'publish', note: '', person: null });
        const tagId = await tagNamed(library, 'Harbour');
        const bulk = new BulkDesk(library);
        await bulk.run(job([a], { kind: 'addTag', tagId }));
        const { rows } = await bulk.run(job([a, b, c, storyId.parse(uuid(404))], { kind: 'addTag', tagId }));
        expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'done', 'refused', 'refused']);
        expect(rows[2]?.message).toMatch(/published story is not edited in place/u);
        expect(library.index.count('tag', tagId)).toBe(2);
        expect(await library.journal.unfinished()).toEqual([]);
      },
      { approvalStep: false },
    );
  });

  test('moves each through the table of moves and says why one may not go', async () => {
    await withLibrary(async (library) => {
      const [a, b] = (await fill(library, 2)) as [StoryId, StoryId];
      await new StoryDesk(library).move({ id: b, move: 'spike', note: '', person: null });
      const { rows } = await new BulkDesk(library).run(job([a, b], { kind: 'move', move: 'submit', note: '' }));
      expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
      expect(rows[1]?.message).toMatch(/cannot go from spiked to submitted/u);
      expect(library.index.row(a)?.state).toBe('submitted');
    });
  });

  test('is taken back as one, but not where somebody has changed the story since', async () => {
    await withLibrary(async (library) => {
      const [a, b] = (await fill(library, 2)) as [StoryId, StoryId];
      const bulk = new BulkDesk(library);
      const desk = new StoryDesk(library);
      const { undo } = await bulk.run(job([a, b], { kind: 'move', move: 'spike', note: '' }));
      await desk.move({ id: b, move: 'restore', note: '', person: null });
      const { rows } = await bulk.undo(undo ?? '', null);
      expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
      const { story } = await library.stories.read(a);
      expect([story.state, story.stateBefore, story.pubStatus]).toEqual(['draft', null, 'withheld']);
      expect(story.log.map(({ act }) => act)).toEqual(['spike', 'undo']);
      await expect(bulk.undo(undo ?? '', null)).rejects.toMatchObject({ code: 'input.invalid' });
    });
  });

  test('that was cancelled keeps what is saved and answers the rest', async () => {
    await withLibrary(async (library) => {
      const ids = await fill(library, 130);
      const tagId = await tagNamed(library, 'Harbour');
      const { rows, undo } = await new BulkDesk(library).run(job(ids, { kind: 'addTag', tagId }, 1));
      expect(rows).toHaveLength(130);
      expect(rows.filter(({ outcome }) => outcome === 'done')).toHaveLength(100);
      expect(undo).not.toBeNull();
    });
  });

  test('that a crash cut off is carried to its end, once, and spares a story that was changed meanwhile', async () => {
    await withLibrary(async (library) => {
      const [a, b, c] = (await fill(library, 3)) as [StoryId, StoryId, StoryId];
      const tagId = await tagNamed(library, 'Harbour');
      const items = [a, b, c].map((id) => ({ id, sha256: library.index.stateOf(id)?.sha256 ?? '' }));
      const change = { kind: 'addTag', tagId } as const;
      const intent = { op: 'bulk', items, change, person: null, at: new Date().toISOString() } as const;
      const crash = library.journal.carryOut('cut-off', { ...intent, items: [...items] }, async () => {
        const { story, sha256 } = await library.stories.read(a);
        await library.save({ ...story, tagIds: [tagId] }, sha256);
        const other = await library.stories.read(b);
        await library.save({ ...other.story, headline: 'Changed since' }, other.sha256);
        throw new Error('crash');
      });
      await expect(crash).rejects.toThrow('crash');
      expect(await finishInterrupted(library)).toBe(1);
      const tags = await Promise.all([a, b, c].map(async (id) => (await library.stories.read(id)).story.tagIds));
      expect(tags).toEqual([[tagId], [], [tagId]]);
      expect(await finishInterrupted(library)).toBe(0);
    });
  });

  test('is taken back after a restart, by name or as the last one, and only once', async () => {
    await withLibrary(async (library, reopen) => {
      const [a, b] = (await fill(library, 2)) as [StoryId, StoryId];
      const { undo } = await new BulkDesk(library).run(job([a, b], { kind: 'move', move: 'submit', note: '' }));
      await new BulkDesk(library).run(job([b], { kind: 'move', move: 'spike', note: '' }));
      const again = await reopen();
      const bulk = new BulkDesk(again);
      await bulk.undo('last', null);
      expect([a, b].map((id) => again.index.row(id)?.state)).toEqual(['submitted', 'submitted']);
      const { rows } = await bulk.undo(undo ?? '', null);
      expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
      expect(again.index.row(a)?.state).toBe('draft');
      await expect(bulk.undo('last', null)).rejects.toMatchObject({ code: 'input.invalid' });
    });
  });
});
