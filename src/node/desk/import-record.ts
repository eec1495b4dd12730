import * as fs from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { PastImport } from '../../core/contract/import-calls.js';
import { isMissing } from '../files/errno.js';
import { flushFolder, makeFolder } from '../files/write-durably.js';
import type { Library } from '../library/library.js';

/** Imports whose record is looked at for a list: those of years, newest first. */
const listed = 200;

const headSchema = z.object({
  format: z.literal('copydesk-import'),
  version: z.literal(1),
  id: z.string(),
  at: z.string(),
  personName: z.string(),
  files: z.array(z.string()),
});
const lineSchema = z.union([
  z.object({ stories: z.array(z.string()), sections: z.array(z.string()), tags: z.array(z.string()) }),
  z.object({ undoneAt: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;

export interface ImportRecord {
  readonly id: string;
  readonly at: string;
  readonly personName: string;
  readonly files: readonly string[];
  readonly stories: readonly string[];
  /** Sections and tags that were made for it. */
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  readonly undoneAt: string | null;
}

/**
 * The record that an import writes of itself: a line for each batch, flushed before the batch is saved. After a crash it
 * names at most stories that never came to be; a story that it does not name was not made by it.
 */
export class ImportRecordWriter {
  readonly id: string;
  readonly #library: Library;
  readonly #head: z.infer<typeof headSchema>;
  #isBegun = false;

  constructor(library: Library, about: { readonly personName: string; readonly files: readonly string[] }) {
    this.#library = library;
    this.id = library.world.newId();
    this.#head = {
      format: 'copydesk-import',
      version: 1,
      id: this.id,
      at: library.world.now().toISOString(),
      personName: about.personName,
      files: about.files.slice(0, 100).map((path) => basename(path)),
    };
  }

  /** Whether anything was written: an import that makes nothing leaves no record. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  async add(batch: Extract<Line, { stories: unknown }>): Promise<void> {
    const { layout } = this.#library;
    const isFirst = !this.#isBegun;
    if (isFirst) await makeFolder(layout.imports);
    await appendDurably(layout.importRecord(this.id), isFirst ? [this.#head, batch] : [batch]);
    if (isFirst) await flushFolder(layout.imports);
    this.#isBegun = true;
  }
}

export async function markUndone(library: Library, id: string): Promise<void> {
  await appendDurably(library.layout.importRecord(id), [{ undoneAt: library.world.now().toISOString() }]);
}

async function appendDurably(path: string, lines: readonly object[]): Promise<void> {
  const file = await fs.open(path, 'a', 0o600);
  try {
    await file.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** undefined = this library has no import of that id, or its record cannot be read. A torn last line counts as none. */
export async function readImport(library: Library, id: string): Promise<ImportRecord | undefined> {
  if (!/^[0-9a-f-]{36}$/u.test(id)) return undefined;
  let text: string;
  try {
    text = await fs.readFile(library.layout.importRecord(id), 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const [first, ...rest] = text.split('\n').slice(0, -1).map(parsed);
  const head = headSchema.safeParse(first);
  if (!head.success) return undefined;
  const lines = rest.flatMap((line) => {
    const read = lineSchema.safeParse(line);
    return read.success ? [read.data] : [];
  });
  const batches = lines.filter((line) => 'stories' in line);
  return {
    ...head.data,
    stories: batches.flatMap(({ stories }) => stories),
    sections: batches.flatMap(({ sections }) => sections),
    tags: batches.flatMap(({ tags }) => tags),
    undoneAt: lines.find((line) => 'undoneAt' in line)?.undoneAt ?? null,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** The imports of this library, newest first, at most 200. */
export async function pastImports(library: Library): Promise<readonly PastImport[]> {
  const names = await fs.readdir(library.layout.imports).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const records: ImportRecord[] = [];
  for (const name of names) {
    const record = name.endsWith('.jsonl') ? await readImport(library, name.slice(0, -'.jsonl'.length)) : undefined;
    if (record) records.push(record);
  }
  return records
    .toSorted((left, right) => (left.at < right.at ? 1 : -1))
    .slice(0, listed)
    .map(({ id, at, personName, files, stories, undoneAt }) => ({
      id,
      at,
      personName,
      files: [...files],
      stories: stories.length,
      undoneAt,
    }));
}
