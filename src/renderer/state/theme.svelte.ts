import type { MachineSettings } from '../../core/contract/calls.js';

export type ThemeChoice = MachineSettings['theme'];

/** Light, dark or as the system says; `shown` is what is on the screen. */
export class Theme {
  choice = $state.raw<ThemeChoice>('system');
  #systemIsDark = $state.raw(false);
  readonly shown = $derived(this.choice === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.choice);

  /** Follows the system for as long as the page lives; the answer stops it. */
  follow(query: MediaQueryList): () => void {
    const take = (): void => {
      this.#systemIsDark = query.matches;
    };
    take();
    query.addEventListener('change', take);
    return () => {
      query.removeEventListener('change', take);
    };
  }
}
