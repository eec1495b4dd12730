import * as fs from 'node:fs/promises';
import { z } from 'zod';
import { storyId, type StoryId } from '../../core/ids.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

/** One writing of files: the stories that were in it, or every story that is out (a site). */
const entrySchema = z.union([
  z.object({ at: z.iso.datetime(), ids: z.array(storyId) }),
  z.object({ at: z.iso.datetime(), all: z.literal('out') }),
]);
type Entry = Readonly<z.infer<typeof entrySchema>>;

/** What a folder answers that nobody may write in. */
const unwritable: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** Bytes from which on the file is written anew with what is still of use. */
const mostBytes = 4_000_000;

/** When files were made last of a story or, for a move that readers could see, of all that is out; '' = never. */
export type LastExport = (id: StoryId, touchesReaders: boolean) => string;

/**
 * When files were made of stories: a move is taken back until something went out of it (`exported.jsonl`, one line for
 * each export). It is appended to by readers of the library too (an export needs no lock), so nothing of it is kept in
 * memory; it is read only where somebody takes a move back. A line that a crash cut off says nothing.
 */
export class ExportLedger {
  readonly #layout: Layout;
  readonly #canThin: boolean;

  constructor(layout: Layout, canThin: boolean) {
    this.#layout = layout;
    this.#canThin = canThin;
  }

  /** Notes that files were made of stories; `out` = of all that are out. Durable when it answers. */
  async note(stories: readonly StoryId[] | 'out', now: Date): Promise<void> {
    if (stories.length === 0) return;
    const at = now.toISOString();
    const entry: Entry = stories === 'out' ? { at, all: 'out' } : { at, ids: [...stories] };
    try {
      await this.#append(`${JSON.stringify(entry)}\n`);
    } catch (error) {
      // A library that only can be read (a stick that is locked) has no moves that could be taken back.
      if (this.#canThin || !unwritable.has(errnoOf(error) ?? '')) throw error;
    }
  }

  /** What is known now of the last export of any story. */
  async read(): Promise<LastExport> {
    const { last, site } = lastOf(await this.#entries());
    return (id, touchesReaders) => {
      const own = last.get(id) ?? '';
      return touchesReaders && site > own ? site : own;
    };
  }

  async #entries(): Promise<readonly Entry[]> {
    const text = await fs.readFile(this.#layout.exported, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => entryOf(line) ?? []);
  }

  async #append(line: string): Promise<void> {
    const file = await fs.open(this.#layout.exported, 'a', 0o600);
    let size: number;
    try {
      await file.writeFile(line);
      await file.datasync();
      ({ size } = await file.stat());
    } finally {
      await file.close();
    }
    if (size > mostBytes && this.#canThin) await this.#thin();
  }

  /** One line for each time, with the stories whose last export it was. */
  async #thin(): Promise<void> {
    const { last, site } = lastOf(await this.#entries());
    const byTime = new Map<string, StoryId[]>();
    for (const [id, at] of last) {
      const ids = byTime.get(at);
      if (ids) ids.push(id);
      else byTime.set(at, [id]);
    }
    const lines = [...byTime].map(([at, ids]) => JSON.stringify({ at, ids }));
    if (site !== '') lines.push(JSON.stringify({ at: site, all: 'out' }));
    await writeDurably(this.#layout.exported, `${lines.join('\n')}\n`);
  }
}

function lastOf(entries: readonly Entry[]): { readonly last: ReadonlyMap<StoryId, string>; readonly site: string } {
  const last = new Map<StoryId, string>();
  let site = '';
  for (const entry of entries)
    if ('all' in entry) site = entry.at > site ? entry.at : site;
    else for (const id of entry.ids) if (entry.at > (last.get(id) ?? '')) last.set(id, entry.at);
  return { last, site };
}

function entryOf(line: string): Entry | undefined {
  if (!line.endsWith('}')) return undefined;
  try {
    const parsed = entrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
