import * as fs from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { storyId } from '../../core/ids.js';
import { NewsroomError } from '../../core/errors.js';
import { isMissing } from '../files/errno.js';
import type { Layout } from '../library/layout.js';
import type { SavedState, StoryStore } from '../library/story-store.js';
import { text } from './database.js';
import { indexEntry, type IndexEntry } from './index-entry.js';
import type { LibraryIndex, Trouble } from './library-index.js';

export interface SyncProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Brings the index in line with the story files. A folder whose time of change is the one that the index remembers
 * is not looked into, so an unchanged library costs 256 looks, whatever its size; one of ours that was killed between
 * a save and its line in the index costs one folder.
 * @returns the ids whose lines changed
 */
export async function syncIndex(
  index: LibraryIndex,
  layout: Layout,
  store: StoryStore,
  report: (progress: SyncProgress) => void = () => undefined,
): Promise<readonly string[]> {
  const changed: string[] = [];
  const shards = await shardNames(layout);
  for (const [at, shard] of shards.entries()) {
    const time = await shardTime(layout, shard);
    if (time === knownTime(index, shard)) continue;
    changed.push(...(await syncShard(index, layout, store, shard)));
    rememberShard(index, shard, time);
    report({ done: at + 1, total: shards.length });
    await nextTurn();
  }
  return changed;
}

/** After a save of our own: the folder's new time goes with the story's new line. */
export async function rememberShardOf(index: LibraryIndex, layout: Layout, shards: Iterable<string>): Promise<void> {
  for (const shard of shards) rememberShard(index, shard, await shardTime(layout, shard));
}

async function syncShard(
  index: LibraryIndex,
  layout: Layout,
  store: StoryStore,
  shard: string,
): Promise<readonly string[]> {
  const known = new Set(index.idsIn(shard));
  const troubles: Trouble[] = [];
  const entries: IndexEntry[] = [];
  for (const name of await fs.readdir(layout.storyFolder(shard))) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const path = `stories/${shard}/${name}`;
    const id = storyId.safeParse(name.slice(0, -'.json'.length));
    if (!id.success) {
      troubles.push({ path, id: null, kind: 'unknownFile', detail: 'a copy made by another program, or no story' });
      continue;
    }
    known.delete(id.data);
    const state = await readOrTell(store, id.data);
    if ('kind' in state) troubles.push({ path, id: id.data, kind: state.kind, detail: state.detail });
    else if (index.stateOf(id.data)?.sha256 !== state.sha256) entries.push(indexEntry(state));
  }
  // A story without a file is an alarm, never a deletion: its line stays and says so.
  for (const id of known)
    troubles.push({ path: `stories/${shard}/${id}.json`, id, kind: 'missing', detail: 'the file is gone' });
  index.sql.transaction(() => {
    index.put(entries);
    index.setTroubles(shard, troubles);
  });
  return entries.map((entry) => entry.row.id);
}

async function readOrTell(
  store: StoryStore,
  id: Parameters<StoryStore['read']>[0],
): Promise<SavedState | { kind: string; detail: string }> {
  try {
    return await store.read(id);
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return {
      kind: error.code === 'store.newer' ? 'newer' : 'damaged',
      detail: String(error.params['detail'] ?? error.code),
    };
  }
}

async function shardNames(layout: Layout): Promise<readonly string[]> {
  try {
    return (await fs.readdir(layout.stories)).filter((name) => /^[0-9a-f]{2}$/u.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function shardTime(layout: Layout, shard: string): Promise<string> {
  return String((await fs.stat(layout.storyFolder(shard), { bigint: true })).mtimeNs);
}

function knownTime(index: LibraryIndex, shard: string): string | undefined {
  const row = index.sql.get('SELECT mtime FROM shards WHERE name = ?', [shard]);
  return row ? text(row['mtime']) : undefined;
}

function rememberShard(index: LibraryIndex, shard: string, time: string): void {
  index.sql.run('INSERT OR REPLACE INTO shards VALUES (?, ?)', [shard, time]);
}
