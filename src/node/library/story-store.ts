import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Envelope, SavedBy } from '../../core/library/envelope.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { DurableJsonFile } from '../files/durable-json-file.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { inParallel } from '../files/in-parallel.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { flushFolder, isTemporary, writeDurably } from '../files/write-durably.js';
import { WriteQueue } from '../files/write-queue.js';
import { History } from './history.js';
import type { Layout } from './layout.js';
import { keepInQuarantine } from './quarantine.js';

/** A saved state of a story: what was kept and the envelope that names it. */
export interface SavedState {
  readonly story: Story;
  readonly revision: number;
  readonly sha256: string;
  readonly savedAt: string;
}

const stateOf = (story: Story, envelope: Envelope): SavedState => ({
  story,
  revision: envelope.revision,
  sha256: envelope.sha256,
  savedAt: envelope.savedAt,
});

/** The stories of a library, one file each. Truth; everything else can be made again from here. */
export class StoryStore {
  readonly #layout: Layout;
  readonly #now: () => Date;
  readonly #keepsCopies: boolean;
  readonly #queue = new WriteQueue();
  readonly history: History;

  /** @param keepsCopies false for a reader beside another writer: it leaves damaged files to that one */
  constructor(layout: Layout, now: () => Date, keepsCopies: boolean) {
    this.#layout = layout;
    this.#now = now;
    this.#keepsCopies = keepsCopies;
    this.history = new History(layout);
  }

  /**
   * @throws NewsroomError `story.not-found`; `store.damaged` after an unchanged copy went to the quarantine, also for a
   * file that is older than the story's own history (an old copy was put back by a sync tool or a person)
   */
  async read(id: StoryId): Promise<SavedState> {
    const state = await this.#readWhole(id);
    const known = await this.#newestKnown(id);
    if (known <= state.revision) return state;
    // A save may have ended between the two looks: the file is written before its history is.
    const again = await this.#readWhole(id);
    if (known <= again.revision) return again;
    await this.#setAside(id, 'older');
    const detail = `older than its history: saved state ${String(again.revision)} of ${String(known)}`;
    throw new NewsroomError('store.damaged', { detail });
  }

  async #newestKnown(id: StoryId): Promise<number> {
    return (await this.history.list(id))[0]?.revision ?? 0;
  }

  async #readWhole(id: StoryId): Promise<SavedState> {
    const db = this.#open(id);
    try {
      await db.low.read();
    } catch (error) {
      if (error instanceof NewsroomError) await this.#setAside(id, 'damaged');
      throw error;
    }
    if (!db.low.data || !db.file.envelope) throw new NewsroomError('story.not-found', { id });
    return stateOf(db.low.data, db.file.envelope);
  }

  /**
   * Makes a new saved state; when it answers, kill and power cut cannot take it back. The state before is in the
   * history first.
   * @param expected hash of the state that was edited; null = the story is new
   * @param by who saves, for the history
   * @param merged hash of another state that went into this one: a merge has two parents (decision 30)
   * @throws NewsroomError `story.changed-elsewhere`, `store.write-failed` (the old state is whole then)
   */
  async save(story: Story, expected: string | null, by?: SavedBy, merged?: string): Promise<SavedState> {
    return this.#queue.run(story.id, async () => {
      const db = this.#open(story.id, by, merged);
      await db.low.read();
      const before = db.file.envelope;
      if ((before?.sha256 ?? null) !== expected) throw new NewsroomError('story.changed-elsewhere');
      db.low.data = story;
      try {
        if (before) await this.history.keep(before);
        await db.low.write();
        const saved = db.file.envelope;
        if (!saved) throw new TypeError('a written file has an envelope');
        await this.history.keep(saved);
        return stateOf(story, saved);
      } catch (error) {
        throw writeFailed(error);
      }
    });
  }

  /** Many new or changed stories: files flushed side by side, each folder once at the end (decision 25). */
  async saveMany(
    stories: readonly { readonly story: Story; readonly expected: string | null }[],
  ): Promise<readonly SavedState[]> {
    const folders = new Set<string>();
    const saved: SavedState[] = [];
    try {
      await inParallel(stories, 16, async ({ story, expected }, at) => {
        saved[at] = await this.#queue.run(story.id, () => this.#saveOne(story, expected, folders));
      });
      await inParallel([...folders], 16, flushFolder);
    } catch (error) {
      throw writeFailed(error);
    }
    return saved;
  }

  async #saveOne(story: Story, expected: string | null, folders: Set<string>): Promise<SavedState> {
    const path = this.#layout.story(story.id);
    const read = expected === null ? undefined : await readSealed(path, 'copydesk-story', story.id);
    const before = read && !isDamaged(read) ? read.envelope : undefined;
    if ((before?.sha256 ?? null) !== expected) throw new NewsroomError('story.changed-elsewhere');
    if (before) await this.history.keep(before);
    const about = {
      revision: (before?.revision ?? 0) + 1,
      parents: before ? [before.sha256] : [],
      savedAt: this.#now(),
    };
    const envelope = envelopeOf('copydesk-story', story.id, story, about);
    await writeDurably(path, seal(envelope), { flushFolder: false });
    folders.add(dirname(path));
    return stateOf(story, envelope);
  }

  /** Puts the newest whole state of the history in the place of a damaged file; its copy is in the quarantine. */
  async recover(id: StoryId): Promise<SavedState> {
    const good = await this.history.newest(id);
    if (!good) throw new NewsroomError('store.damaged', { detail: 'and it has no earlier version' });
    return this.#queue.run(id, async () => {
      await this.#setAside(id, 'replaced');
      await writeDurably(this.#layout.story(id), seal(good.envelope));
      return stateOf(good.story, good.envelope);
    });
  }

  /** Every story file by folder, one folder after another: a caller need not hold all names. */
  async *shards(): AsyncIterable<{
    readonly shard: string;
    readonly ids: readonly string[];
    readonly others: readonly string[];
  }> {
    for (const shard of await namesIn(this.#layout.stories)) {
      const names = await namesIn(this.#layout.storyFolder(shard));
      const ids = names.filter((name) => storyFile.test(name)).map((name) => name.slice(0, -'.json'.length));
      const others = names.filter((name) => !storyFile.test(name) && !isTemporary(name));
      yield { shard, ids, others };
    }
  }

  /** Removes what a killed writer left: temp files are never the only copy of anything acknowledged. */
  async removeLeftovers(): Promise<number> {
    let removed = 0;
    for (const shard of await namesIn(this.#layout.stories)) {
      const folder = this.#layout.storyFolder(shard);
      for (const name of (await namesIn(folder)).filter(isTemporary)) {
        await fs.rm(join(folder, name), { force: true });
        removed += 1;
      }
    }
    return removed;
  }

  /** Answers when every save that was asked for is done. */
  async idle(): Promise<void> {
    await this.#queue.idle();
  }

  #open(id: StoryId, by?: SavedBy, merged?: string): { low: Low<Story | null>; file: DurableJsonFile<Story | null> } {
    const path = this.#layout.story(id);
    const file = new DurableJsonFile<Story | null>({
      path,
      format: 'copydesk-story',
      id,
      schema: storySchema,
      now: this.#now,
      by,
      merged,
    });
    return { low: new Low<Story | null>(file, null), file };
  }

  async #setAside(id: StoryId, reason: string): Promise<void> {
    if (this.#keepsCopies) await keepInQuarantine(this.#layout, this.#layout.story(id), reason);
  }
}

const storyFile = /^[0-9a-f-]{36}\.json$/u;

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error) || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** The system's refusal of a write as trouble for people; our own errors and bugs pass as they are. */
export function writeFailed(error: unknown): unknown {
  const code = errnoOf(error);
  if (error instanceof NewsroomError || code === undefined) return error;
  const detail = { ENOSPC: 'the disk is full', EROFS: 'the disk cannot be written', EIO: 'the disk reports an error' }[
    code
  ];
  return new NewsroomError('store.write-failed', { detail: detail ?? code }, { cause: error });
}
