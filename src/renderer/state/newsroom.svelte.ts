import type { Editor } from '@tiptap/core';
import { tick } from 'svelte';
import type { Bridge } from '../../core/contract/bridge.js';
import type { MachineSettings, OpenStory as OpenedStory, Input } from '../../core/contract/calls.js';
import type { Take } from '../../core/merge/conflict.js';
import type { Version } from '../../core/contract/history-calls.js';
import type { ErrorCode } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Strings } from '../../core/strings/strings.js';
import { Bulk } from './bulk.svelte.js';
import { Checks } from './checks.svelte.js';
import type { Desk } from './desk.js';
import type { Dialogs } from './dialogs.svelte.js';
import type { Layout } from './layout.svelte.js';
import type { Library } from './library.svelte.js';
import { Moves } from './moves.svelte.js';
import { OpenStory } from './open-story.svelte.js';
import { SharedFolderDesk } from './shared-folder.svelte.js';
import { StoryHistory } from './story-history.svelte.js';
import { PreviewChoice } from './preview-choice.svelte.js';
import { Pictures } from './pictures.svelte.js';
import { Related } from './related.svelte.js';
import { StoryList } from './story-list.svelte.js';
import { Notes } from './notes.svelte.js';
import type { Toasts } from './toasts.svelte.js';

export interface NewsroomParts {
  readonly bridge: Bridge;
  readonly strings: Strings;
  readonly toasts: Toasts;
  readonly dialogs: Dialogs;
  readonly layout: Layout;
  readonly library: Library;
  /** Keeps which story stands open, for the next start. */
  readonly remember: (change: Partial<MachineSettings>) => void;
  readonly machine: () => MachineSettings;
  /** The editor of the open story; null while none is mounted. */
  readonly editor: () => Editor | null;
}

/** A story that was asked for and whose file cannot be read. */
export interface DamagedStory {
  readonly id: StoryId;
  readonly headline: string;
  readonly code: ErrorCode;
  readonly detail: string;
  /** Whether a recovery was tried and no earlier version is whole. */
  readonly isLost: boolean;
}

/** The work in an open library: its list and the story on the canvas, and the acts of the desk on them. */
export class Newsroom {
  readonly library: Library;
  readonly list: StoryList;
  readonly bulk: Bulk;
  readonly moves: Moves;
  readonly sharedFolder: SharedFolderDesk;
  desk = $state.raw<Desk | null>(null);
  /** In the place of the story, where its file cannot be read; `desk` is null then. */
  damaged = $state.raw<DamagedStory | null>(null);
  /** The story that was asked for last and is not there yet. */
  #opening = $state.raw<{ readonly id: StoryId; readonly done: Promise<void> } | null>(null);
  readonly isOpening = $derived(this.#opening !== null);
  /** What fills the place of the story: the text, or the page as it will be exported. */
  showing = $state.raw<'text' | 'preview' | 'history' | 'settings' | 'pictures' | 'folder'>('text');
  readonly preview = new PreviewChoice();
  /** Whether the text can be seen and written in. */
  readonly isTextShown = $derived(this.showing === 'text' || (this.showing === 'preview' && !this.preview.isFull));
  readonly pictures: Pictures;
  readonly open = $derived(this.desk?.open ?? null);
  #parts: NewsroomParts;

  constructor(parts: NewsroomParts) {
    this.#parts = parts;
    this.library = parts.library;
    this.list = new StoryList(parts.bridge);
    this.bulk = new Bulk(this, parts);
    this.moves = new Moves(this, parts);
    this.sharedFolder = new SharedFolderDesk(this, parts);
    this.pictures = new Pictures(parts.bridge, parts.toasts);
  }

  /** Shows the list and the story of last time. */
  async start(): Promise<void> {
    void this.sharedFolder.start();
    await Promise.all([this.list.showView('all'), this.library.refreshCounts()]);
    const last = this.#parts.machine().openStories[this.library.info.id];
    const first = last ?? this.list.row(0)?.id;
    if (first && !this.desk) await this.openStory(first);
  }

  /**
   * Opens a story. The one before is saved first; where that fails its draft is kept and the person is told. Of several
   * that are asked for in haste the last one is shown, whichever comes first.
   */
  openStory(id: StoryId): Promise<void> {
    this.showing = this.showing === 'preview' ? 'preview' : 'text';
    if (this.#opening?.id === id) return this.#opening.done;
    if (this.open?.id === id) {
      this.#opening = null;
      return Promise.resolve();
    }
    const opening = { id, done: Promise.resolve() };
    this.#opening = opening;
    const isWanted = (): boolean => this.#opening === opening;
    opening.done = this.#load(id, isWanted).finally(() => {
      if (isWanted()) this.#opening = null;
    });
    return opening.done;
  }

  async #load(id: StoryId, isWanted: () => boolean): Promise<void> {
    if (await this.leave()) {
      const outcome = await this.#parts.bridge.call('story.open', { id });
      if (!isWanted()) return;
      if (!outcome.ok && (outcome.code === 'store.damaged' || outcome.code === 'store.newer'))
        this.#putDamaged(id, outcome.code, String(outcome.params['detail'] ?? outcome.params['found'] ?? ''));
      else {
        const opened = this.#parts.toasts.valueOf(outcome);
        if (opened) this.#put(opened);
      }
    }
  }

  /** Puts the newest whole version of the history in the place of the damaged story, and opens it. */
  async recoverDamaged(): Promise<void> {
    const { damaged } = this;
    if (!damaged) return;
    const { bridge, toasts, strings } = this.#parts;
    const outcome = await bridge.call('story.recoverDamaged', { id: damaged.id });
    if (this.damaged !== damaged) return;
    if (!outcome.ok && outcome.code === 'store.damaged') {
      this.damaged = { ...damaged, isLost: true };
      return;
    }
    const opened = toasts.valueOf(outcome);
    if (!opened) return;
    this.#put(opened);
    const headline = opened.story.headline || strings('list.untitled');
    toasts.say(strings('damaged.recovered', { headline, revision: opened.revision }));
    await this.refresh();
  }

  /** The template that the last new story here was made from; null = none, or it is gone. */
  get lastTemplate(): string | null {
    const last = this.#parts.machine().lastTemplates?.[this.library.info.id] ?? '';
    return this.library.template(last)?.id ?? null;
  }

  async newStory(templateId: string | null = this.lastTemplate): Promise<void> {
    if (!(await this.leave())) return;
    const { bridge, toasts, remember, machine } = this.#parts;
    const { sectionId } = this.list.filter;
    const opened = toasts.valueOf(await bridge.call('story.create', { sectionId, templateId }));
    if (!opened) return;
    remember({ lastTemplates: { ...machine().lastTemplates, [this.library.info.id]: templateId ?? '' } });
    await this.show(opened);
    document.getElementById('story-headline')?.focus();
  }

  /** Puts a story that was just made on the canvas and finds its row. */
  async show(opened: OpenedStory): Promise<void> {
    this.showing = 'text';
    this.#put(opened);
    await this.refresh();
    const place = this.list.placeOf(opened.story.id);
    if (place >= 0) this.list.active = place;
    await tick();
  }

  /** Before another story, a preview or an end: everything saved, or at least kept as a draft. */
  async leave(): Promise<boolean> {
    const autosave = this.open?.autosave;
    if (!autosave) return true;
    if (await autosave.flushSave()) return true;
    return autosave.flushDraft();
  }

  /** Publishes a correction; the text that stands open is the corrected one then. Answers whether it was made. */
  async correct(correction: Omit<Input<'correction.publish'>, 'id'>): Promise<boolean> {
    const { bridge, toasts, strings } = this.#parts;
    const { open } = this;
    if (!open) return false;
    const opened = toasts.valueOf(await bridge.call('correction.publish', { id: open.id, ...correction }));
    if (!opened) return false;
    this.#put(opened);
    const headline = opened.story.headline || strings('list.untitled');
    toasts.say(strings('toast.moved', { headline, state: strings(`state.${opened.story.state}`) }));
    await this.refresh();
    return true;
  }

  /** Decides a place that two desks changed; what was typed meanwhile is saved first. */
  async resolveMerge(conflictId: string, take: Take): Promise<void> {
    const { bridge, toasts } = this.#parts;
    const { open } = this;
    if (!open || !(await open.autosave.flushSave())) return;
    const opened = toasts.valueOf(await bridge.call('conflict.resolve', { id: open.id, conflictId, take }));
    if (opened) this.#put(opened);
    await this.refresh();
  }

  async recover(choice: 'draft' | 'saved' | 'both'): Promise<void> {
    const { bridge, toasts } = this.#parts;
    const open = this.open;
    if (!open) return;
    const opened = toasts.valueOf(await bridge.call('story.recover', { id: open.id, choice }));
    if (!opened) return;
    open.autosave.stop();
    this.#put(opened);
    await this.refresh();
  }

  /** Another writer saved this story: keep this page's text, take the other's, or keep both as two stories. */
  async settleConflict(choice: 'mine' | 'theirs' | 'both'): Promise<void> {
    const { bridge, toasts, strings } = this.#parts;
    const open = this.open;
    if (!open) return;
    const theirs = toasts.valueOf(await bridge.call('story.open', { id: open.id }));
    if (!theirs) return;
    if (choice === 'mine') {
      open.autosave.rebase(theirs.sha256);
      await open.autosave.flushSave();
      return;
    }
    if (choice === 'both') {
      const made = toasts.valueOf(await bridge.call('story.create', { sectionId: open.story.sectionId }));
      if (!made) return;
      const { id, guid, state, stateBefore, pubStatus, log, edition } = made.story;
      const headline = strings('elsewhere.copyOf', { headline: open.story.headline });
      const story = { ...open.snapshot(), id, guid, state, stateBefore, pubStatus, log, edition, headline };
      const saved = await bridge.call('story.save', { story, expectedSha256: made.sha256 });
      if (!toasts.valueOf(saved)) return;
    }
    open.autosave.stop();
    this.#put(theirs);
    await this.refresh();
  }

  /** Stories changed without this page: a job, an import, a change on disk. */
  async changedElsewhere(ids: readonly string[]): Promise<void> {
    await Promise.all([this.library.reload(), this.refresh()]);
    const open = this.open;
    // Asked twice: a key may be pressed while the answer is on its way.
    const isTouched = (): boolean => this.open !== open || (open?.autosave.hasUnsavedWork ?? false);
    if (!open || !ids.includes(open.id) || isTouched()) return;
    const opened = await this.#parts.bridge.call('story.open', { id: open.id });
    if (!opened.ok || opened.value.sha256 === open.autosave.sha256 || isTouched()) return;
    open.autosave.stop();
    this.#put(opened.value);
  }

  async showPreview(): Promise<void> {
    if (!this.open) return;
    await this.leave();
    this.showing = this.showing === 'preview' ? 'text' : 'preview';
    this.#parts.layout.pair(this.showing === 'preview');
  }

  /** Puts a version in the place of the open text, as a new saved state; the message offers the way back. */
  async restoreVersion(version: Version): Promise<void> {
    const desk = this.desk;
    if (!desk || !(await desk.open.autosave.flushSave())) return;
    const { bridge, toasts, strings } = this.#parts;
    const { id, autosave } = desk.open;
    const before = toasts.valueOf(await bridge.call('history.list', { id, offset: 0, limit: 1 }))?.versions[0];
    const restored = await bridge.call('history.restore', {
      id,
      version: version.version,
      expectedSha256: autosave.sha256,
    });
    const opened = toasts.valueOf(restored);
    if (!opened) return;
    this.#put(opened);
    toasts.say(
      strings('history.restored', { n: version.revision }),
      before ? () => void this.restoreVersion(before) : null,
    );
    await Promise.all([this.refresh(), this.desk?.history.load()]);
  }

  /** Writes the sheet that a shift hands over into a folder that the person chooses. */
  async writeBudget(): Promise<void> {
    const { bridge, toasts, strings } = this.#parts;
    if (!(await this.leave())) return;
    const folder = toasts.valueOf(await bridge.call('library.chooseFolder', { purpose: 'export' }));
    if (!folder) return;
    const { token } = folder;
    const made = toasts.valueOf(await bridge.call('budget.write', { folder: token, locale: strings.locale }));
    if (!made) return;
    const show = async (): Promise<void> => {
      toasts.valueOf(await bridge.call('export.show', { token }));
    };
    const files = made.files.join(', ');
    toasts.say(strings('budget.written', { n: made.stories, files }), null, {
      label: 'export.show',
      run: () => void show(),
    });
  }

  /** The shared folder in the place of the text; asked for again, the text comes back. */
  async showFolder(): Promise<void> {
    await this.leave();
    this.showing = this.showing === 'folder' ? 'text' : 'folder';
    void this.sharedFolder.look();
  }

  /** The pictures in the place of the text; asked for again, the text comes back. Saved first: uses are counted by it. */
  async showPictures(tab: 'story' | 'library'): Promise<void> {
    await this.leave();
    const isShown = this.showing === 'pictures' && this.pictures.tab === tab;
    this.pictures.tab = tab;
    this.showing = isShown ? 'text' : 'pictures';
  }

  #put(opened: OpenedStory): void {
    const { bridge, toasts, remember, machine, editor } = this.#parts;
    this.#opening = null;
    this.open?.autosave.stop();
    const open = new OpenStory(bridge, opened, () => {
      void this.refresh();
      if (this.#parts.layout.tab === 'history') void this.desk?.history.load();
      if (this.#parts.layout.tab === 'related') void this.desk?.related.suggest();
      if (this.desk?.checks.hasRun) void this.desk.checks.run(true);
    });
    const related = new Related(bridge, toasts, open);
    const history = new StoryHistory(bridge, toasts, open);
    const notes = new Notes(open, editor, () => this.library.person(machine().personId));
    this.desk = { open, related, checks: new Checks(bridge, toasts, open), history, notes };
    if (this.showing === 'history') this.showing = 'text';
    this.damaged = null;
    void related.load();
    void open.lookForHolder();
    void history.lookForNews();
    if (!opened.recovery) void this.desk.checks.run(true);
    const place = this.list.placeOf(open.id);
    if (place >= 0) this.list.active = place;
    remember({ openStories: { ...machine().openStories, [this.library.info.id]: open.id } });
  }

  /** The story before was saved by `openStory`; nothing of it is lost when its place is taken. */
  #putDamaged(id: StoryId, code: ErrorCode, detail: string): void {
    const { strings } = this.#parts;
    this.open?.autosave.stop();
    this.desk = null;
    const place = this.list.placeOf(id);
    const headline = (place < 0 ? undefined : this.list.row(place)?.headline) || strings('list.untitled');
    this.damaged = { id, headline, code, detail, isLost: false };
    if (place >= 0) this.list.active = place;
  }

  /** The list and its counts, as the library has them now. */
  async refresh(): Promise<void> {
    await Promise.all([this.list.refresh(), this.library.refreshCounts()]);
  }

  /** Why nothing can be written, in words; '' where it can. */
  readonly readOnlyReason = $derived.by(() => {
    const { readOnly } = this.library.info;
    return readOnly === null
      ? ''
      : readOnly.message || this.#parts.strings('error.store.read-only', { detail: readOnly.code });
  });
}
