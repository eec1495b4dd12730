import * as fs from 'node:fs/promises';
import { NewsroomError } from '../../core/errors.js';
import { mediaId, type MediaId } from '../../core/ids.js';
import type { MediaRecord, MediaTexts } from '../../core/media/media-record.js';
import { fileLine, noFileTexts } from '../../core/media/media-record.js';
import { isMissing } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { removeDurably, writeDurably } from '../files/write-durably.js';
import { fittingPicture } from '../media/made-smaller.js';
import { measurePicture } from '../media/measure-picture.js';
import { BrokenPicture } from '../media/picture-parts.js';
import { readFileTexts } from '../media/read-file-texts.js';
import { isSvg, rasterised } from '../media/svg-picture.js';
import type { Layout } from './layout.js';
import { MediaRecords } from './media-records.js';
import { writeFailed } from './story-store.js';

export interface Picture {
  readonly mediaId: MediaId;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

export interface AddedPicture extends Picture {
  readonly record: MediaRecord;
  /** The same picture was here before, whatever its name. */
  readonly isKnown: boolean;
}

/** Hears of every picture that came, changed its record (`null` = went). */
export type MediaListener = (id: MediaId, record: MediaRecord | null) => Promise<void>;
const nobody: MediaListener = () => Promise.resolve();

/** The pictures of a library, named by their content: the same picture is kept once and never changes. */
export class MediaStore {
  readonly records: MediaRecords;
  readonly #layout: Layout;
  readonly #now: () => Date;
  readonly #sizes = new Map<MediaId, Picture>();
  readonly #onChange: MediaListener;

  constructor(layout: Layout, now: () => Date, canWrite: boolean, onChange: MediaListener = nobody) {
    this.#layout = layout;
    this.#now = now;
    this.#onChange = onChange;
    this.records = new MediaRecords(layout, now, canWrite);
  }

  /**
   * Takes a picture in with what its file says of itself; one that is too large is made smaller. One that is here already keeps the record that it has.
   * @throws NewsroomError `media.not-an-image`, `store.write-failed`
   */
  async add(name: string, source: Uint8Array, addedBy = ''): Promise<AddedPicture> {
    const came = isSvg(source) ? await drawn(name, source) : source;
    const { type, width, height, bytes, original } = await fittingPicture(name, came);
    const id = mediaId.parse(`${sha256(bytes)}.${type}`);
    const path = this.#layout.mediaFile(id);
    const isKnown = await exists(path);
    if (!isKnown)
      await writeDurably(path, bytes).catch((cause: unknown) => {
        throw writeFailed(cause);
      });
    const picture = this.#remember({ mediaId: id, width, height, bytes: bytes.length });
    const known = await this.records.read(id);
    if (known) return { ...picture, record: known, isKnown };
    // Making it smaller takes the metadata out, so its texts are read from what came.
    const texts = await readFileTexts(measurePicture(name, came).type, came);
    const record = await this.records.change(id, () => ({
      ...texts,
      fileName: fileLine(name),
      width,
      height,
      bytes: bytes.length,
      original,
      addedAt: this.#now().toISOString(),
      addedBy: fileLine(addedBy),
    }));
    await this.#onChange(id, record);
    return { ...picture, record, isKnown };
  }

  /** Writes texts of the desk into a record. @throws NewsroomError `media.not-found` */
  async change(id: MediaId, texts: MediaTexts): Promise<MediaRecord> {
    const bare = await this.record(id);
    if (!bare) throw new NewsroomError('media.not-found', { id });
    const record = await this.records.change(id, (before) => ({ ...(before ?? bare), ...texts }));
    await this.#onChange(id, record);
    return record;
  }

  /** Size of a picture; undefined where its file is missing or damaged. */
  async about(id: MediaId): Promise<Picture | undefined> {
    const known = this.#sizes.get(id);
    if (known) return known;
    try {
      const bytes = await fs.readFile(this.#layout.mediaFile(id));
      const { width, height } = measurePicture(id, bytes);
      return this.#remember({ mediaId: id, width, height, bytes: bytes.length });
    } catch (error) {
      if (isMissing(error) || error instanceof NewsroomError) return undefined;
      throw error;
    }
  }

  /** The record of a picture, or a bare one for a picture from before there were records; undefined = no such picture. */
  async record(id: MediaId): Promise<MediaRecord | undefined> {
    const known = await this.records.read(id);
    if (known) return known;
    const about = await this.about(id);
    if (!about) return undefined;
    const { width, height, bytes } = about;
    return { ...noFileTexts, fileName: '', addedAt: '', addedBy: '', original: null, width, height, bytes };
  }

  /** Removes a picture and its record. Whether anything names it is the caller's question. */
  async remove(id: MediaId): Promise<void> {
    this.#sizes.delete(id);
    await removeDurably(this.#layout.mediaFile(id));
    await removeDurably(this.#layout.mediaRecord(id));
    await this.#onChange(id, null);
  }

  path(id: MediaId): string {
    return this.#layout.mediaFile(id);
  }

  #remember(picture: Picture): Picture {
    this.#sizes.set(picture.mediaId, picture);
    return picture;
  }
}

async function drawn(name: string, source: Uint8Array): Promise<Uint8Array> {
  try {
    return await rasterised(source);
  } catch (error) {
    if (!(error instanceof BrokenPicture)) throw error;
    throw new NewsroomError('media.not-an-image', { name, detail: error.message }, { cause: error });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await fs.access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
