import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { NewsroomError } from '../../core/errors.js';
import type { Envelope } from '../../core/library/envelope.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { isMissing } from '../files/errno.js';
import { isDamaged, maxFileBytes, seal, unseal } from '../files/sealed-file.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';
import { factsOf, headerBytes, readFacts, withFacts, type VersionFacts } from './version-facts.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface HistoryEntry {
  /** `12-0af3b1c2`: the number of the saved state and the start of its hash, as its file is named. */
  readonly version: string;
  readonly revision: number;
  /** First eight letters of the state's hash. */
  readonly sha8: string;
  readonly path: string;
}

const entryName = /^(\d+)-([0-9a-f]{8})\.json\.gz$/u;

/** A saved state as its file holds it: packed quickly, with what a list says of it in the header. */
async function packed(envelope: Envelope, name: string | null): Promise<Buffer> {
  const bytes = await pack(seal(envelope), { level: 1 });
  const story = storySchema.safeParse(envelope.payload);
  return story.success ? withFacts(bytes, factsOf(envelope, story.data, name)) : bytes;
}

/** Earlier saved states of the stories, each a sealed file of its own, packed. */
export class History {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Keeps a state; one that is kept already costs a look. */
  async keep(envelope: Envelope): Promise<void> {
    const name = `${String(envelope.revision)}-${envelope.sha256.slice(0, 8)}.json.gz`;
    const path = join(this.#layout.historyOf(envelope.id), name);
    try {
      await fs.access(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await writeDurably(path, await packed(envelope, null));
    }
  }

  /** Newest first. */
  async list(id: string): Promise<readonly HistoryEntry[]> {
    const folder = this.#layout.historyOf(id);
    let names: readonly string[];
    try {
      names = await fs.readdir(folder);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    const entries = names.flatMap((name) => {
      const parts = entryName.exec(name);
      return parts
        ? [
            {
              version: name.slice(0, -'.json.gz'.length),
              revision: Number(parts[1]),
              sha8: parts[2] ?? '',
              path: join(folder, name),
            },
          ]
        : [];
    });
    return entries.sort((left, right) => right.revision - left.revision);
  }

  /** The state of an entry; undefined where its file is damaged (the next older one is asked then). */
  async read(id: string, entry: HistoryEntry): Promise<{ envelope: Envelope; story: Story } | undefined> {
    let bytes: Buffer;
    try {
      bytes = await unpack(await fs.readFile(entry.path), { maxOutputLength: maxFileBytes });
    } catch (error) {
      // A packed file that does not unpack is damaged like any other; a missing one was thinned meanwhile.
      if (isMissing(error) || (error instanceof Error && 'code' in error)) return undefined;
      throw error;
    }
    const read = unseal(bytes, 'copydesk-story', id);
    if (isDamaged(read)) return undefined;
    const story = storySchema.safeParse(read.envelope.payload);
    return story.success ? { envelope: read.envelope, story: story.data } : undefined;
  }

  /** What a list says of an entry; undefined where its file is damaged or gone. Only a file of an old version is unpacked. */
  async facts(id: string, entry: HistoryEntry): Promise<VersionFacts | undefined> {
    const head = Buffer.alloc(headerBytes);
    try {
      const handle = await fs.open(entry.path, 'r');
      try {
        const { bytesRead } = await handle.read(head, 0, headerBytes, 0);
        const facts = readFacts(head.subarray(0, bytesRead));
        if (facts) return facts;
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    const read = await this.read(id, entry);
    return read && factsOf(read.envelope, read.story, null);
  }

  /** The entry of a version; undefined where there is none. */
  async find(id: string, version: string): Promise<HistoryEntry | undefined> {
    return (await this.list(id)).find((entry) => entry.version === version);
  }

  /** Gives a kept state a name, or takes it away (null). @throws NewsroomError `store.damaged` for a damaged one */
  async name(id: string, entry: HistoryEntry, name: string | null): Promise<void> {
    const read = await this.read(id, entry);
    if (!read) throw new NewsroomError('store.damaged', { detail: `version ${entry.version}` });
    await writeDurably(entry.path, await packed(read.envelope, name));
  }

  /** The newest state that is whole. */
  async newest(id: string): Promise<{ envelope: Envelope; story: Story } | undefined> {
    for (const entry of await this.list(id)) {
      const read = await this.read(id, entry);
      if (read) return read;
    }
    return undefined;
  }
}
