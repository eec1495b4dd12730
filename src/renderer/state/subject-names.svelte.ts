/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Bridge } from '../../core/contract/bridge.js';
import type { Subject } from '../../core/contract/calls.js';
import type { SubjectCode } from '../../core/ids.js';
import type { Toasts } from './toasts.svelte.js';

/** The subjects that the window has met: a story and a section keep codes, a person reads names. */
export class SubjectNames {
  #known = $state.raw<ReadonlyMap<string, Subject>>(new Map());
  #asked: ReadonlySet<string> = new Set();
  #bridge: Bridge;
  #toasts: Toasts;

  constructor(bridge: Bridge, toasts: Toasts) {
    this.#bridge = bridge;
    this.#toasts = toasts;
  }

  get(code: SubjectCode): Subject | undefined {
    return this.#known.get(code);
  }

  /** The name of a code; the code itself while its name is on the way, and for one that no list knows. */
  label(code: SubjectCode): string {
    return this.#known.get(code)?.label ?? code;
  }

  /** Labels from the top to the parent, for a tooltip; undefined at the top. */
  path(code: SubjectCode): string | undefined {
    return this.#known.get(code)?.path.join(' › ') || undefined;
  }

  /** Asks for names that were never asked for. */
  async learn(codes: readonly SubjectCode[]): Promise<void> {
    const unknown = codes.filter((code) => !this.#known.has(code) && !this.#asked.has(code));
    if (unknown.length === 0) return;
    this.#asked = new Set([...this.#asked, ...unknown]);
    const subjects = this.#toasts.valueOf(await this.#bridge.call('subjects.named', { codes: unknown }));
    if (subjects) this.#keep(subjects);
  }

  async search(text: string): Promise<readonly Subject[]> {
    const found = this.#toasts.valueOf(await this.#bridge.call('subjects.search', { text })) ?? [];
    this.#keep(found);
    return found;
  }

  #keep(subjects: readonly Subject[]): void {
    if (subjects.length > 0)
      this.#known = new Map([...this.#known, ...subjects.map((subject) => [subject.code, subject] as const)]);
  }
}
