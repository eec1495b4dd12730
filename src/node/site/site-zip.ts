import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { folderError } from '../files/folder-error.js';
import type { SiteTarget } from './site-target.js';

/** One moment for every file, so that the same site is the same zip everywhere. */
const mtime = new Date(Date.UTC(2000, 0, 1, 12));

/** A whole site as one file, put in place when it is complete. */
export class SiteZip implements SiteTarget {
  readonly manifest = { paths: [], entry: () => undefined, isIntact: () => false };
  readonly #path: string;
  readonly #zip = new ZipFile();
  readonly #writing: Promise<void>;

  private constructor(path: string) {
    this.#path = path;
    this.#writing = pipeline(this.#zip.outputStream, createWriteStream(this.#temporary, { flush: true }));
    // Looked at in `finish`; a run that ends before leaves nobody to hear of it.
    this.#writing.catch(() => undefined);
  }

  static async open(path: string): Promise<SiteZip> {
    try {
      await fs.mkdir(dirname(path), { recursive: true });
      return new SiteZip(path);
    } catch (error) {
      throw folderError(error);
    }
  }

  get #temporary(): string {
    return `${this.#path}.copydesk-tmp`;
  }

  stage(path: string, bytes: string | Uint8Array): void {
    // Pictures and fonts don't shrink.
    const compress = /\.(?:html|css|js|json|xml|txt)$/u.test(path);
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes);
    this.#zip.addBuffer(buffer, path, { mtime, mode: 0o100644, compress, forceDosTimestamp: true });
  }

  read(): Uint8Array {
    throw new TypeError('a zip is written whole, nothing of it is kept');
  }

  async finish(): Promise<void> {
    this.#zip.end();
    try {
      await this.#writing;
      await fs.rename(this.#temporary, this.#path);
    } catch (error) {
      throw folderError(error);
    }
  }

  async close(): Promise<void> {
    await fs.rm(this.#temporary, { force: true });
  }
}
