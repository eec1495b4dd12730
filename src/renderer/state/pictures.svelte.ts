import type { Bridge } from '../../core/contract/bridge.js';
import type { Output } from '../../core/contract/calls.js';
import type { MediaId } from '../../core/ids.js';
import type { MediaRow, MediaTexts } from '../../core/media/media-record.js';
import type { Toasts } from './toasts.svelte.js';

const pageSize = 60;

/** The library's pictures as they are looked through: a page of rows at a time, and one in front. */
export class Pictures {
  tab = $state.raw<'story' | 'library'>('library');
  rows = $state.raw<readonly MediaRow[]>([]);
  total = $state.raw(0);
  text = $state('');
  unused = $state(false);
  hasLoaded = $state.raw(false);
  /** The picture whose record is shown, with where it stands. */
  shown = $state.raw<Output<'media.about'> | null>(null);
  #bridge: Bridge;
  #toasts: Toasts;
  /** The newest question: an answer to an older one is not shown. */
  #question = 0;

  constructor(bridge: Bridge, toasts: Toasts) {
    this.#bridge = bridge;
    this.#toasts = toasts;
  }

  /** Asks again from the top, as many rows as are shown. */
  async refresh(): Promise<void> {
    await this.#ask(0, Math.min(200, Math.max(pageSize, this.rows.length)));
    if (this.shown) await this.show(this.shown.row.mediaId);
  }

  async search(): Promise<void> {
    await this.#ask(0, pageSize);
  }

  async more(): Promise<void> {
    await this.#ask(this.rows.length, pageSize);
  }

  async show(id: MediaId): Promise<void> {
    const outcome = await this.#bridge.call('media.about', { id });
    // Cleaned away meanwhile: there is nothing to show, and nothing to say.
    if (!outcome.ok && outcome.code === 'media.not-found') this.shown = null;
    else this.shown = this.#toasts.valueOf(outcome) ?? this.shown;
  }

  async change(id: MediaId, texts: MediaTexts): Promise<void> {
    const row = this.#toasts.valueOf(await this.#bridge.call('media.change', { id, texts }));
    if (!row) return;
    this.rows = this.rows.map((each) => (each.mediaId === id ? row : each));
    if (this.shown?.row.mediaId === id) this.shown = { ...this.shown, row };
  }

  async #ask(offset: number, limit: number): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    const query = { text: this.text, unused: this.unused, offset, limit };
    const page = this.#toasts.valueOf(await this.#bridge.call('media.list', query));
    if (!page || question !== this.#question) return;
    this.rows = offset === 0 ? page.rows : [...this.rows, ...page.rows];
    this.total = page.total;
    this.hasLoaded = true;
  }
}
