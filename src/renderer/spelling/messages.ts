import type { SpellingLanguage } from '../../core/spelling/spelling-languages.js';

/** What the page asks the worker that holds the dictionaries. */
export type SpellingQuestion =
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly language: SpellingLanguage;
      readonly words: readonly string[];
    }
  | { readonly kind: 'suggest'; readonly id: number; readonly language: SpellingLanguage; readonly word: string };

/** The wrong ones of the words, or what else a word may be, the likeliest first. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[];
}
