import * as fs from 'node:fs/promises';
import { imageSize } from 'image-size';
import { NewsroomError } from '../../core/errors.js';
import { mediaId, type MediaId } from '../../core/ids.js';
import { isMissing } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';
import { writeFailed } from './story-store.js';

/** Bytes and pixels that a picture may have. */
const maxBytes = 20 * 1024 * 1024;
const maxPixels = 50_000_000;
/** Types by content, never by name; SVG is not among them since it can carry script. */
const extensions: Readonly<Record<string, string>> = { jpg: 'jpg', png: 'png', gif: 'gif', webp: 'webp', avif: 'avif' };

export interface Picture {
  readonly mediaId: MediaId;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** The pictures of a library, named by their content: the same picture is kept once and never changes. */
export class MediaStore {
  readonly #layout: Layout;
  readonly #sizes = new Map<MediaId, Picture>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** @throws NewsroomError `media.not-an-image` */
  async add(name: string, bytes: Uint8Array): Promise<Picture> {
    const about = measure(name, bytes);
    const id = mediaId.parse(`${sha256(bytes)}.${about.extension}`);
    const path = this.#layout.mediaFile(id);
    try {
      await fs.access(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await writeDurably(path, bytes).catch((cause: unknown) => {
        throw writeFailed(cause);
      });
    }
    return this.#remember({ mediaId: id, width: about.width, height: about.height, bytes: bytes.length });
  }

  /** Size of a picture; undefined where its file is missing or damaged. */
  async about(id: MediaId): Promise<Picture | undefined> {
    const known = this.#sizes.get(id);
    if (known) return known;
    try {
      const bytes = await fs.readFile(this.#layout.mediaFile(id));
      const { width, height } = measure(id, bytes);
      return this.#remember({ mediaId: id, width, height, bytes: bytes.length });
    } catch (error) {
      if (isMissing(error) || error instanceof NewsroomError) return undefined;
      throw error;
    }
  }

  path(id: MediaId): string {
    return this.#layout.mediaFile(id);
  }

  #remember(picture: Picture): Picture {
    this.#sizes.set(picture.mediaId, picture);
    return picture;
  }
}

function measure(name: string, bytes: Uint8Array): { extension: string; width: number; height: number } {
  if (bytes.length > maxBytes) throw new NewsroomError('media.not-an-image', { name, detail: 'larger than 20 MB' });
  let size;
  try {
    size = imageSize(bytes);
  } catch (error) {
    // The reader throws plain TypeErrors and RangeErrors for anything that it cannot follow.
    if (!(error instanceof Error)) throw error;
    throw new NewsroomError('media.not-an-image', { name, detail: 'its content is not a picture' }, { cause: error });
  }
  const extension = extensions[size.type ?? ''];
  if (!extension) throw new NewsroomError('media.not-an-image', { name, detail: `the type ${size.type ?? 'unknown'}` });
  if (size.width * size.height > maxPixels)
    throw new NewsroomError('media.not-an-image', { name, detail: 'more than 50 megapixels' });
  // A camera turned on its side says so in the picture; the page shows it upright.
  const turned = (size.orientation ?? 1) >= 5;
  return { extension, width: turned ? size.height : size.width, height: turned ? size.width : size.height };
}
