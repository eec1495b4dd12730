import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { personId, sectionId, storyId, tagId } from '../../core/ids.js';
import { bulkChangeSchema, bulkUndoItemSchema } from '../../core/story/bulk-change.js';
import { isMissing } from '../files/errno.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { removeDurably, writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

const by = z.object({ id: personId, name: z.string() }).nullable();
const bulkItem = z.object({ id: storyId, sha256: z.string() });

/** An operation over many files, said before it begins; doing it twice is the same as doing it once. */
export const intentSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('removeSection'), id: sectionId, into: sectionId.nullable(), at: z.string() }),
  z.object({ op: z.literal('removeTag'), id: tagId, into: tagId.nullable(), at: z.string() }),
  z.object({ op: z.literal('mergePerson'), id: personId, into: personId, at: z.string() }),
  /** `sha256` = the saved state that is changed: one that has another by now was done, or is somebody else's. */
  z.object({ op: z.literal('bulk'), items: z.array(bulkItem), change: bulkChangeSchema, person: by, at: z.string() }),
  z.object({
    op: z.literal('bulkUndo'),
    items: z.array(bulkUndoItemSchema),
    person: by,
    at: z.string(),
  }),
]);
export type Intent = Readonly<z.infer<typeof intentSchema>>;

/** Operations that were begun. After a crash each is carried to its end when the library opens. */
export class Journal {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Runs `work` so that a crash in its middle is finished later. A failure that is not a crash leaves the intent too. */
  async carryOut(name: string, intent: Intent, work: () => Promise<void>): Promise<void> {
    const path = join(this.#layout.journal, `${name}.json`);
    const envelope = envelopeOf('copydesk-intent', name, intent, {
      revision: 1,
      parents: [],
      savedAt: new Date(intent.at),
    });
    await writeDurably(path, seal(envelope));
    await work();
    await removeDurably(path);
  }

  /** Intents that never ended, with their names; a damaged one was not yet acknowledged and is dropped. */
  async unfinished(): Promise<readonly { readonly name: string; readonly intent: Intent }[]> {
    let files: readonly string[];
    try {
      files = await fs.readdir(this.#layout.journal);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    const found: { name: string; intent: Intent }[] = [];
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const name = file.slice(0, -'.json'.length);
      const read = await readSealed(join(this.#layout.journal, file), 'copydesk-intent', name);
      const intent = read && !isDamaged(read) ? intentSchema.safeParse(read.envelope.payload) : undefined;
      if (intent?.success) found.push({ name, intent: intent.data });
      else await removeDurably(join(this.#layout.journal, file));
    }
    return found;
  }
}
