import { Low } from 'lowdb';
import type { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import type { FileFormat } from '../../core/library/envelope.js';
import { DurableJsonFile } from '../files/durable-json-file.js';
import { isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { removeDurably, writeDurably } from '../files/write-durably.js';
import { WriteQueue } from '../files/write-queue.js';
import type { Layout } from './layout.js';
import { keepInQuarantine } from './quarantine.js';
import { writeFailed } from './story-store.js';

export interface DeskFileOptions<T> {
  readonly layout: Layout;
  readonly path: string;
  readonly format: FileFormat;
  readonly id: string;
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  readonly now: () => Date;
  readonly canWrite: boolean;
}

/**
 * One of the small files of a library (taxonomy, people, settings): in memory as a whole, replaced as a whole. A
 * damaged one never hides the stories: it goes to the quarantine unchanged, its second copy (or the initial value) takes
 * its place, and `damage` says so.
 */
export class DeskFile<T> {
  readonly #options: DeskFileOptions<T>;
  readonly #queue = new WriteQueue();
  #adapter: DurableJsonFile<T>;
  #low: Low<T>;
  #damage: string | null = null;

  private constructor(options: DeskFileOptions<T>) {
    this.#options = options;
    this.#adapter = new DurableJsonFile<T>(options);
    this.#low = new Low<T>(this.#adapter, options.initial);
  }

  static async open<T>(options: DeskFileOptions<T>): Promise<DeskFile<T>> {
    const file = new DeskFile(options);
    await file.#read();
    return file;
  }

  get value(): T {
    return this.#low.data;
  }

  /** Why the file could not be used; null where it was whole. */
  get damage(): string | null {
    return this.#damage;
  }

  /** Replaces the value by what `change` makes of it; in memory only after it is safe on the disk. */
  async change(change: (value: T) => T): Promise<T> {
    return this.#queue.run('', async () => {
      const before = this.#low.data;
      const next = change(before);
      this.#low.data = next;
      try {
        await this.#low.write();
        await this.#keepCopy();
      } catch (error) {
        this.#low.data = before;
        throw writeFailed(error);
      }
      return next;
    });
  }

  get #copyPath(): string {
    return `${this.#options.path}.copy`;
  }

  async #keepCopy(): Promise<void> {
    if (this.#adapter.envelope) await writeDurably(this.#copyPath, seal(this.#adapter.envelope));
  }

  async #read(): Promise<void> {
    const { layout, path, canWrite } = this.#options;
    try {
      await this.#low.read();
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code !== 'store.damaged') throw error;
      this.#damage = error.userMessage;
      if (canWrite) {
        await keepInQuarantine(layout, path, 'damaged');
        await removeDurably(path);
      }
      await this.#takeCopy();
    }
  }

  /** The second copy's value, written back as the file where that is allowed. */
  async #takeCopy(): Promise<void> {
    const { format, id, schema, initial, canWrite } = this.#options;
    const copy = await readSealed(this.#copyPath, format, id);
    const value = copy && !isDamaged(copy) ? schema.safeParse(copy.envelope.payload) : undefined;
    this.#adapter = new DurableJsonFile<T>(this.#options);
    this.#low = new Low<T>(this.#adapter, value?.success ? value.data : initial);
    if (canWrite && value?.success) await this.#low.write();
  }
}
