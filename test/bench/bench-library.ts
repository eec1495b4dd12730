import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inParallel } from '../../src/node/files/in-parallel.js';
import { envelopeOf, seal } from '../../src/node/files/sealed-file.js';
import { sha256 } from '../../src/node/files/sha256.js';
import { SqlFile } from '../../src/node/index/database.js';
import { indexEntry, termsOfEntry } from '../../src/node/index/index-entry.js';
import { LibraryIndex } from '../../src/node/index/library-index.js';
import { createIndex } from '../../src/node/index/schema.js';
import { rememberShardOf } from '../../src/node/index/sync-index.js';
import { Layout, shardOf } from '../../src/node/library/layout.js';
import { Library, realWorld, type World } from '../../src/node/library/library.js';
import { corpusVersion } from './corpus.js';
import { corpusStory, corpusTaxonomy } from './corpus-story.js';

const savedAt = new Date('2026-01-01T00:00:00.000Z');
const batch = 500;

export const benchWorld: World = realWorld('0.0.0-bench');

function envelope(number: number): ReturnType<typeof envelopeOf> {
  const story = corpusStory(number);
  return envelopeOf('copydesk-story', story.id, story, { revision: 1, parents: [], savedAt });
}

function entry(number: number): ReturnType<typeof indexEntry> {
  const story = corpusStory(number);
  const { revision, sha256: hash } = envelopeOf('copydesk-story', story.id, story, {
    revision: 1,
    parents: [],
    savedAt,
  });
  return indexEntry({ story, revision, sha256: hash, savedAt: savedAt.toISOString() });
}

/** Names what an index file is made of: another corpus, schema or reading of a story has another name. */
function cacheKey(): string {
  const seen = entry(0);
  return sha256(JSON.stringify([corpusVersion, createIndex, seen, [...termsOfEntry(seen)]])).slice(0, 12);
}

/** Path of an index over the first `size` stories of the corpus: made once, then kept in the system's temp folder. */
export function corpusIndex(size: number): string {
  const folder = join(tmpdir(), 'copydesk-bench-corpus', cacheKey());
  const path = join(folder, `index-${String(size)}.sqlite`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const making = `${path}.${String(process.pid)}`;
  const index = new LibraryIndex(SqlFile.openForWriting(making));
  index.prepare();
  for (let from = 0; from < size; from += batch) {
    const count = Math.min(batch, size - from);
    index.put(Array.from({ length: count }, (_, at) => entry(from + at)));
  }
  index.close();
  rmSync(`${making}-journal`, { force: true });
  renameSync(making, path);
  return path;
}

/** Makes a library of the first `size` stories: files written at once, the index from the cache. Not left open. */
export async function makeCorpusLibrary(folder: string, size: number): Promise<void> {
  await Library.create(folder, benchWorld, { name: 'Bench' });
  const layout = new Layout(folder);
  const index = corpusIndex(size);
  mkdirSync(layout.cache, { recursive: true });
  cpSync(index, layout.index);
  const shards = new Set<string>();
  await inParallel(
    Array.from({ length: size }, (_, number) => number),
    16,
    async (number) => {
      const sealed = envelope(number);
      const path = layout.story(sealed.id);
      if (!shards.has(shardOf(sealed.id))) await fs.mkdir(dirname(path), { recursive: true });
      shards.add(shardOf(sealed.id));
      await fs.writeFile(path, seal(sealed));
    },
  );
  const opened = new LibraryIndex(SqlFile.openForWriting(layout.index));
  await rememberShardOf(opened, layout, shards);
  opened.close();
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  await library.taxonomy.change(() => corpusTaxonomy);
  await library.close();
}
