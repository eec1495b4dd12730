import type { Story } from '../../core/story/story.js';
import type { Outcome, Trouble } from '../../core/contract/outcome.js';
import type { Output } from '../../core/contract/calls.js';

/** Times of decision 24, in ms: a draft after this much quiet, at the latest after this long; a saved state when idle. */
export const saveTimes = { draftIdle: 500, draftAtMost: 2_000, saveIdle: 30_000 } as const;
/** Waits between tries after a failure, in ms; the last one repeats. */
const backOff = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** What is true of the open story's text. `at` is the library's own time of the answer, never a guess of the page. */
export type SaveStatus =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'draftKept'; readonly at: string }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'conflict' };

export interface SaveTarget {
  /** The whole story as it stands now: the only moment in which the body is serialised. */
  snapshot(): Story;
  keepDraft(story: Story, baseSha256: string): Promise<Outcome<Output<'story.keepDraft'>>>;
  save(story: Story, expectedSha256: string): Promise<Outcome<Output<'story.save'>>>;
}

/**
 * Keeps one story safe. Saves are queued and never overlap, each reads a snapshot, and none writes back into the
 * editor. "Saved" and "Draft kept" are only said after the library has answered (promise P5).
 */
export class Autosave {
  status = $state.raw<SaveStatus>({ kind: 'clean' });
  #target: SaveTarget;
  #sha256: string;
  /** Counts changes; a snapshot knows up to which one it reaches. */
  #version = 0;
  #draftVersion = 0;
  #savedVersion = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #firstUnkept: number | undefined;
  #failures = 0;
  #stopped = false;
  #onSaved: (saved: Output<'story.save'>) => void;

  constructor(target: SaveTarget, sha256: string, onSaved: (saved: Output<'story.save'>) => void = () => undefined) {
    this.#target = target;
    this.#sha256 = sha256;
    this.#onSaved = onSaved;
  }

  /** Whether anything was changed that is not in a saved state yet. */
  get hasUnsavedWork(): boolean {
    return this.#version !== this.#savedVersion;
  }

  /** The identity of the newest saved state that this page knows. */
  get sha256(): string {
    return this.#sha256;
  }

  /** Something of the story was changed. Cheap: it is called on every key. */
  touched(): void {
    this.#version += 1;
    if (this.status.kind === 'clean' || this.status.kind === 'saved' || this.status.kind === 'draftKept')
      this.status = { kind: 'dirty' };
    const now = Date.now();
    this.#firstUnkept ??= now;
    const latest = this.#firstUnkept + saveTimes.draftAtMost - now;
    this.#planDraft(Math.max(0, Math.min(saveTimes.draftIdle, latest)));
    this.#planSave(saveTimes.saveIdle);
  }

  /** Makes the text durable as a draft, now; answers whether it is. */
  flushDraft(): Promise<boolean> {
    clearTimeout(this.#draftTimer);
    return this.#enqueue(() => this.#keepDraft());
  }

  /** Makes a saved state of what is unsaved, now; answers whether all is saved. */
  flushSave(): Promise<boolean> {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#saveTimer);
    return this.#enqueue(() => this.#save());
  }

  /**
   * Saves what is unsaved, then does something that makes a saved state of its own; no other save comes between. Answers
   * what it answered; null where the text could not be saved first.
   */
  afterSave<T>(act: () => Promise<T>): Promise<T | null> {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#saveTimer);
    return this.#enqueue(async () => ((await this.#save()) ? act() : null));
  }

  /** Another saved state is the base from here on: after a move, or when the person decided a conflict. */
  rebase(sha256: string): void {
    this.#sha256 = sha256;
    if (this.status.kind === 'conflict') this.status = { kind: 'dirty' };
  }

  /** The story is closed: no timer may fire any more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#saveTimer);
  }

  #planDraft(wait: number): void {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => void this.flushDraft(), wait);
  }

  #planSave(wait: number): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => void this.flushSave(), wait);
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn;
    return turn;
  }

  async #keepDraft(): Promise<boolean> {
    if (this.#version === this.#draftVersion || this.#version === this.#savedVersion) return true;
    const version = this.#version;
    this.#firstUnkept = undefined;
    const outcome = await this.#target.keepDraft(this.#target.snapshot(), this.#sha256);
    if (!outcome.ok) return this.#failed(outcome, () => this.#planDraft(this.#nextWait()));
    this.#failures = 0;
    this.#draftVersion = version;
    if (this.status.kind !== 'conflict') this.#settle(version, { kind: 'draftKept', at: outcome.value.keptAt });
    return true;
  }

  async #save(): Promise<boolean> {
    if (!this.hasUnsavedWork) return true;
    if (this.status.kind === 'conflict') return this.#keepDraft().then(() => false);
    const version = this.#version;
    this.status = { kind: 'saving' };
    const outcome = await this.#target.save(this.#target.snapshot(), this.#sha256);
    if (!outcome.ok) return this.#failed(outcome, () => this.#planSave(this.#nextWait()));
    this.#failures = 0;
    this.#firstUnkept = undefined;
    this.#sha256 = outcome.value.sha256;
    this.#savedVersion = version;
    this.#draftVersion = Math.max(this.#draftVersion, version);
    this.#settle(version, { kind: 'saved', at: outcome.value.savedAt });
    this.#onSaved(outcome.value);
    return true;
  }

  /** Says what was reached; text that was typed meanwhile is not covered by it. */
  #settle(version: number, status: SaveStatus): void {
    this.status = this.#version === version ? status : { kind: 'dirty' };
  }

  #failed(outcome: Extract<Outcome<never>, { ok: false }>, retry: () => void): boolean {
    if (outcome.code === 'story.changed-elsewhere') {
      this.status = { kind: 'conflict' };
      return false;
    }
    this.status = { kind: 'failed', trouble: { code: outcome.code, params: outcome.params } };
    if (!this.#stopped) retry();
    return false;
  }

  #nextWait(): number {
    const wait = backOff[Math.min(this.#failures, backOff.length - 1)] ?? 30_000;
    this.#failures += 1;
    return wait;
  }
}
