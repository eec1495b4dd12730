import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { renditionSchema, type Rendition } from '../../core/export/rendition.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { damagedError } from '../files/durable-json-file.js';
import { envelopeOf, isDamaged, readSealed, seal, unseal } from '../files/sealed-file.js';
import { isMissing } from '../files/errno.js';
import { inParallel } from '../files/in-parallel.js';
import { flushFolder, writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/);

const editionSchema = z.object({
  number: z.int().min(1),
  /** Hash of the edition before; null for the first. Missing in editions of older versions. */
  previous: sha256Text.nullable().optional(),
  appVersion: z.string(),
  rendition: renditionSchema,
  /** The story as it went out, without private fields: what the `json` format carries. */
  story: storySchema,
});
export interface Edition {
  readonly number: number;
  /** Hash of the edition before, so that none can be put in the place of another; null for the first. */
  readonly previous?: string | null | undefined;
  /** Hash of the frozen content. */
  readonly sha256: string;
  /** The version of Copydesk that froze it. */
  readonly appVersion: string;
  readonly rendition: Rendition;
  readonly story: Story;
}

/** Frozen, numbered renditions of published stories (decision 14). Written once, never changed. */
export class Editions {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** A number that was frozen already keeps what it has: publishing twice after a crash makes one edition. */
  async freeze(id: string, content: Omit<Edition, 'sha256'>, now: Date): Promise<Edition> {
    const known = await this.read(id, content.number);
    if (known) return known;
    return this.#write(id, content, now, true);
  }

  /** First editions of a whole import: files flushed side by side, each folder once at the end (decision 25). */
  async freezeMany(
    contents: readonly { readonly id: string; readonly content: Omit<Edition, 'sha256'> }[],
    now: Date,
  ): Promise<void> {
    await inParallel(contents, 16, async ({ id, content }) => {
      await this.#write(id, content, now, false);
    });
    const folders = new Set(contents.map(({ id, content }) => dirname(this.#layout.edition(id, content.number))));
    await inParallel([...folders], 16, flushFolder);
  }

  async #write(id: string, content: Omit<Edition, 'sha256'>, now: Date, flush: boolean): Promise<Edition> {
    const about = { revision: content.number, parents: [], savedAt: now };
    const envelope = envelopeOf('copydesk-edition', id, content, about);
    await writeDurably(this.#layout.edition(id, content.number), seal(envelope), { flushFolder: flush });
    return { ...content, sha256: envelope.sha256 };
  }

  /** @throws NewsroomError `store.damaged` */
  async read(id: string, number: number): Promise<Edition | undefined> {
    const read = await readSealed(this.#layout.edition(id, number), 'copydesk-edition', id);
    if (read === undefined) return undefined;
    if (isDamaged(read)) throw damagedError(read);
    const parsed = editionSchema.safeParse(read.envelope.payload);
    if (!parsed.success) throw damagedError({ damage: 'wrongContent', detail: parsed.error.issues[0]?.message ?? '' });
    return { ...parsed.data, sha256: read.envelope.sha256 };
  }
  /**
   * Keeps an edition that another desk froze, as its file came; one that is here stays. Answers whether it is whole and
   * of this story.
   */
  async adopt(id: string, number: number, bytes: Uint8Array): Promise<boolean> {
    if (await this.read(id, number)) return true;
    const read = unseal(bytes, 'copydesk-edition', id);
    if (isDamaged(read) || read.envelope.revision !== number) return false;
    if (!editionSchema.safeParse(read.envelope.payload).success) return false;
    await writeDurably(this.#layout.edition(id, number), seal(read.envelope));
    return true;
  }

  /**
   * The same at once, for work that reads thousands. What this very version wrote, and its seal proves whole, is not
   * checked field by field again.
   * @throws NewsroomError `store.damaged`, also where it is missing
   */
  readNow(id: string, number: number, appVersion: string): Edition {
    const missing = { damage: 'empty' as const, detail: `edition ${String(number)} is missing` };
    const bytes = readBytes(this.#layout.edition(id, number));
    const read = bytes ? unseal(bytes, 'copydesk-edition', id) : missing;
    if (isDamaged(read)) throw damagedError(read);
    const { payload, sha256 } = read.envelope;
    const known = payload as Partial<Edition>;
    if (known.appVersion === appVersion && known.rendition && known.story) return { ...(known as Edition), sha256 };
    const parsed = editionSchema.safeParse(payload);
    if (!parsed.success) throw damagedError({ damage: 'wrongContent', detail: parsed.error.issues[0]?.message ?? '' });
    return { ...parsed.data, sha256 };
  }
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
