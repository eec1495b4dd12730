import type { Bridge } from '../../core/contract/bridge.js';
import type { CallerInput, MachineSettings, Output } from '../../core/contract/calls.js';
import { errorText } from '../../core/strings/error-text.js';
import type { Strings } from '../../core/strings/strings.js';
import { Spelling } from '../spelling/spelling.svelte.js';
import { Dialogs } from './dialogs.svelte.js';
import { Finder } from './finder.svelte.js';
import { Jobs } from './jobs.svelte.js';
import { Layout } from './layout.svelte.js';
import { Library } from './library.svelte.js';
import { Newsroom } from './newsroom.svelte.js';
import { Speech } from './speech.svelte.js';
import { SubjectNames } from './subject-names.svelte.js';
import { Theme } from './theme.svelte.js';
import { Toasts } from './toasts.svelte.js';
import { plainWriting, WritingTools, type WritingOptions } from './writing-tools.svelte.js';

type Started = Output<'app.start'>;

/** The whole window: starts, opens and makes libraries, and listens to the news of the shell. */
export class App {
  readonly bridge: Bridge;
  /** Says every text in the language of the moment: what shows it follows when another language is chosen. */
  readonly strings: Strings;
  readonly speech: Speech;
  readonly toasts: Toasts;
  readonly dialogs = new Dialogs();
  readonly layout = new Layout();
  readonly theme = new Theme();
  readonly writing = new WritingTools();
  readonly jobs: Jobs;
  readonly spelling = new Spelling(this);
  started = $state.raw<Started | null>(null);
  newsroom = $state.raw<Newsroom | null>(null);
  isBusy = $state.raw(false);
  readonly finder: Finder;
  readonly subjects: SubjectNames;
  #machine = $state.raw<MachineSettings>({
    theme: 'system',
    language: 'system',
    personId: null,
    regions: {},
    openStories: {},
    zoom: 1,
    spelling: true,
    personalWords: [],
  });
  /** Tokens of hand-over files that came before a library was open. */
  #packages: string[] = [];
  #machineTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bridge: Bridge, locale: string) {
    this.bridge = bridge;
    this.speech = new Speech(locale);
    this.strings = this.speech.strings;
    this.toasts = new Toasts((trouble) => errorText(this.strings, trouble));
    this.jobs = new Jobs(bridge);
    this.finder = new Finder(bridge);
    this.subjects = new SubjectNames(bridge, this.toasts);
  }

  get machine(): MachineSettings {
    return this.#machine;
  }

  async start(): Promise<void> {
    const started = this.toasts.valueOf(await this.bridge.call('app.start', null));
    if (!started) return;
    await this.speech.choose(started.machine.language);
    this.#takeMachine(started.machine);
    this.started = started;
    if (started.library) this.#enter(started.library);
  }

  /** Makes a library and enters it. `folder` null = the suggested one. */
  async createLibrary(input: CallerInput<'library.create'>): Promise<void> {
    this.isBusy = true;
    const made = this.toasts.valueOf(await this.bridge.call('library.create', input));
    this.isBusy = false;
    if (made) this.#takeOpened(made);
  }

  /** Asks for a folder and opens the library in it; nothing happens where the person changes their mind. */
  async openLibrary(): Promise<void> {
    const folder = this.toasts.valueOf(await this.bridge.call('library.chooseFolder', { purpose: 'open' }));
    if (!folder || !((await this.newsroom?.leave()) ?? true)) return;
    const opened = this.toasts.valueOf(await this.bridge.call('library.open', { folder: folder.token }));
    if (opened) this.#takeOpened(opened);
  }

  /** Takes hand-over files in, as soon as there is a library to take them in to. */
  takePackages(files: string): void {
    if (this.newsroom) this.dialogs.showNext({ kind: 'takeIn', files });
    else this.#packages.push(files);
  }

  /** Changes settings of this machine; written a moment later, since a drag of a border changes them many times. */
  remember(change: Partial<MachineSettings>): void {
    this.#machine = { ...this.#machine, ...change };
    if (change.theme) this.theme.choice = change.theme;
    if (change.language) void this.speech.choose(change.language);
    clearTimeout(this.#machineTimer);
    this.#machineTimer = setTimeout(() => void this.#saveMachine(), 400);
  }

  /** Another person sits here: the library knows it before anything is signed, and the lists are that person’s. */
  async sitDown(personId: MachineSettings['personId']): Promise<void> {
    this.remember({ personId });
    clearTimeout(this.#machineTimer);
    await this.#saveMachine();
    await this.newsroom?.refresh();
  }

  /** Another way of writing or showing the text, kept for this machine. */
  setWriting(change: Partial<WritingOptions>): void {
    this.writing.set(change);
    this.remember({ writing: this.writing.options });
  }

  rememberLayout(): void {
    this.remember({ regions: { ...this.layout.regions } });
  }

  /** The window is about to close: save, then say so. Text that cannot be saved is at least kept as a draft. */
  async close(): Promise<void> {
    clearTimeout(this.#machineTimer);
    const [isKept] = await Promise.all([this.newsroom?.leave() ?? true, this.#saveMachine()]);
    if (isKept) this.bridge.readyToClose();
  }

  /** Subscribes to everything that the shell tells; the answer unsubscribes. */
  listen(runCommand: (id: string) => void): () => void {
    const ends = [
      this.bridge.on('menu.command', ({ id }) => runCommand(id)),
      this.bridge.on('stories.changed', ({ ids }) => void this.newsroom?.changedElsewhere(ids)),
      this.bridge.on('job.progress', (progress) => this.jobs.report(progress)),
      this.bridge.on('packages.opened', ({ token }) => this.takePackages(token)),
      this.bridge.on('app.closing', () => void this.close()),
      this.bridge.on('app.trouble', ({ message, code }) => this.toasts.trouble(message, code)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  async #saveMachine(): Promise<void> {
    await this.bridge.call('machine.save', this.#machine);
  }

  #takeMachine(machine: MachineSettings): void {
    this.#machine = machine;
    this.theme.choice = machine.theme;
    this.layout.restore(machine.regions);
    this.writing.set(machine.writing ?? plainWriting);
  }

  #takeOpened({ library, machine }: Output<'library.open'>): void {
    this.#takeMachine(machine);
    this.#enter(library);
  }

  #enter(info: Output<'library.info'>): void {
    this.newsroom?.open?.autosave.stop();
    this.newsroom?.sharedFolder.stop();
    const { bridge, strings, toasts, dialogs, layout } = this;
    this.newsroom = new Newsroom({
      bridge,
      strings,
      toasts,
      dialogs,
      layout,
      library: new Library(bridge, toasts, info),
      remember: (change) => this.remember(change),
      machine: () => this.#machine,
      editor: () => this.writing.editor,
    });
    void this.newsroom.start();
    for (const files of this.#packages.splice(0)) this.takePackages(files);
  }
}
