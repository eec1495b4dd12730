import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoryId } from '../../core/ids.js';
import { returnedDocumentSchema } from '../../core/import/docx/returned-document.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { isMissing } from '../files/errno.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const exchangeSchema = z.object({
  direction: z.enum(['out', 'in']),
  at: z.iso.datetime(),
  /** To whom it went or from whom it came, as people read it; '' = nobody was named. */
  with: z.string().max(2_000),
  /** Name of the file, never its folder, and the checksum of its bytes: the receipt. */
  fileName: z.string().max(400),
  fileSha256: sha256,
  /** Names the state as it travelled: the hash of the very text in the file. */
  stateSha256: sha256,
  /** Earlier states that it builds on: what comes late with one of them says nothing new. */
  bases: z.array(sha256).max(20).default([]),
  /** That state under the ids of this library: the base of a later merge. */
  story: storySchema,
  /** A Word document that went out, as its lines were read from it: what its receiver changed is told against this. */
  sent: returnedDocumentSchema.optional(),
});
/** One crossing of a story from desk to desk. */
export type Exchange = Readonly<z.infer<typeof exchangeSchema>>;
/** Which state crossed, which way, and what it builds on. */
type Crossing = Pick<Exchange, 'direction' | 'stateSha256' | 'bases'>;

/**
 * What was handed over and what came back, each with the state that both desks had then: receipts, and the bases of
 * merges. Never thinned away (decision 30).
 */
export class Exchanges {
  readonly #layout: Layout;
  readonly #known = new Map<string, Crossing>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async keep(exchange: Exchange): Promise<void> {
    const { id } = exchange.story;
    const envelope = envelopeOf('copydesk-exchange', id, exchange, {
      revision: 1,
      parents: [],
      savedAt: new Date(exchange.at),
    });
    const at = exchange.at.replace(/[^0-9]/gu, '');
    const name = `${at}-${exchange.direction}-${exchange.stateSha256.slice(0, 8)}.json`;
    await writeDurably(join(this.#layout.exchangesOf(id), name), seal(envelope));
  }

  /** Newest first; a damaged record is left out here and told by `verify`. */
  async list(id: StoryId): Promise<readonly Exchange[]> {
    const found: Exchange[] = [];
    for (const path of await this.#paths(id)) {
      const exchange = await this.#read(path, id);
      if (exchange) found.push(exchange);
    }
    return found;
  }

  /** The same without the stories, for who asks often: a record never changes, so each is read once. */
  async crossings(id: StoryId): Promise<readonly Crossing[]> {
    const found: Crossing[] = [];
    for (const path of await this.#paths(id)) {
      let crossing = this.#known.get(path);
      if (crossing === undefined) {
        const exchange = await this.#read(path, id);
        if (!exchange) continue;
        const { direction, stateSha256, bases } = exchange;
        crossing = { direction, stateSha256, bases };
        this.#known.set(path, crossing);
      }
      found.push(crossing);
    }
    return found;
  }

  async #paths(id: StoryId): Promise<readonly string[]> {
    const folder = this.#layout.exchangesOf(id);
    const names = await fs.readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const records = names.filter((name) => !name.startsWith('.')).toSorted();
    return records.reverse().map((name) => join(folder, name));
  }

  async #read(path: string, id: StoryId): Promise<Exchange | undefined> {
    const read = await readSealed(path, 'copydesk-exchange', id);
    if (!read || isDamaged(read)) return undefined;
    return exchangeSchema.safeParse(read.envelope.payload).data;
  }
}

/** Who has a story now: whoever got it last and has not sent it back; null = it is here. */
export function holderOf(
  exchanges: readonly Exchange[],
): Pick<Exchange, 'with' | 'at' | 'fileName' | 'fileSha256'> | null {
  const [last] = exchanges;
  return last?.direction === 'out' ? last : null;
}

/** The base of a merge with a state that came: the newest state that it builds on and this library knows. */
export function commonBase(exchanges: readonly Exchange[], bases: readonly string[]): Story | null {
  for (const sha of bases) {
    const known = exchanges.find(({ stateSha256 }) => stateSha256 === sha);
    if (known) return known.story;
  }
  return null;
}
