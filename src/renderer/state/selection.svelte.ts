/* eslint-disable svelte/prefer-svelte-reactivity -- the set is replaced whole */
import type { StoryId } from '../../core/ids.js';

/** What a selection needs of the list that it is made in. */
export interface SelectableList {
  readonly total: number;
  /** Ids of the list's rows, of those too that were never fetched; [] where they cannot be told. */
  ids(from: number, count: number): Promise<readonly StoryId[]>;
}

/** The stories that were picked for a change of many: by id, so that a list that moves on does not move the picks. */
export class Selection {
  ids = $state.raw<ReadonlySet<StoryId>>(new Set());
  readonly size = $derived(this.ids.size);
  /** The place that a range starts from. */
  #anchor = 0;
  #round = 0;
  #list: SelectableList;

  constructor(list: SelectableList) {
    this.#list = list;
  }

  has(id: StoryId | undefined): boolean {
    return id !== undefined && this.ids.has(id);
  }

  toggle(id: StoryId, place: number): void {
    this.#round += 1;
    this.#anchor = place;
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.ids = next;
  }

  /** The place where the next range starts, where nothing is picked yet. */
  startAt(place: number): void {
    if (this.size === 0) this.#anchor = place;
  }

  /** Everything from where the range started to this place, and nothing else. */
  async range(place: number): Promise<void> {
    const from = Math.min(this.#anchor, place);
    await this.#take(from, Math.max(this.#anchor, place) - from + 1);
  }

  async all(): Promise<void> {
    await this.#take(0, this.#list.total);
  }

  clear(): void {
    this.#round += 1;
    if (this.size > 0) this.ids = new Set();
  }

  /** Drops the picks that the list does not show any more: nobody changes what nobody sees. */
  async keepListed(): Promise<void> {
    if (this.size === 0) return;
    const round = ++this.#round;
    const listed = new Set(await this.#list.ids(0, Math.max(1, this.#list.total)));
    if (round === this.#round) this.ids = new Set([...this.ids].filter((id) => listed.has(id)));
  }

  async #take(from: number, count: number): Promise<void> {
    if (count < 1) return;
    const round = ++this.#round;
    const ids = await this.#list.ids(from, count);
    if (round === this.#round) this.ids = new Set(ids);
  }
}
