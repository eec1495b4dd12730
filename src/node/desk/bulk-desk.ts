import type { BulkResult, BulkRow } from '../../core/contract/list-calls.js';
import { adviceFor, NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import {
  bulkBefore,
  changeInBulk,
  undoInBulk,
  type BulkChange,
  type BulkUndoItem,
} from '../../core/story/bulk-change.js';
import { canMove } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { assertNotExported, touchesReaders, undoableMove } from '../../core/story/undo-move.js';
import { errnoOf } from '../files/errno.js';
import { CheckDesk } from './check-desk.js';
import type { Intent } from '../library/journal.js';
import type { LastExport } from '../library/export-ledger.js';
import type { Library } from '../library/library.js';
import type { SavedState } from '../library/story-store.js';
import { sectionOf, tagsOf } from './named.js';

/** Stories that are read and saved together: each batch is safe before the next begins. */
const batch = 100;

type BulkIntent = Extract<Intent, { op: 'bulk' | 'bulkUndo' }>;
type By = Pick<Person, 'id' | 'name'> | null;

export interface BulkJob {
  readonly ids: readonly StoryId[];
  readonly change: BulkChange;
  readonly person: By;
  /** Asked between two batches: what is saved stays, the rest is answered as cancelled. */
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * One change for many stories: journalled, so that a crash in its middle is carried to its end; every story is answered;
 * and what nobody changed since can be taken back as one, after a restart too.
 */
export class BulkDesk {
  readonly #library: Library;
  readonly #checks: CheckDesk;

  constructor(library: Library) {
    this.#library = library;
    this.#checks = new CheckDesk(library);
  }

  /** @throws NewsroomError `taxonomy.not-found` for a section or tag that is gone, `store.read-only` */
  async run({ ids, change, person, ...watch }: BulkJob): Promise<BulkResult> {
    await this.#library.assertWritable();
    this.#assertKnown(change);
    const wanted = [...new Set(ids)];
    const items = wanted.map((id) => ({ id, sha256: this.#library.index.stateOf(id)?.sha256 ?? '' }));
    const intent: BulkIntent = { op: 'bulk', items, change, person: nameOf(person), at: this.#now() };
    const changed: BulkUndoItem[] = [];
    const rows: BulkRow[] = [];
    const name = this.#library.world.newId();
    const lastExport = await this.#library.exported.read();
    await this.#library.journal.carryOut(name, intent, async () => {
      for (let from = 0; from < wanted.length; from += batch) {
        const part = wanted.slice(from, from + batch);
        if (watch.isCancelled()) {
          rows.push(...wanted.slice(from).map((id) => this.#refusal(id, adviceFor('job.cancelled', { detail: '' }))));
          break;
        }
        rows.push(...(await this.#change(part, (state) => this.#next(state.story, intent, lastExport), changed)));
        watch.onProgress(Math.min(wanted.length, from + batch), wanted.length);
      }
    });
    return { rows, undo: await this.#remember(name, changed) };
  }

  /** `last` = the newest change. @throws NewsroomError `input.invalid` for a change that is not known any more */
  async undo(name: string, person: By): Promise<BulkResult> {
    await this.#library.assertWritable();
    const { undos, journal, world } = this.#library;
    const known = name === 'last' ? ((await undos.last()) ?? '') : name;
    const parts = await undos.read(known);
    if (parts.length === 0) throw new NewsroomError('input.invalid', { detail: 'no change of many can be taken back' });
    const rows: BulkRow[] = [];
    for (const items of parts) {
      const intent: BulkIntent = { op: 'bulkUndo', items: [...items], person: nameOf(person), at: this.#now() };
      await journal.carryOut(world.newId(), intent, async () => {
        rows.push(...(await this.#finish(intent, [])));
      });
    }
    await undos.drop(known);
    return { rows, undo: null };
  }

  /** Carries an operation to its end that a crash cut off: stories that were saved already have another hash. */
  async finish(name: string, intent: BulkIntent): Promise<void> {
    const changed: BulkUndoItem[] = [];
    await this.#library.journal.carryOut(name, intent, async () => {
      await this.#finish(intent, changed);
    });
    if (intent.op === 'bulk') await this.#remember(name, changed);
  }

  async #finish(intent: BulkIntent, changed: BulkUndoItem[]): Promise<readonly BulkRow[]> {
    const expected = new Map<string, string>(intent.items.map(({ id, sha256 }) => [id, sha256]));
    const rows: BulkRow[] = [];
    const lastExport = await this.#library.exported.read();
    const next = (state: SavedState): Story => {
      if (expected.get(state.story.id) !== state.sha256) throw new NewsroomError('story.changed-elsewhere');
      return this.#next(state.story, intent, lastExport);
    };
    const ids = intent.items.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += batch)
      rows.push(...(await this.#change(ids.slice(from, from + batch), next, changed)));
    return rows;
  }

  #next(story: Story, intent: BulkIntent, lastExport: LastExport): Story {
    const by = { person: intent.person, now: new Date(intent.at) };
    if (intent.op === 'bulk') {
      const { change } = intent;
      const rules = this.#library.settings.value;
      // The same gate as for one story; asked after whether the move is open at all, which says more.
      if (change.kind === 'move' && canMove(story.state, change.move, rules))
        this.#checks.assertMayPass(story, change.move);
      return changeInBulk(story, change, by, rules);
    }
    const item = intent.items.find(({ id }) => id === story.id);
    if (!item) return story;
    const made = item.before.state === story.state ? undefined : undoableMove(story);
    if (made) assertNotExported(made, lastExport(story.id, touchesReaders(made)));
    return undoInBulk(story, item.before, by);
  }

  async #change(
    ids: readonly StoryId[],
    next: (state: SavedState) => Story,
    changed: BulkUndoItem[],
  ): Promise<readonly BulkRow[]> {
    const read = await Promise.all(ids.map((id) => this.#attempt(id, next)));
    const saves = read.flatMap((attempt) =>
      'story' in attempt && attempt.story !== attempt.state.story ? [attempt] : [],
    );
    const saved = await this.#library.saveMany(saves.map(({ story, state }) => ({ story, expected: state.sha256 })));
    for (const [at, { story, sha256 }] of saved.entries()) {
      const before = saves[at];
      if (before) changed.push({ id: story.id, sha256, before: bulkBefore(before.state.story) });
    }
    return read.map((attempt): BulkRow => {
      if (!('story' in attempt)) return attempt;
      const { id, headline, slugline } = attempt.story;
      const outcome = attempt.story === attempt.state.story ? 'unchanged' : 'done';
      return { id, headline: headline || slugline, outcome, message: '' };
    });
  }

  async #attempt(
    id: StoryId,
    next: (state: SavedState) => Story,
  ): Promise<BulkRow | { readonly state: SavedState; readonly story: Story }> {
    try {
      const state = await this.#library.stories.read(id);
      return { state, story: next(state) };
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      return this.#refusal(id, error.userMessage);
    }
  }

  #refusal(id: StoryId, message: string): BulkRow {
    const row = this.#library.index.row(id);
    return { id, headline: row?.headline || (row?.slugline ?? ''), outcome: 'refused', message };
  }

  /** A disk that refuses costs the way back, not the change, which is done. */
  async #remember(name: string, changed: readonly BulkUndoItem[]): Promise<string | null> {
    if (changed.length === 0) return null;
    try {
      await this.#library.undos.keep(name, changed, this.#library.world.now());
      return name;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return null;
    }
  }

  #assertKnown(change: BulkChange): void {
    const taxonomy = this.#library.taxonomy.value;
    if (change.kind === 'section' && change.sectionId !== null && !sectionOf(taxonomy, change.sectionId))
      throw new NewsroomError('taxonomy.not-found', { kind: 'section' });
    if (change.kind === 'addTag' && tagsOf(taxonomy, [change.tagId]).length === 0)
      throw new NewsroomError('taxonomy.not-found', { kind: 'tag' });
  }

  #now(): string {
    return this.#library.world.now().toISOString();
  }
}

const nameOf = (person: By): By => person && { id: person.id, name: person.name };
