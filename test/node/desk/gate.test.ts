import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StoryId } from '../../../src/core/ids.js';
import { BulkDesk } from '../../../src/node/desk/bulk-desk.js';
import { CheckDesk } from '../../../src/node/desk/check-desk.js';
import { ExportDesk } from '../../../src/node/desk/export-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { verifyLibrary } from '../../../src/node/library/verify.js';
import { SiteDesk } from '../../../src/node/site/site-desk.js';
import { doc, p } from '../../builders/story.js';
import { withLibrary } from '../open-library.js';

const written = (text: string) => ({ headline: 'Ferry returns', body: doc(p(text)) });

async function submitted(library: Library, text = 'The ferry is back.'): Promise<StoryId> {
  const desk = new StoryDesk(library);
  const { id } = (await desk.create(null, null, written(text))).story;
  await desk.move({ id, move: 'submit', note: '', person: null });
  return id;
}

const mover =
  (library: Library, id: StoryId) =>
  async (move: 'approve' | 'publish' | 'kill' | 'schedule'): Promise<string> =>
    (await new StoryDesk(library).move({ id, move, note: 'Because.', person: null })).story.state;

async function withOut<T>(work: (out: string) => Promise<T>): Promise<T> {
  const out = mkdtempSync(join(tmpdir(), 'copydesk-out-'));
  try {
    return await work(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function exportTo(library: Library, id: StoryId, folder: string): Promise<void> {
  for await (const row of new ExportDesk(library).run({ ids: [id], formats: ['html'], folder }))
    expect(row.outcome).toBeUndefined();
}

describe('the gate', () => {
  test('holds a story up alone and in bulk, until it is mended or let pass with a reason', async () => {
    await withLibrary(async (library) => {
      const id = await submitted(library, 'The ferry carries TK people.');
      const move = mover(library, id);
      await expect(move('approve')).rejects.toMatchObject({ params: { rules: 'tk-left' } });
      const bulk = await new BulkDesk(library).run({
        ids: [id],
        change: { kind: 'move', move: 'approve', note: '' },
        person: null,
        isCancelled: () => false,
        onProgress: () => undefined,
      });
      expect(bulk.rows).toMatchObject([{ outcome: 'refused', message: expect.stringContaining('TK') as string }]);
      const checks = new CheckDesk(library);
      await expect(checks.waive(id, 'nothing@here', 'Why.', null)).rejects.toMatchObject({
        code: 'workflow.no-finding',
      });
      await checks.waive(id, 'tk-left', 'The number comes at noon.', null);
      expect(await move('approve')).toBe('approved');
      await checks.unwaive(id, (await library.stories.read(id)).story.waivers?.[0]?.finding ?? '', null);
      await expect(move('publish')).rejects.toMatchObject({ code: 'workflow.gate-closed' });
    });
  });

  test('keeps what was let pass through a save of the window, and lets none of it leave', async () => {
    await withLibrary(async (library) => {
      const id = await submitted(library, 'The ferry carries TK people.');
      const before = await library.stories.read(id);
      await new CheckDesk(library).waive(id, 'tk-left', 'Sentinel reason.', null);
      const desk = new StoryDesk(library);
      const { sha256 } = await library.stories.read(id);
      await desk.save({ ...before.story, dek: 'New.' }, sha256);
      expect((await library.stories.read(id)).story.waivers).toHaveLength(1);
      await mover(library, id)('approve');
      await mover(library, id)('publish');
      expect(readFileSync(library.layout.edition(id, 1), 'utf8')).not.toContain('Sentinel');
    });
  });
});

describe('a move that is taken back', () => {
  test('is so until something was exported of it; what readers have again is a new edition', async () => {
    await withLibrary(async (library, reopen) => {
      const id = await submitted(library);
      const move = mover(library, id);
      await move('approve');
      await move('publish');
      await move('kill');
      const desk = new StoryDesk(library);
      const back = await desk.undoMove(id, null, null);
      expect([back.story.state, back.story.edition, back.story.notice]).toEqual(['published', 3, '']);
      await withOut(async (out) => {
        await exportTo(library, id, out);
        expect(readFileSync(join(out, 'ferry-returns', 'index.html'), 'utf8')).toContain('The ferry is back.');
      });
      const faults = [];
      for await (const fault of verifyLibrary(await reopen('read'))) faults.push(fault);
      expect(faults).toEqual([]);
      await expect(desk.undoMove(id, null, null)).rejects.toMatchObject({ code: 'workflow.exported' });
    });
  });

  test('is refused after the site was written, where readers could see it, and only there', async () => {
    await withLibrary(async (library) => {
      const [out, inside] = [await submitted(library), await submitted(library)];
      for (const each of ['approve', 'publish'] as const) await mover(library, out)(each);
      await mover(library, inside)('approve');
      await withOut((folder) => new SiteDesk(library).build({ out: join(folder, 'site') }));
      const desk = new StoryDesk(library);
      await expect(desk.undoMove(out, null, null)).rejects.toMatchObject({ code: 'workflow.exported' });
      expect((await desk.undoMove(inside, null, null)).story.state).toBe('submitted');
    });
  });

  test('is the one that the person saw: a newer one is not taken back by mistake', async () => {
    await withLibrary(async (library) => {
      const id = await submitted(library);
      const seen = (await library.stories.read(id)).story.log.at(-1)?.at ?? '';
      await new Promise((done) => setImmediate(done));
      await mover(library, id)('approve');
      const desk = new StoryDesk(library);
      const { log } = (await library.stories.read(id)).story;
      if (log[0]?.at !== log[1]?.at)
        await expect(desk.undoMove(id, seen, null)).rejects.toMatchObject({ code: 'workflow.nothing-to-undo' });
      expect((await desk.undoMove(id, log.at(-1)?.at ?? null, null)).story.state).toBe('submitted');
    });
  });

  test('in bulk is refused for a story that was exported since', async () => {
    await withLibrary(async (library) => {
      const [a, b] = [await submitted(library), await submitted(library)];
      const bulk = new BulkDesk(library);
      const job = { person: null, isCancelled: () => false, onProgress: () => undefined };
      const change = { kind: 'move', move: 'approve', note: '' } as const;
      const { undo } = await bulk.run({ ids: [a, b], change, ...job });
      await withOut((out) => exportTo(library, b, out));
      const { rows } = await bulk.undo(undo ?? '', null);
      expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
      expect(rows[1]?.message).toMatch(/exported since/u);
    });
  });
});
