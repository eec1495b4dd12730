import type { MediaId } from '../../ids.js';
import { mediaId } from '../../ids.js';
import { focalFrame, heightAt, offeredWidths, usedSize, type Size } from '../../media/picture-geometry.js';
import {
  exactCrop,
  pictureTypes,
  renderKey,
  type PictureRender,
  type PictureType,
} from '../../media/picture-render.js';
import { plainUse, type PictureUse } from '../../media/picture-use.js';
import type { ExportedFile } from '../exporter.js';

/** A picture as a page names it: one file for every reader, and smaller ones to choose from. */
export interface PagePicture {
  /** The largest file; size in pixels. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** `path 480w, path 960w`, or '' where there is one file only. */
  readonly srcset: string;
  /** The same as WebP, half as heavy; '' where the files are WebP themselves or an animation. */
  readonly webp: string;
}

/** How a picture is shown: related cards are small and all of one shape. */
export interface PictureFrame {
  readonly widest?: number;
  /** Width by height. */
  readonly aspect?: number;
}

/** The pictures of one page: each file once, whatever uses it. */
export class MediaFiles {
  readonly #files = new Map<string, ExportedFile['content']>();
  readonly #folder: string;

  /** `folder`: its own for each format, since the formats of one story may stand in one folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** One file of a picture as a story uses it, in its own type and as large as it is. */
  pathOf(media: MediaId, { rotate, crop }: Pick<PictureUse, 'rotate' | 'crop'> = plainUse): string {
    return this.#file(media, { rotate, crop: exactCrop(crop), width: null, type: typeOf(media) });
  }

  /** The same for a media name in a body, which is any text until it is looked at; null = no picture of a library. */
  pathOfName(name: string, use: Pick<PictureUse, 'rotate' | 'crop'> = plainUse): string | null {
    const parsed = mediaId.safeParse(name);
    return parsed.success ? this.pathOf(parsed.data, use) : null;
  }

  /** The files of a picture for a web page. `size` is that of the library's file. */
  picture(media: MediaId, size: Size, use: PictureUse = plainUse, frame: PictureFrame = {}): PagePicture {
    const crop = exactCrop(frame.aspect === undefined ? use.crop : focalFrame(size, use, frame.aspect));
    const { rotate } = use;
    const shown = usedSize(size, { rotate, crop });
    const own = typeOf(media);
    const type = own === 'avif' ? 'webp' : own;
    if (type === 'gif') {
      const path = this.#file(media, { rotate, crop, width: null, type });
      return { path, ...shown, srcset: '', webp: '' };
    }
    const widths = offeredWidths(Math.min(shown.width, frame.widest ?? shown.width));
    const largest = widths[widths.length - 1] ?? shown.width;
    const fileAt = (width: number, as: PictureType): string =>
      // The picture as wide as it is needs no resizing: a JPEG that is not cut is not even encoded again.
      this.#file(media, { rotate, crop, width: width === shown.width ? null : width, type: as });
    const setOf = (as: PictureType): string =>
      widths.map((width) => `${fileAt(width, as)} ${String(width)}w`).join(', ');
    return {
      path: fileAt(largest, type),
      width: largest,
      height: heightAt(shown, largest),
      srcset: widths.length > 1 ? setOf(type) : '',
      webp: type === 'webp' ? '' : setOf('webp'),
    };
  }

  get files(): readonly ExportedFile[] {
    return [...this.#files].map(([path, content]) => ({ path, content }));
  }

  /** 64 bits of the hash tell any two pictures of a page apart; what was made of it follows. */
  #file(media: MediaId, render: PictureRender): string {
    const key = renderKey(render);
    const path = `${this.#folder}/${media.slice(0, 16)}${key === '' ? '' : `-${key}`}.${render.type}`;
    this.#files.set(path, { media, render });
    return path;
  }
}

const typeOf = (media: MediaId): PictureType => pictureTypes.find((type) => media.endsWith(`.${type}`)) ?? 'jpg';
