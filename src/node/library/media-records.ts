import { NewsroomError } from '../../core/errors.js';
import type { MediaId } from '../../core/ids.js';
import { mediaRecordSchema, type MediaRecord } from '../../core/media/media-record.js';
import { DurableJsonFile } from '../files/durable-json-file.js';
import { removeDurably } from '../files/write-durably.js';
import { WriteQueue } from '../files/write-queue.js';
import type { Layout } from './layout.js';
import { keepInQuarantine } from './quarantine.js';
import { writeFailed } from './story-store.js';

/** What is known of each picture: a small sealed file beside it. A picture without one, from before there were records, is whole. */
export class MediaRecords {
  readonly #layout: Layout;
  readonly #now: () => Date;
  readonly #canWrite: boolean;
  readonly #queue = new WriteQueue();

  constructor(layout: Layout, now: () => Date, canWrite: boolean) {
    this.#layout = layout;
    this.#now = now;
    this.#canWrite = canWrite;
  }

  /** undefined where there is none, or a damaged one (which is kept aside: the picture itself is safe). */
  async read(id: MediaId): Promise<MediaRecord | undefined> {
    try {
      return (await this.#file(id).read()) ?? undefined;
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      if (error.code === 'store.damaged' && this.#canWrite)
        await keepInQuarantine(this.#layout, this.#layout.mediaRecord(id), 'media');
      return undefined;
    }
  }

  /** The record that `change` makes of the one before; durable when it answers. */
  async change(id: MediaId, change: (before: MediaRecord | undefined) => MediaRecord): Promise<MediaRecord> {
    return this.#queue.run(id, async () => {
      const file = this.#file(id);
      const next = change(await this.#before(id, file));
      try {
        await file.write(next);
      } catch (error) {
        throw error instanceof NewsroomError ? error : writeFailed(error);
      }
      return next;
    });
  }

  /** A damaged record makes room, after a copy was kept: its picture would be without one for good. */
  async #before(id: MediaId, file: DurableJsonFile<MediaRecord>): Promise<MediaRecord | undefined> {
    try {
      return (await file.read()) ?? undefined;
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code !== 'store.damaged') throw error;
      await keepInQuarantine(this.#layout, this.#layout.mediaRecord(id), 'media');
      await removeDurably(this.#layout.mediaRecord(id));
      return undefined;
    }
  }

  #file(id: MediaId): DurableJsonFile<MediaRecord> {
    return new DurableJsonFile<MediaRecord>({
      path: this.#layout.mediaRecord(id),
      format: 'copydesk-media',
      id,
      schema: mediaRecordSchema,
      now: this.#now,
    });
  }
}
