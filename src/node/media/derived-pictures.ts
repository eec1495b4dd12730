import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaId } from '../../core/ids.js';
import { NewsroomError } from '../../core/errors.js';
import { pictureTypes, renderKey, type PictureRender, type PictureType } from '../../core/media/picture-render.js';
import { errnoOf, isMissing } from '../files/errno.js';
import type { Layout } from '../library/layout.js';
import { BrokenPicture } from './picture-parts.js';
import { renderPicture, renderVersion } from './render-picture.js';

/**
 * Files made of the library's pictures: web sizes, crops, thumbnails. Each is made once and kept in the cache, which may
 * be deleted at any time; a library that cannot be written has them made in memory.
 */
export class DerivedPictures {
  readonly #layout: Layout;
  readonly #making = new Map<string, Promise<Uint8Array>>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** The file of a render. @throws NewsroomError `media.not-found`, `media.not-an-image` for one that does not decode */
  async bytes(id: MediaId, render: PictureRender): Promise<Uint8Array> {
    const path = this.#path(id, render);
    const known = await readIfThere(path);
    if (known) return known;
    // Two that ask for the same file get one.
    const running = this.#making.get(path);
    if (running) return running;
    const making = this.#make(id, render, path).finally(() => this.#making.delete(path));
    this.#making.set(path, making);
    return making;
  }

  #path(id: MediaId, render: PictureRender): string {
    const key = renderKey(render);
    const name = `${id.slice(0, 64)}${key === '' ? '' : `-${key}`}.v${String(renderVersion)}.${render.type}`;
    return join(this.#layout.derivedPictures, id.slice(0, 2), name);
  }

  async #make(id: MediaId, render: PictureRender, path: string): Promise<Uint8Array> {
    const original = await readIfThere(this.#layout.mediaFile(id));
    if (!original) throw new NewsroomError('media.not-found', { id });
    let made: Uint8Array;
    try {
      made = await renderPicture(typeOf(id), original, render);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const detail = error instanceof BrokenPicture ? error.message : 'it does not decode';
      throw new NewsroomError('media.not-an-image', { name: id, detail }, { cause: error });
    }
    // Taking the metadata out costs less than a second copy of every picture.
    if (renderKey(render) !== '' || typeOf(id) === 'avif') await keep(path, made);
    return made;
  }
}

export const typeOf = (id: MediaId): PictureType =>
  pictureTypes.find((type) => id.endsWith(`.${type}`)) ?? ('jpg' satisfies PictureType);

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Not flushed: a cache. A disk that takes no more only costs the time to make it again. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await fs.writeFile(temporary, bytes, { mode: 0o600 });
    await fs.rename(temporary, path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    await fs.rm(temporary, { force: true });
  }
}
