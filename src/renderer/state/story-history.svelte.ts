import type { Bridge } from '../../core/contract/bridge.js';
import type { Output } from '../../core/contract/calls.js';
import type { Version } from '../../core/contract/history-calls.js';
import { compareStories, type StoryComparison } from '../../core/compare/compare-stories.js';
import type { Story } from '../../core/story/story.js';
import type { OpenStory } from './open-story.svelte.js';
import type { Toasts } from './toasts.svelte.js';

/** Versions that are asked for at a time. */
const pageSize = 50;

/** A version, or the text as it stands in the window. */
export type Side = Version | 'now';

/** The versions of the open story, and the two that are compared. */
export class StoryHistory {
  readonly #bridge: Bridge;
  readonly #toasts: Toasts;
  readonly #open: OpenStory;
  versions = $state.raw<readonly Version[]>([]);
  total = $state.raw(0);
  isLoaded = $state.raw(false);
  before = $state.raw<Version | null>(null);
  after = $state.raw<Side>('now');
  comparison = $state.raw<StoryComparison | null>(null);
  /** What others made of the story since this person had it before them; null = nothing, or the person knows. */
  sinceSeen = $state.raw<Output<'history.sinceSeen'>>(null);
  isBeside = $state.raw(false);
  /** The difference that the person stands at, from 0; -1 = at none yet. */
  at = $state.raw(-1);
  readonly hasMore = $derived(this.versions.length < this.total);
  /** Whether passages can be taken into the text: they are compared with it. */
  readonly isAgainstNow = $derived(this.after === 'now');

  constructor(bridge: Bridge, toasts: Toasts, open: OpenStory) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.#open = open;
  }

  /** Reads the newest versions again, as many as are shown. */
  async load(): Promise<void> {
    await this.#read(0, Math.min(200, Math.max(pageSize, this.versions.length)));
  }

  /** Asks what is new. A list that cannot be read says nothing: it is a notice, not the work. */
  async lookForNews(): Promise<void> {
    const since = await this.#bridge.call('history.sinceSeen', { id: this.#open.id });
    if (since.ok) this.sinceSeen = since.value;
  }

  async loadMore(): Promise<void> {
    await this.#read(this.versions.length, pageSize);
  }

  async #read(offset: number, limit: number): Promise<void> {
    const page = this.#toasts.valueOf(await this.#bridge.call('history.list', { id: this.#open.id, offset, limit }));
    if (!page) return;
    this.versions = [...this.versions.slice(0, offset), ...page.versions];
    this.total = page.total;
    this.isLoaded = true;
  }

  /** Compares a version with another one or with the text of the window; answers whether both could be read. */
  async compare(before: Version, after: Side = 'now'): Promise<boolean> {
    const [old, fresh] = await Promise.all([this.#storyOf(before), this.#storyOf(after)]);
    if (!old || !fresh) return false;
    this.before = before;
    this.after = after;
    this.comparison = compareStories(old, fresh);
    this.at = -1;
    return true;
  }

  /** After the text has changed under the comparison. */
  async compareAgain(): Promise<void> {
    if (this.before) await this.compare(this.before, this.after);
  }

  async #storyOf(side: Side): Promise<Story | undefined> {
    if (side === 'now') return this.#open.snapshot();
    const { id } = this.#open;
    return this.#toasts.valueOf(await this.#bridge.call('history.read', { id, version: side.version }))?.story;
  }

  /** Goes to the next or the previous difference, around at the ends. */
  step(by: 1 | -1): void {
    const count = this.comparison?.differences ?? 0;
    if (count === 0) return;
    this.at = this.at < 0 ? (by === 1 ? 0 : count - 1) : (this.at + by + count) % count;
  }
}
