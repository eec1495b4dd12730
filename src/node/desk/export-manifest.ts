import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing } from '../files/errno.js';
import { writeDurably } from '../files/write-durably.js';

const entrySchema = z.object({
  id: z.string(),
  format: z.string(),
  edition: z.int().nullable(),
  /** The story's name in the folder, kept over later exports so that addresses stay. */
  stem: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
  valid: z.boolean().nullable(),
  validator: z.string().nullable(),
  /** How the main file was checked; missing in a manifest of an older version. */
  check: z.enum(['official', 'structural']).nullable().default(null),
});
const manifestSchema = z.object({
  format: z.literal('copydesk-export'),
  version: z.literal(1),
  entries: z.array(entrySchema),
});
export type ManifestEntry = z.infer<typeof entrySchema>;

const fileName = 'copydesk-export.json';

/**
 * What we have written into a folder, with checksums. A file that does not stand here is somebody else's and is never
 * replaced.
 */
export class ExportManifest {
  readonly #folder: string;
  readonly #entries: Map<string, ManifestEntry>;
  readonly #files = new Map<string, string>();

  private constructor(folder: string, entries: readonly ManifestEntry[]) {
    this.#folder = folder;
    this.#entries = new Map(entries.map((entry) => [keyOf(entry.id, entry.format), entry]));
    for (const entry of entries)
      for (const file of entry.files) this.#files.set(file.path, keyOf(entry.id, entry.format));
  }

  /** A manifest that is missing or not ours counts as none: then every file in the folder is somebody else's. */
  static async read(folder: string): Promise<ExportManifest> {
    try {
      const parsed = manifestSchema.safeParse(JSON.parse(await fs.readFile(join(folder, fileName), 'utf8')));
      return new ExportManifest(folder, parsed.success ? parsed.data.entries : []);
    } catch (error) {
      if (!isMissing(error) && !(error instanceof SyntaxError)) throw error;
      return new ExportManifest(folder, []);
    }
  }

  entry(id: string, format: string): ManifestEntry | undefined {
    return this.#entries.get(keyOf(id, format));
  }

  /** Stems in use by other stories of a format. */
  stems(format: string, exceptId: string): Set<string> {
    const stems = [...this.#entries.values()].filter((entry) => entry.format === format && entry.id !== exceptId);
    return new Set(stems.map(({ stem }) => stem.toLowerCase()));
  }

  /** Whether a path was written by us for this story and format, so that it may be replaced. */
  owns(path: string, id: string, format: string): boolean {
    return this.#files.get(path) === keyOf(id, format);
  }

  set(entry: ManifestEntry): void {
    for (const file of this.entry(entry.id, entry.format)?.files ?? []) this.#files.delete(file.path);
    this.#entries.set(keyOf(entry.id, entry.format), entry);
    for (const file of entry.files) this.#files.set(file.path, keyOf(entry.id, entry.format));
  }

  /** Sorted, so that the same export gives the same bytes. */
  async write(): Promise<void> {
    const entries = [...this.#entries.values()].sort((left, right) =>
      keyOf(left.id, left.format) < keyOf(right.id, right.format) ? -1 : 1,
    );
    const text = `${JSON.stringify({ format: 'copydesk-export', version: 1, entries }, null, 2)}\n`;
    await writeDurably(join(this.#folder, fileName), text);
  }
}

const keyOf = (id: string, format: string): string => `${format}:${id}`;
