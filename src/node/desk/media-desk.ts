import * as fs from 'node:fs/promises';
import type { MediaCleaned, MediaInfo } from '../../core/contract/media-calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { MediaId } from '../../core/ids.js';
import type { MediaRow, MediaTexts } from '../../core/media/media-record.js';
import type { StoryRow } from '../../core/story/story-row.js';
import { isMissing } from '../files/errno.js';
import type { MediaQuery } from '../index/media-index.js';
import type { Library } from '../library/library.js';
import { namedPictures } from '../media/named-pictures.js';

/** A picture younger than this is never cleaned away: it may stand in a text that is being written. */
const graceMs = 60 * 60 * 1_000;
/** Stories shown for one picture. */
const maxUses = 200;
const pageOfCandidates = 200;

/** What the desk does with the pictures of a library. */
export class MediaDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** @throws NewsroomError `media.not-an-image` */
  async add(fileName: string, bytes: Uint8Array, addedBy: string): Promise<MediaInfo> {
    await this.#library.assertWritable();
    const { record, isKnown, ...picture } = await this.#library.media.add(fileName, bytes, addedBy);
    const { caption, credit, alt, original } = record;
    return { ...picture, fileName, caption, credit, alt, isKnown, original };
  }

  list(query: MediaQuery): { rows: MediaRow[]; total: number } {
    const { rows, total } = this.#library.index.media.list(query);
    return { rows: [...rows], total };
  }

  /** @throws NewsroomError `media.not-found` */
  about(id: MediaId): { row: MediaRow; usedIn: StoryRow[] } {
    return { row: this.#row(id), usedIn: [...this.#library.index.marked('media', id, maxUses)] };
  }

  async change(id: MediaId, texts: MediaTexts): Promise<MediaRow> {
    await this.#library.assertWritable();
    await this.#library.media.change(id, texts);
    return this.#row(id);
  }

  /**
   * Removes the pictures that nothing in the library names: no story, no draft, no earlier version, no edition.
   * @throws NewsroomError `media.clean-unsure`; nothing is removed then
   */
  async clean(dryRun: boolean): Promise<MediaCleaned> {
    if (!dryRun) await this.#library.assertWritable();
    const candidates = this.#unused();
    if (candidates.length === 0) return { pictures: 0, bytes: 0, kept: 0 };
    const named = await namedPictures(this.#library.layout);
    let [pictures, bytes] = [0, 0];
    for (const { mediaId, bytes: size } of candidates) {
      if (named.has(mediaId) || (await this.#isFresh(mediaId))) continue;
      if (!dryRun) await this.#library.media.remove(mediaId);
      pictures += 1;
      bytes += size;
    }
    return { pictures, bytes, kept: candidates.length - pictures };
  }

  #unused(): readonly MediaRow[] {
    const all: MediaRow[] = [];
    for (;;) {
      const query = { text: '', unused: true, offset: all.length, limit: pageOfCandidates };
      const { rows } = this.#library.index.media.list(query);
      all.push(...rows);
      if (rows.length < pageOfCandidates) return all;
    }
  }

  /** By the record's file too: a picture that was added again has its record written anew, its file not. */
  async #isFresh(id: MediaId): Promise<boolean> {
    const { layout, world } = this.#library;
    try {
      const { mtimeMs } = await fs.stat(layout.mediaFile(id));
      return world.now().getTime() - mtimeMs < graceMs;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  #row(id: MediaId): MediaRow {
    const row = this.#library.index.media.row(id);
    if (!row) throw new NewsroomError('media.not-found', { id });
    return row;
  }
}
