import { z } from 'zod';
import type { PersonId, StoryId } from '../../core/ids.js';
import * as fs from 'node:fs/promises';
import { isMissing } from '../files/errno.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

const seenSchema = z.record(z.string(), z.object({ revision: z.int().min(1), at: z.iso.datetime() }));
type Seen = Readonly<z.infer<typeof seenSchema>>;

/**
 * Which saved state of a story each person had before them last: one small file a story, made anew where it cannot be
 * read, since all that it costs is one notice.
 */
export class SeenVersions {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The number of the saved state; null = never seen. */
  async of(id: StoryId, person: PersonId): Promise<number | null> {
    return (await this.#read(id))[person]?.revision ?? null;
  }

  async mark(id: StoryId, person: PersonId, revision: number, now: Date): Promise<void> {
    const seen = { ...(await this.#read(id)), [person]: { revision, at: now.toISOString() } };
    await writeDurably(this.#layout.seen(id), `${JSON.stringify(seen)}\n`);
  }

  async #read(id: StoryId): Promise<Seen> {
    try {
      const parsed = seenSchema.safeParse(JSON.parse(await fs.readFile(this.#layout.seen(id), 'utf8')));
      return parsed.success ? parsed.data : {};
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return {};
      throw error;
    }
  }
}
