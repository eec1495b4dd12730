import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
// eslint-disable-next-line no-restricted-imports -- the peer: lowdb as it comes
import { JSONFile } from 'lowdb/node';
import type { Story } from '../../src/core/story/story.js';
import { Library } from '../../src/node/library/library.js';
import type { SavedState } from '../../src/node/library/story-store.js';
import { benchWorld, makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Absent, type Contestant } from './contest.js';
import { corpusStory } from './corpus-story.js';
import { commit, packageVersion } from './machine.js';
import type { WorkFolder } from './work-folder.js';

const saves = 20;

/** The answer to a save, by the size of the library, beside one store that is written whole. */
export const save: Bench = async function* ({ quick, work }) {
  for (const size of quick ? [10, 1_000] : [10, 1_000, 10_000, 100_000]) {
    const folder = work.fresh('library');
    await makeCorpusLibrary(folder, size);
    const library = await Library.open(folder, benchWorld, { mode: 'write' });
    yield {
      bench: 'save',
      size: `${size.toLocaleString('en-US')} stories`,
      contestants: [await ours(library, size), floor(work), await wholeStore(work, size)],
    };
    await library.close();
    work.remove(folder);
  }
};

async function ours(library: Library, size: number): Promise<Contestant> {
  const states: SavedState[] = [];
  const count = Math.min(size, saves);
  for (let at = 0; at < count; at += 1)
    states.push(await library.stories.read(corpusStory(Math.floor((at * size) / count)).id));
  let turn = 0;
  const one = async (): Promise<number> => {
    const at = turn % states.length;
    const state = states[at];
    if (!state) throw new RangeError('a library of no stories');
    turn += 1;
    const story = { ...state.story, headline: `Saved ${String(turn)} times`, modifiedAt: new Date().toISOString() };
    return timed(async () => {
      states[at] = await library.save(story, state.sha256);
    });
  };
  return { name: 'copydesk', version: commit(), role: 'app', round: () => several(saves, one) };
}

/** The least that a durable save can be: one temp file of the same bytes, flushed and renamed. */
function floor(work: WorkFolder): Contestant {
  const path = join(work.path, 'floor.json');
  const bytes = JSON.stringify(corpusStory(1));
  const one = (): Promise<number> => timed(() => flushedAndRenamed(path, bytes));
  return {
    name: 'write + fsync + rename',
    version: `Node ${process.versions.node}`,
    role: 'limit',
    round: () => several(saves, one),
  };
}

export async function flushedAndRenamed(path: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await fs.open(`${path}.tmp`, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await fs.rename(`${path}.tmp`, path);
}

async function wholeStore(work: WorkFolder, size: number): Promise<Contestant | Absent> {
  const about = { name: 'lowdb, one store', version: packageVersion('lowdb'), role: 'peer' } as const;
  const stories = Array.from({ length: size }, (_, number) => corpusStory(number));
  const low = new Low<{ stories: Story[] }>(new JSONFile(work.fresh('store.json')), { stories });
  try {
    await low.write();
  } catch (error) {
    // A string has an end, and the stock adapter makes one of the whole store.
    if (!(error instanceof RangeError)) throw error;
    return { ...about, absent: `${error.name}: ${error.message}` };
  }
  let turn = 0;
  const one = (): Promise<number> => {
    turn += 1;
    const at = turn % size;
    low.data.stories[at] = { ...corpusStory(at), headline: `Saved ${String(turn)} times` };
    return timed(() => low.write());
  };
  return { ...about, round: () => several(size > 1_000 ? 2 : 5, one) };
}

async function several(count: number, one: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) times.push(await one());
  return times;
}
