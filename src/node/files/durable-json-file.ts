import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import type { Envelope, FileFormat, SavedBy } from '../../core/library/envelope.js';
import { envelopeOf, isDamaged, readSealed, seal, type Damaged } from './sealed-file.js';
import { writeDurably } from './write-durably.js';

export interface DurableFileOptions<T> {
  readonly path: string;
  readonly format: FileFormat;
  readonly id: string;
  readonly schema: z.ZodType<T>;
  readonly now: () => Date;
  /** Who writes, for the envelope. */
  readonly by?: SavedBy | undefined;
  /** Hash of another state that goes into what is written: its second parent. */
  readonly merged?: string | undefined;
}

/**
 * lowdb's adapter for one sealed file: what `Low.write()` has answered for survives a power cut, and what `Low.read()`
 * gives was whole and valid. A damaged file is never replaced: reading throws `store.damaged`, and so does writing over
 * a state that is not the one that was read (`story.changed-elsewhere`).
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #options: DurableFileOptions<T>;
  #known: Envelope | undefined;

  constructor(options: DurableFileOptions<T>) {
    this.#options = options;
  }

  /** The envelope of the state that was last read or written; undefined before, and for a file that isn't there. */
  get envelope(): Envelope | undefined {
    return this.#known;
  }

  async read(): Promise<T | null> {
    const { path, format, id } = this.#options;
    const read = await readSealed(path, format, id);
    if (read === undefined) return null;
    if (isDamaged(read)) throw damagedError(read);
    const payload = this.#options.schema.safeParse(read.envelope.payload);
    if (!payload.success) {
      const issue = payload.error.issues[0];
      const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
      throw damagedError({ damage: 'wrongContent', detail });
    }
    this.#known = read.envelope;
    return payload.data;
  }

  async write(data: T): Promise<void> {
    const { path, format, id, now, by, merged } = this.#options;
    const onDisk = await readSealed(path, format, id);
    if (onDisk && isDamaged(onDisk)) throw damagedError(onDisk);
    if (onDisk?.envelope.sha256 !== this.#known?.sha256) throw new NewsroomError('story.changed-elsewhere');
    const next = envelopeOf(format, id, data, {
      revision: (this.#known?.revision ?? 0) + 1,
      parents: [this.#known?.sha256, merged].filter((parent) => parent !== undefined),
      savedAt: now(),
      by,
    });
    await writeDurably(path, seal(next));
    this.#known = next;
  }
}

/** The error that a person reads for a damaged file; a newer schema has its own advice. */
export function damagedError(damaged: Damaged): NewsroomError {
  if (damaged.damage === 'newerSchema') return new NewsroomError('store.newer', { found: damaged.detail, known: 1 });
  return new NewsroomError('store.damaged', { detail: `${damaged.damage}: ${damaged.detail}` });
}
