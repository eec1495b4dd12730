import type { Bridge } from '../../core/contract/bridge.js';
import type { Input, Output } from '../../core/contract/calls.js';
import type { ShownProfile } from '../../core/contract/export-calls.js';
import { isFormat, type AnyFormat } from '../../core/export/format-names.js';
import { formatLosses } from '../../core/export/losses.js';
import type { NinjsVersion } from '../../core/export/ninjs/ninjs-keys.js';
import type { StoryId } from '../../core/ids.js';

type LossName = (typeof formatLosses)[AnyFormat][number];

/** What the export dialog asks for; a profile fills it in, and it can be kept as one. */
export class ExportChoice {
  profiles = $state.raw<readonly ShownProfile[]>([]);
  /** The name of the chosen profile; '' = none. */
  profile = $state('');
  formats = $state<AnyFormat[]>(['html']);
  ninjs = $state<NinjsVersion>('2.2');
  sinceLast = $state(false);
  which = $state<'these' | 'published'>('these');
  folder = $state.raw<Output<'library.chooseFolder'>>(null);
  /** The name to keep this choice under; '' = it is not kept. */
  remember = $state('');
  readonly chosenProfile = $derived(this.profiles.find(({ name }) => name === this.profile));
  /** What each chosen format cannot carry, for all who choose before they see the result. */
  readonly losses = $derived(
    this.formats.map((format): { format: AnyFormat; cannot: readonly LossName[] } => ({
      format,
      cannot: formatLosses[format],
    })),
  );
  readonly #ids: readonly StoryId[];
  readonly #bridge: Bridge;

  constructor(bridge: Bridge, ids: readonly StoryId[]) {
    this.#bridge = bridge;
    this.#ids = ids;
    if (ids.length === 0) this.which = 'published';
  }

  async load(): Promise<void> {
    this.#take(await this.#bridge.call('export.profiles', null));
  }

  /** Takes over what a profile remembers. */
  use(name: string): void {
    this.profile = name;
    const profile = this.profiles.find((each) => each.name === name);
    if (!profile) return;
    this.formats = profile.formats.filter(isFormat);
    this.ninjs = profile.ninjs;
    this.sinceLast = profile.sinceLast;
    this.folder = null;
    this.remember = profile.name;
  }

  async removeProfile(): Promise<void> {
    this.#take(await this.#bridge.call('export.removeProfile', { name: this.profile }));
    this.profile = '';
    this.remember = '';
  }

  /** Keeps the choice under its name, where it has one. */
  async keep(): Promise<void> {
    const name = this.remember.trim();
    if (name === '') return;
    const { formats, ninjs, sinceLast, folder } = this;
    const profile = { name, formats: [...formats], ninjs, sinceLast, folder: folder?.token ?? null };
    this.#take(await this.#bridge.call('export.saveProfile', profile));
  }

  get input(): Input<'export.run'> {
    const { formats, ninjs, sinceLast, folder, which, profile } = this;
    return {
      ids: which === 'these' ? [...this.#ids] : null,
      formats: [...formats],
      ninjs,
      sinceLast,
      folder: folder?.token ?? null,
      profile: profile === '' ? null : profile,
    };
  }

  #take(outcome: { readonly ok: boolean; readonly value?: readonly ShownProfile[] }): void {
    if (outcome.ok && outcome.value) this.profiles = outcome.value;
  }
}
