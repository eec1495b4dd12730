import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryId } from '../../core/ids.js';
import { isMissing } from '../files/errno.js';
import { inParallel } from '../files/in-parallel.js';
import { flushFolder } from '../files/write-durably.js';
import { shardOf, type Layout } from './layout.js';

/**
 * Takes stories off the disk with their history, drafts and editions; each folder is flushed once at the end. The
 * history goes first and the editions last: a crash in between leaves a whole story, or an edition of none.
 */
export async function removeStoryFiles(layout: Layout, ids: readonly StoryId[]): Promise<void> {
  const shards = new Set(ids.map(shardOf));
  await inParallel(ids, 16, async (id) => {
    await fs.rm(layout.historyOf(id), { recursive: true, force: true });
    await fs.rm(layout.exchangesOf(id), { recursive: true, force: true });
    await fs.rm(layout.draft(id), { force: true });
    await fs.rm(layout.story(id), { force: true });
  });
  await flushEach([...shards].map((shard) => layout.storyFolder(shard)));
  const gone = new Set<string>(ids);
  for (const shard of shards) {
    const folder = join(layout.editions, shard);
    const names = await fs.readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    await inParallel(
      names.filter((name) => gone.has(name.split('.')[0] ?? '')),
      16,
      (name) => fs.rm(join(folder, name), { force: true }),
    );
    if (names.length > 0) await flushFolder(folder);
  }
}

const flushEach = (folders: readonly string[]): Promise<void> => inParallel(folders, 16, flushFolder);
