import type { Bridge } from '../../core/contract/bridge.js';
import type { Output } from '../../core/contract/calls.js';
import type { PastImport } from '../../core/contract/import-calls.js';
import type { SectionId } from '../../core/ids.js';
import type { NameRule } from '../../core/import/name-mapping.js';
import type { Jobs } from './jobs.svelte.js';
import type { Toasts } from './toasts.svelte.js';

type Report = Output<'import.run'>;
type Name = Report['names'][number];
/** What the person chose for one name: kept as it is until it is changed. */
export interface NameChoice {
  as: NameRule['as'];
  to: string;
}

const keyOf = ({ kind, name }: Pick<Name, 'kind' | 'name'>): string => `${kind}:${name}`;

/** One import in the window: files are chosen, looked at without writing anything, read in, and taken back if need be. */
export class ImportRun {
  readonly jobId = crypto.randomUUID();
  chosen = $state.raw<Output<'import.choose'>>(null);
  section = $state<SectionId | ''>('');
  /** What would come in; null until files were chosen and looked at. */
  preview = $state.raw<Report | null>(null);
  report = $state.raw<Report | null>(null);
  undone = $state.raw<Output<'import.undo'> | null>(null);
  past = $state.raw<readonly PastImport[]>([]);
  busy = $state<'look' | 'run' | 'undo' | null>(null);
  #choices = $state<Record<string, NameChoice>>({});
  readonly #bridge: Bridge;
  readonly #toasts: Toasts;
  readonly #jobs: Jobs;

  constructor(bridge: Bridge, toasts: Toasts, jobs: Jobs) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.#jobs = jobs;
  }

  async loadPast(): Promise<void> {
    this.past = this.#toasts.valueOf(await this.#bridge.call('import.list', null)) ?? [];
  }

  async choose(kind: 'files' | 'folder'): Promise<void> {
    await this.#take(this.#toasts.valueOf(await this.#bridge.call('import.choose', { kind })) ?? null);
  }

  /** Files that were dropped; their paths stay with the shell. */
  async drop(files: readonly File[]): Promise<void> {
    if (files.length > 0) await this.#take(await this.#bridge.takeFiles(files));
  }

  choiceOf(name: Name): NameChoice {
    return this.#choices[keyOf(name)] ?? { as: name.kind, to: name.name };
  }

  mapName(name: Name, choice: Partial<NameChoice>): void {
    this.#choices[keyOf(name)] = { ...this.choiceOf(name), ...choice };
  }

  async run(): Promise<void> {
    this.report = await this.#read('run');
  }

  async undo(importId: string): Promise<void> {
    this.busy = 'undo';
    this.undone = this.#toasts.valueOf(await this.#bridge.call('import.undo', { importId })) ?? null;
    this.busy = null;
  }

  cancel(): void {
    if (this.busy === 'look' || this.busy === 'run') void this.#jobs.cancel(this.jobId);
  }

  async #take(chosen: Output<'import.choose'>): Promise<void> {
    if (!chosen) return;
    this.chosen = chosen;
    this.preview = null;
    this.#choices = {};
    this.preview = await this.#read('look');
  }

  async #read(how: 'look' | 'run'): Promise<Report | null> {
    if (!this.chosen) return null;
    this.busy = how;
    const { token: files } = this.chosen;
    const sectionId = this.section === '' ? null : this.section;
    const input = { files, sectionId, dryRun: how === 'look', rules: this.#rules, jobId: this.jobId };
    const report = this.#toasts.valueOf(await this.#bridge.call('import.run', input)) ?? null;
    this.#jobs.end(this.jobId);
    this.busy = null;
    return report;
  }

  /** Only what was changed: every other name stays what it is. */
  get #rules(): NameRule[] {
    return (this.preview?.names ?? []).flatMap((name): NameRule[] => {
      const choice = this.#choices[keyOf(name)];
      if (!choice || (choice.as === name.kind && choice.to === name.name)) return [];
      return [{ kind: name.kind, from: name.name.slice(0, 200), as: choice.as, to: choice.to.slice(0, 120) }];
    });
  }
}
