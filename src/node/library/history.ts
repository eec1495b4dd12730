import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Envelope } from '../../core/library/envelope.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { isMissing } from '../files/errno.js';
import { isDamaged, maxFileBytes, seal, unseal } from '../files/sealed-file.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export interface HistoryEntry {
  readonly revision: number;
  /** First eight letters of the state's hash. */
  readonly sha8: string;
  readonly path: string;
}

const entryName = /^(\d+)-([0-9a-f]{8})\.json\.gz$/u;

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
      await writeDurably(path, await pack(seal(envelope), { level: 1 }));
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
      return parts ? [{ revision: Number(parts[1]), sha8: parts[2] ?? '', path: join(folder, name) }] : [];
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

  /** The newest state that is whole. */
  async newest(id: string): Promise<{ envelope: Envelope; story: Story } | undefined> {
    for (const entry of await this.list(id)) {
      const read = await this.read(id, entry);
      if (read) return read;
    }
    return undefined;
  }
}
