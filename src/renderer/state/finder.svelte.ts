import type { Bridge } from '../../core/contract/bridge.js';
import type { StoryRow } from '../../core/story/story-row.js';

const shownStories = 8;
const searchIdle = 90;

/** The one box of the title bar: words find stories and commands, ">" finds commands only. */
export class Finder {
  isOpen = $state.raw(false);
  text = $state.raw('');
  stories = $state.raw<readonly StoryRow[]>([]);
  /** Which text `stories` answers, so that "nothing found" is never said of a search still running. */
  answered = $state.raw<string | null>(null);
  readonly wantsCommands = $derived(this.text.startsWith('>'));
  readonly words = $derived((this.wantsCommands ? this.text.slice(1) : this.text).trim());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;
  #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  open(start: '' | '>'): void {
    this.isOpen = true;
    this.type(start);
  }

  close(): void {
    this.isOpen = false;
    this.type('');
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (this.wantsCommands || !this.isOpen) return;
    this.#timer = setTimeout(() => void this.#search(), text === '' ? 0 : searchIdle);
  }

  async #search(): Promise<void> {
    const round = ++this.#round;
    const text = this.words;
    const found = await this.#bridge.call('stories.list', { text, limit: shownStories });
    if (round !== this.#round) return;
    this.stories = found.ok ? found.value.rows : [];
    this.answered = text;
  }
}
