import type { MediaId } from '../../ids.js';
import { mediaId } from '../../ids.js';
import type { ExportedFile } from '../exporter.js';

/** The pictures of one page: each file once, whatever uses it. */
export class MediaFiles {
  readonly #files = new Map<MediaId, string>();
  readonly #folder: string;

  /** `folder`: its own for each format, since the formats of one story may stand in one folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The picture's path beside the page: 64 bits of its hash tell any two pictures of a page apart. */
  pathOf(media: MediaId): string {
    const path = `${this.#folder}/${media.slice(0, 16)}${media.slice(media.lastIndexOf('.'))}`;
    this.#files.set(media, path);
    return path;
  }

  /** The same for a media name in a body, which is any text until it is looked at; null = no picture of a library. */
  pathOfName(name: string): string | null {
    const parsed = mediaId.safeParse(name);
    return parsed.success ? this.pathOf(parsed.data) : null;
  }

  get files(): readonly ExportedFile[] {
    return [...this.#files].map(([media, path]) => ({ path, content: { media } }));
  }
}
