import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bulkUndoItemSchema, type BulkUndoItem } from '../../core/story/bulk-change.js';
import { isMissing } from '../files/errno.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { removeDurably, writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

/** Changes that can be taken back; older ones are forgotten. */
const keptUndos = 20;
/** Stories in one file: about 8 MB, well below what a sealed file may have. */
const perFile = 20_000;
const recordSchema = z.object({ items: z.array(bulkUndoItemSchema) });
/** `20260203T100000000Z-<name>.0.json`: in the order of time by name, so that nothing is read to find the last. */
const fileName = /^(\d{8}T\d{9}Z)-([0-9a-f-]{36})\.(\d+)\.json$/u;

interface UndoFile {
  readonly name: string;
  readonly path: string;
}

/** How each story was before the last changes of many: kept with the library, so that a restart takes no way back. */
export class BulkUndos {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async keep(name: string, items: readonly BulkUndoItem[], now: Date): Promise<void> {
    const stamp = now.toISOString().replace(/[-:.]/gu, '');
    for (let part = 0; part * perFile < items.length; part += 1) {
      const payload = { items: items.slice(part * perFile, (part + 1) * perFile) };
      const envelope = envelopeOf('copydesk-undo', name, payload, { revision: 1, parents: [], savedAt: now });
      await writeDurably(join(this.#layout.undos, `${stamp}-${name}.${String(part)}.json`), seal(envelope));
    }
    const names = [...new Set((await this.#files()).map((file) => file.name))];
    for (const old of names.slice(0, -keptUndos)) await this.drop(old);
  }

  /** The name of the newest change; undefined where none can be taken back. */
  async last(): Promise<string | undefined> {
    return (await this.#files()).at(-1)?.name;
  }

  /** The stories of a change in parts, each small enough for one operation; a damaged part is left out. */
  async read(name: string): Promise<readonly (readonly BulkUndoItem[])[]> {
    const parts: (readonly BulkUndoItem[])[] = [];
    for (const file of (await this.#files()).filter((each) => each.name === name)) {
      const read = await readSealed(file.path, 'copydesk-undo', name);
      const record = read && !isDamaged(read) ? recordSchema.safeParse(read.envelope.payload) : undefined;
      if (record?.success) parts.push(record.data.items);
    }
    return parts;
  }

  async drop(name: string): Promise<void> {
    for (const file of await this.#files()) if (file.name === name) await removeDurably(file.path);
  }

  /** Oldest first. */
  async #files(): Promise<readonly UndoFile[]> {
    let names: readonly string[];
    try {
      names = await fs.readdir(this.#layout.undos);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    return names.toSorted().flatMap((own) => {
      const [, , name = ''] = fileName.exec(own) ?? [];
      return name === '' ? [] : [{ name, path: join(this.#layout.undos, own) }];
    });
  }
}
