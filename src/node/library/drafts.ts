import { z } from 'zod';
import { canonicalJson } from '../../core/library/canonical-json.js';
import type { StoryId } from '../../core/ids.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { removeDurably, writeDurably } from '../files/write-durably.js';
import { WriteQueue } from '../files/write-queue.js';
import type { Layout } from './layout.js';
import { keepInQuarantine } from './quarantine.js';
import { writeFailed } from './story-store.js';

const draftSchema = z.object({
  story: storySchema,
  /** The saved state that the text was written on. */
  baseSha256: z.string(),
  /** The opening of the library that wrote it: a draft of another one was left by a crash. */
  session: z.string(),
});
export interface Draft {
  readonly story: Story;
  readonly baseSha256: string;
  readonly session: string;
  readonly keptAt: string;
}

/** Working copies that a crash leaves behind: one file a story, apart from the saved story, removed by its next save. */
export class Drafts {
  readonly #layout: Layout;
  readonly #session: string;
  readonly #now: () => Date;
  readonly #queue = new WriteQueue();

  constructor(layout: Layout, session: string, now: () => Date) {
    this.#layout = layout;
    this.#session = session;
    this.#now = now;
  }

  /** Durable when it answers (promise P2: at most 2 s of typing is lost). */
  async keep(story: Story, baseSha256: string): Promise<string> {
    return this.#queue.run(story.id, async () => {
      const payload = { story, baseSha256, session: this.#session };
      const about = { revision: 1, parents: [], savedAt: this.#now() };
      const envelope = envelopeOf('copydesk-draft', story.id, payload, about);
      try {
        await writeDurably(this.#layout.draft(story.id), seal(envelope));
      } catch (error) {
        throw writeFailed(error);
      }
      return envelope.savedAt;
    });
  }

  /** After the text has become a saved state. */
  async drop(id: StoryId): Promise<void> {
    await this.#queue.run(id, () => removeDurably(this.#layout.draft(id)));
  }

  /** Hash of the saved state that a story's draft was written on; null = it has none, or a damaged one. */
  async baseOf(id: StoryId): Promise<string | null> {
    const read = await readSealed(this.#layout.draft(id), 'copydesk-draft', id);
    if (read === undefined || isDamaged(read)) return null;
    const draft = draftSchema.safeParse(read.envelope.payload);
    return draft.success ? draft.data.baseSha256 : null;
  }

  /** What a crash left of a story: undefined where there is nothing, or nothing that differs from `saved`. */
  async leftBehind(id: StoryId, saved: Story): Promise<Draft | undefined> {
    const path = this.#layout.draft(id);
    const read = await readSealed(path, 'copydesk-draft', id);
    if (read === undefined) return undefined;
    const parsed = isDamaged(read) ? undefined : draftSchema.safeParse(read.envelope.payload);
    if (isDamaged(read) || !parsed?.success) {
      await keepInQuarantine(this.#layout, path, 'draft');
      return undefined;
    }
    const { story, baseSha256, session } = parsed.data;
    if (session === this.#session || canonicalJson(story) === canonicalJson(saved)) return undefined;
    return { story, baseSha256, session, keptAt: read.envelope.savedAt };
  }
}
