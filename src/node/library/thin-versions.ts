import * as fs from 'node:fs/promises';
import type { StoryId } from '../../core/ids.js';
import { thinnedStates, type KeptState } from '../../core/library/thin-history.js';
import { errnoOf } from '../files/errno.js';
import { inParallel } from '../files/in-parallel.js';
import type { Drafts } from './drafts.js';
import type { History } from './history.js';

/** A story is looked through at every twentieth saved state: the look costs a few milliseconds, a save should not. */
const every = 20;
export const isTimeToThin = (revision: number): boolean => revision % every === 0;

/**
 * Removes the states of a story that stand too close together (`thinnedStates` says which). Answers how many went. A disk
 * that refuses is no trouble of the save that asked: the history is larger until the next look.
 */
export async function thinVersions(history: History, drafts: Drafts, id: StoryId, now: Date): Promise<number> {
  try {
    const entries = await history.list(id);
    const base = await drafts.baseOf(id);
    const states: KeptState[] = [];
    await inParallel(entries, 16, async (entry, at) => {
      states[at] = { version: entry.version, facts: (await history.facts(id, entry)) ?? null };
    });
    const gone = thinnedStates(states, now, (version) => base !== null && version.endsWith(`-${base.slice(0, 8)}`));
    const names = new Set(gone.map(({ version }) => version));
    for (const { version, path } of entries) if (names.has(version)) await fs.rm(path, { force: true });
    return names.size;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return 0;
  }
}
