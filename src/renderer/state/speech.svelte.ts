import type { MachineSettings } from '../../core/contract/calls.js';
import { loadStrings, localeFor } from '../../core/strings/languages.js';
import { createStrings, type StringKey, type StringParams, type Strings } from '../../core/strings/strings.js';

export type LanguageChoice = MachineSettings['language'];

/** The language of the window. It starts in English, and changes under everything that shows a text. */
export class Speech {
  /** One function for the window's whole life; what it says is state, so that a text follows the language. */
  readonly strings: Strings;
  readonly #systemLocale: string;
  #spoken = $state.raw<Strings>(createStrings('en'));
  #wanted = '';

  constructor(systemLocale: string) {
    this.#systemLocale = systemLocale;
    this.#spoken = createStrings(systemLocale);
    const say = (key: StringKey, params?: StringParams): string => this.#spoken(key, params);
    this.strings = Object.defineProperty(say, 'locale', { get: () => this.#spoken.locale }) as Strings;
  }

  /** Speaks the chosen language as soon as its texts are read; of two choices in a hurry the later one counts. */
  async choose(choice: LanguageChoice): Promise<void> {
    const locale = localeFor(choice, this.#systemLocale);
    this.#wanted = locale;
    const strings = await loadStrings(locale);
    if (this.#wanted === locale) this.#spoken = strings;
  }
}
