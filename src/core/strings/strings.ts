import { en } from './en.js';
import type { Message, PluralMessage } from './message.js';

/** Every text that the window shows, by key. English is the complete one and gives the type to any other language. */
export type StringKey = keyof typeof en;
export type Catalogue = Readonly<Record<StringKey, Message>>;
/** A language whose translation may lag behind: what it does not have yet is said in English. */
export type PartialCatalogue = Partial<Catalogue>;

export type StringParams = Readonly<Record<string, string | number>>;

export interface Strings {
  readonly locale: string;
  /** The text of a key with its `{marks}` filled; a number is written as the language writes numbers. */
  (key: StringKey, params?: StringParams): string;
}

/**
 * The texts of a catalogue, with plurals and numbers as `locale` has them. Without a catalogue: English. Other
 * languages are loaded by `loadStrings`.
 */
export function createStrings(locale: string, catalogue: PartialCatalogue = en): Strings {
  const spoken = catalogue === en && !/^en\b/u.test(locale) ? 'en' : locale;
  const own = rulesOf(spoken);
  const english = spoken.startsWith('en') ? own : rulesOf('en');
  const strings = (key: StringKey, params: StringParams = {}): string => {
    const translated = catalogue[key];
    const { plurals, numbers } = translated === undefined ? english : own;
    const message: Message = translated ?? en[key];
    const text = typeof message === 'string' ? message : formFor(message, plurals.select(Number(params['n'] ?? 0)));
    return text.replace(/\{(\w+)\}/gu, (mark, name: string) => {
      const value = params[name];
      if (value === undefined) return mark;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  return Object.assign(strings, { locale: spoken });
}

const rulesOf = (locale: string): { plurals: Intl.PluralRules; numbers: Intl.NumberFormat } => ({
  plurals: new Intl.PluralRules(locale),
  numbers: new Intl.NumberFormat(locale),
});

function formFor(message: PluralMessage, rule: Intl.LDMLPluralRule): string {
  return (rule === 'other' ? undefined : message[rule]) ?? message.other;
}
