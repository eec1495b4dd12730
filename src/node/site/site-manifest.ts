import * as fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from '../files/errno.js';

const entrySchema = z.object({
  /** Hash of all that the file is made of; equal keys need no making. */
  key: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  /** Pictures that a page shows. */
  pictures: z.array(z.string()).optional(),
});
export type SiteEntry = z.infer<typeof entrySchema>;

const manifestSchema = z.object({
  format: z.literal('copydesk-site'),
  version: z.literal(1),
  files: z.record(z.string(), entrySchema),
});

/** Our own folder inside the output: what we wrote there, and the work that is under way. Not for upload. */
export const workFolder = '.copydesk-site';

/** What a run wrote, by path. A file that does not stand here is somebody else's and is never touched. */
export class SiteManifest {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, SiteEntry>;
  readonly #writtenAt: number;
  readonly #intact = new Map<string, boolean>();

  private constructor(folder: string, files: ReadonlyMap<string, SiteEntry>, writtenAt: number) {
    this.#folder = folder;
    this.#files = files;
    this.#writtenAt = writtenAt;
  }

  /** A manifest that is missing or not ours counts as none: then every file is somebody else's. */
  static read(folder: string): SiteManifest {
    const path = join(folder, workFolder, 'manifest.json');
    try {
      const parsed = manifestSchema.safeParse(JSON.parse(fs.readFileSync(path, 'utf8')));
      const files = new Map(Object.entries(parsed.success ? parsed.data.files : {}));
      return new SiteManifest(folder, files, fs.statSync(path).mtimeMs);
    } catch (error) {
      if (!isMissing(error) && !(error instanceof SyntaxError)) throw error;
      return new SiteManifest(folder, new Map(), 0);
    }
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  entry(path: string): SiteEntry | undefined {
    return this.#files.get(path);
  }

  /** Whether a file is as we left it: there, of its size, and not written to since the manifest was. */
  isIntact(path: string): boolean {
    let intact = this.#intact.get(path);
    if (intact === undefined) this.#intact.set(path, (intact = this.#look(path)));
    return intact;
  }

  #look(path: string): boolean {
    const entry = this.#files.get(path);
    const about = entry && fs.statSync(join(this.#folder, path), { throwIfNoEntry: false });
    return about?.isFile() === true && about.size === entry?.bytes && about.mtimeMs <= this.#writtenAt;
  }
}

/** Sorted, so that the same site has the same manifest. */
export function manifestText(files: ReadonlyMap<string, SiteEntry>): string {
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = sorted.map(([path, entry]) => `${JSON.stringify(path)}:${JSON.stringify(entry)}`);
  return `{"format":"copydesk-site","version":1,"files":{\n${lines.join(',\n')}\n}}\n`;
}
