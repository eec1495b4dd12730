import type { Bridge } from '../../core/contract/bridge.js';
import type { Output } from '../../core/contract/calls.js';
import type { ShownFolderRow } from '../../core/contract/folder-calls.js';
import type { StoryId } from '../../core/ids.js';
import type { Strings } from '../../core/strings/strings.js';
import type { Toasts } from './toasts.svelte.js';

/** What the folder needs of the newsroom that it belongs to. */
interface Room {
  readonly library: { readonly info: { readonly id: string } };
  leave(): Promise<boolean>;
  changedElsewhere(ids: readonly string[]): Promise<void>;
  openStory(id: StoryId): Promise<void>;
}

interface FolderParts {
  readonly bridge: Bridge;
  readonly strings: Strings;
  readonly toasts: Toasts;
}

/** How often the folder is looked at, in ms: no system tells reliably what happens on a disk of the network. */
const lookEvery = 4_000;

/** The folder that several desks share: what waits there, who works on what, taking in and claiming. */
export class SharedFolderDesk {
  folder = $state.raw<Output<'folder.current'>>(null);
  rows = $state.raw<readonly ShownFolderRow[]>([]);
  /** Files beyond those that are looked at. */
  more = $state.raw(0);
  /** Why the folder cannot be read, in words; '' where it can. */
  trouble = $state.raw('');
  isBusy = $state.raw(false);
  /** Stories that wait for this desk. */
  readonly waiting = $derived(this.rows.filter(({ standing }) => standing === 'new' || standing === 'newer').length);
  #newsroom: Room;
  #parts: FolderParts;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isLooking = false;

  constructor(newsroom: Room, parts: FolderParts) {
    this.#newsroom = newsroom;
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { id: libraryId } = this.#newsroom.library.info;
    const current = await this.#parts.bridge.call('folder.current', { libraryId });
    if (current.ok) this.#use(current.value);
  }

  /** No look is taken any more: another library is opened. */
  stop(): void {
    clearInterval(this.#timer);
  }

  async choose(): Promise<void> {
    const { bridge, toasts } = this.#parts;
    const { id: libraryId } = this.#newsroom.library.info;
    const chosen = toasts.valueOf(await bridge.call('folder.choose', { libraryId }));
    if (chosen) this.#use(chosen);
  }

  async forget(): Promise<void> {
    const { bridge, toasts } = this.#parts;
    toasts.valueOf(await bridge.call('folder.forget', { libraryId: this.#newsroom.library.info.id }));
    this.#use(null);
  }

  #use(folder: Output<'folder.current'>): void {
    this.stop();
    this.folder = folder;
    this.rows = [];
    this.trouble = '';
    if (!folder) return;
    void this.look();
    this.#timer = setInterval(() => void this.look(), lookEvery);
  }

  /** Reads the folder again; one look at a time. */
  async look(): Promise<void> {
    const { folder } = this;
    if (!folder || this.#isLooking) return;
    this.#isLooking = true;
    const outcome = await this.#parts.bridge.call('folder.list', { folder: folder.token });
    this.#isLooking = false;
    if (this.folder !== folder) return;
    const { strings, toasts } = this.#parts;
    if (!outcome.ok) {
      this.rows = [];
      this.trouble = strings(`error.${outcome.code}`, outcome.params);
      return;
    }
    const { rows, vanished, more } = outcome.value;
    this.trouble = '';
    this.more = more;
    if (JSON.stringify(rows) !== JSON.stringify(this.rows)) this.rows = rows;
    if (vanished.length > 0)
      toasts.trouble(strings('folder.vanished', { n: vanished.length, headlines: vanished.slice(0, 5).join(', ') }));
  }

  /** Takes a story in, merged with what is here, and opens it. */
  async take(name: string): Promise<void> {
    const { bridge, toasts, strings } = this.#parts;
    const { folder } = this;
    // What is written now is part of what the file is merged with.
    if (!folder || this.isBusy || !(await this.#newsroom.leave())) return;
    this.isBusy = true;
    const taken = toasts.valueOf(await bridge.call('folder.take', { folder: folder.token, name }));
    this.isBusy = false;
    await this.look();
    if (!taken?.id) return;
    toasts.say(strings(`takeIn.${taken.outcome}`, { from: taken.from || strings('takeIn.nobody'), n: taken.merged }));
    await this.#newsroom.changedElsewhere([taken.id]);
    await this.#newsroom.openStory(taken.id);
  }

  claim(name: string): Promise<void> {
    return this.#change('folder.claim', name);
  }

  release(name: string): Promise<void> {
    return this.#change('folder.release', name);
  }

  async #change(call: 'folder.claim' | 'folder.release', name: string): Promise<void> {
    const { bridge, toasts } = this.#parts;
    if (!this.folder) return;
    toasts.valueOf(await bridge.call(call, { folder: this.folder.token, name }));
    await this.look();
  }
}
