/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Bridge } from '../../core/contract/bridge.js';
import type { RelatedView, Suggestion } from '../../core/contract/calls.js';
import type { StoryId } from '../../core/ids.js';
import type { StoryRow } from '../../core/story/story-row.js';
import type { RelatedItem } from '../../core/story/story.js';
import type { OpenStory } from './open-story.svelte.js';
import type { Toasts } from './toasts.svelte.js';

const suggestionLimit = 8;

/** The related stories of the open story: the chosen list, what could be added, and who links here. */
export class Related {
  chosen = $state.raw<readonly RelatedView[]>([]);
  suggestions = $state.raw<readonly Suggestion[]>([]);
  linkedFrom = $state.raw<readonly StoryRow[]>([]);
  /** Stories that were just linked and do not link back yet. */
  offers = $state.raw<readonly StoryRow[]>([]);
  #bridge: Bridge;
  #toasts: Toasts;
  #open: OpenStory;

  constructor(bridge: Bridge, toasts: Toasts, open: OpenStory) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.#open = open;
  }

  /** Suggestions that are not chosen yet. */
  readonly offered = $derived.by(() => {
    const chosen = new Set(this.chosen.map(({ item }) => ('storyId' in item ? item.storyId : '')));
    return this.suggestions.filter(({ row }) => !chosen.has(row.id));
  });

  async load(): Promise<void> {
    await Promise.all([this.describe(), this.suggest(), this.loadLinkedFrom()]);
  }

  async describe(): Promise<void> {
    const items = this.#open.story.related;
    if (items.length === 0) {
      this.chosen = [];
      return;
    }
    const views = this.#toasts.valueOf(await this.#bridge.call('related.describe', { items: [...items] }));
    if (views && items === this.#open.story.related) this.chosen = views;
  }

  /** Suggestions come from the saved story, so what was typed since is saved first. */
  async suggest(): Promise<void> {
    await this.#open.autosave.flushSave();
    const found = this.#toasts.valueOf(
      await this.#bridge.call('related.suggest', { id: this.#open.id, limit: suggestionLimit }),
    );
    if (found) this.suggestions = found;
  }

  async loadLinkedFrom(): Promise<void> {
    const rows = this.#toasts.valueOf(await this.#bridge.call('related.linkedFrom', { id: this.#open.id }));
    if (rows) this.linkedFrom = rows;
  }

  isChosen(id: StoryId): boolean {
    return this.#open.story.related.some((item) => 'storyId' in item && item.storyId === id);
  }

  async addStory(row: StoryRow): Promise<void> {
    if (this.isChosen(row.id) || row.id === this.#open.id) return;
    this.#set([...this.#open.story.related, { storyId: row.id }]);
    const linksBack = this.linkedFrom.some((other) => other.id === row.id);
    if (!linksBack) this.offers = [...this.offers.filter((offer) => offer.id !== row.id), row];
    await this.describe();
  }

  async addOutside(item: Extract<RelatedItem, { url: string | null }>): Promise<void> {
    this.#set([...this.#open.story.related, item]);
    await this.describe();
  }

  remove(at: number): void {
    const gone = this.#open.story.related[at];
    this.#set(this.#open.story.related.filter((_, place) => place !== at));
    this.chosen = this.chosen.filter((_, place) => place !== at);
    if (gone && 'storyId' in gone) this.offers = this.offers.filter((offer) => offer.id !== gone.storyId);
  }

  /** Moves a card to another place; out of range is no move. Answers the new place. */
  move(from: number, to: number): number {
    const items = this.#open.story.related;
    if (to < 0 || to >= items.length || from === to) return from;
    this.#set(moved(items, from, to));
    this.chosen = moved(this.chosen, from, to);
    return to;
  }

  async linkBack(row: StoryRow): Promise<boolean> {
    // The other story is told about a link that is saved, not about one that is still being typed.
    await this.#open.autosave.flushSave();
    const outcome = await this.#bridge.call('related.linkBack', { from: this.#open.id, to: row.id });
    if (!outcome.ok) {
      this.#toasts.valueOf(outcome);
      return false;
    }
    this.offers = this.offers.filter((offer) => offer.id !== row.id);
    await this.loadLinkedFrom();
    return true;
  }

  declineLinkBack(id: StoryId): void {
    this.offers = this.offers.filter((offer) => offer.id !== id);
  }

  #set(related: RelatedItem[]): void {
    this.#open.change({ related });
  }
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const out = [...items];
  const [item] = out.splice(from, 1);
  if (item !== undefined) out.splice(to, 0, item);
  return out;
}
