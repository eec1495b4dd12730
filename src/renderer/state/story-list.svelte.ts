/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Bridge } from '../../core/contract/bridge.js';
import type { Trouble } from '../../core/contract/outcome.js';
import type { PersonId, SectionId, StoryId, TagId } from '../../core/ids.js';
import type { DeskView, ListQuery, ListSort, StoryRow } from '../../core/story/story-row.js';
import type { StoryState } from '../../core/story/states.js';
import { Selection } from './selection.svelte.js';

/** Rows that are asked for at a time. */
export const pageSize = 100;
/** Pages kept: a scroll through 100,000 rows must not keep them all. */
const keptPages = 30;
/** Quiet time after a key in the search box before the library is asked, in ms. */
const searchIdle = 120;

export type ListFilter = Omit<ListQuery, 'offset' | 'limit'>;

const noFilter: ListFilter = {
  view: 'all',
  text: '',
  sectionId: null,
  tagId: null,
  authorId: null,
  states: [],
  from: null,
  to: null,
  sort: 'modified',
  descending: true,
};

/** The list of stories: what is asked for, how many there are, and the pages of rows that were looked at. */
export class StoryList {
  filter = $state.raw<ListFilter>(noFilter);
  /** The stories that are picked for a change of many. */
  readonly selection: Selection;
  total = $state.raw(0);
  isLoading = $state.raw(true);
  trouble = $state.raw<Trouble | null>(null);
  /** Whether the row of filters, sort and columns is open. */
  showsOptions = $state.raw(false);
  /** The row that the keyboard stands on. */
  active = $state.raw(0);
  #pages = $state.raw<ReadonlyMap<number, readonly StoryRow[]>>(new Map());
  /** The round that the pages belong to: older rows stay in view until the first new ones arrive, so nothing flickers. */
  #pagesRound = 0;
  #asked = new Set<number>();
  #visible: readonly number[] = [0];
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
    this.selection = new Selection(this);
  }

  /** The row at a place, or undefined while its page is on the way. */
  row(at: number): StoryRow | undefined {
    return this.#pages.get(Math.floor(at / pageSize))?.[at % pageSize];
  }

  /** Whether the query is more than a view: then an empty list is a search without a find. */
  get isNarrowed(): boolean {
    return (
      this.filter.text.trim() !== '' || this.filter.sectionId !== null || this.filter.tagId !== null || this.isFiltered
    );
  }

  /** Whether something of the filter row narrows the list. */
  get isFiltered(): boolean {
    const { states, authorId, from, to } = this.filter;
    return states.length > 0 || authorId !== null || from !== null || to !== null;
  }

  showView(view: DeskView): Promise<void> {
    return this.#ask({ view, tagId: null, sectionId: null });
  }

  narrowToSection(sectionId: SectionId | null): Promise<void> {
    return this.#ask({ sectionId, tagId: null });
  }

  narrowToTag(tagId: TagId | null): Promise<void> {
    return this.#ask({ tagId, sectionId: null });
  }

  /** A section or a tag beside the other, as the row of filters has them. */
  narrowTo(change: Partial<Pick<ListFilter, 'sectionId' | 'tagId'>>): Promise<void> {
    return this.#ask(change);
  }

  sortBy(sort: ListSort, descending: boolean): Promise<void> {
    return this.#ask({ sort, descending });
  }

  filterStates(states: StoryState[]): Promise<void> {
    return this.#ask({ states });
  }

  filterAuthor(authorId: PersonId | null): Promise<void> {
    return this.#ask({ authorId });
  }

  /** Changed at or after the one instant and before the other. */
  filterDates(from: string | null, to: string | null): Promise<void> {
    return this.#ask({ from, to });
  }

  /** Everything of a named list at once. */
  apply(filter: ListFilter): Promise<void> {
    return this.#ask(filter);
  }

  clearFilters(): Promise<void> {
    return this.#ask({ states: [], authorId: null, from: null, to: null });
  }

  async ids(from: number, count: number): Promise<readonly StoryId[]> {
    const { states, ...filter } = this.filter;
    const query = { ...filter, states: [...states], offset: from, limit: Math.min(count, 100_000) };
    const outcome = await this.#bridge.call('stories.ids', query);
    return outcome.ok ? outcome.value : [];
  }

  /** The search box: waits for a short pause in typing, then asks. */
  search(text: string): void {
    this.filter = { ...this.filter, text };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask({}), searchIdle);
  }

  clearSearch(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#ask({ text: '' });
  }

  /** Asks again for what is shown, keeping the place. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const pages = [...new Set([Math.floor(this.active / pageSize), ...this.#visible])];
    this.#asked = new Set();
    await Promise.all(pages.map((page) => this.#load(page)));
  }

  /** The rows of these places come into view: their pages are fetched if they are not there. */
  show(from: number, to: number): void {
    const first = Math.max(0, Math.floor(from / pageSize));
    const last = Math.max(first, Math.floor(Math.max(0, to) / pageSize));
    this.#visible = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    for (const page of this.#visible) if (!this.#asked.has(page)) void this.#load(page);
  }

  /** The place of a story among the rows that were fetched, or -1. */
  placeOf(id: StoryId): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * pageSize + at;
    }
    return -1;
  }

  async #ask(change: Partial<ListFilter>): Promise<void> {
    this.filter = { ...this.filter, ...change };
    this.selection.clear();
    this.#round += 1;
    this.#asked = new Set();
    this.#visible = [0];
    this.active = 0;
    await this.#load(0);
  }

  async #load(page: number): Promise<void> {
    const round = this.#round;
    this.#asked.add(page);
    this.isLoading = true;
    const { states, ...filter } = this.filter;
    const outcome = await this.#bridge.call('stories.list', {
      ...filter,
      states: [...states],
      offset: page * pageSize,
      limit: pageSize,
    });
    if (round !== this.#round) return;
    this.isLoading = false;
    if (!outcome.ok) {
      this.trouble = { code: outcome.code, params: outcome.params };
      return;
    }
    this.trouble = null;
    this.total = outcome.value.total;
    const kept = this.#pagesRound === round ? [...this.#pages].filter(([number]) => number !== page) : [];
    this.#pagesRound = round;
    const dropped = kept.slice(0, Math.max(0, kept.length - keptPages));
    for (const [number] of dropped) this.#asked.delete(number);
    this.#pages = new Map([...kept.slice(dropped.length), [page, outcome.value.rows]]);
  }
}
