import { en } from './en.js';

/** A text of the window: plain, or one form per plural category of `{n}` (Intl.PluralRules of the language). */
export type Message = string | PluralMessage;
export type PluralMessage = { readonly other: string } & Partial<
  Readonly<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
>;

/** Every text that the window shows, by key. English is the complete one and gives the type to any other language. */
export type StringKey = keyof typeof en;
export type Catalogue = Readonly<Record<StringKey, Message>>;

export type StringParams = Readonly<Record<string, string | number>>;

/** The languages that the window speaks. */
const catalogues: Readonly<Record<string, Catalogue>> = { en };

export interface Strings {
  readonly locale: string;
  /** The text of a key with its `{marks}` filled; a number is written as the language writes numbers. */
  (key: StringKey, params?: StringParams): string;
}

/** The texts of a language; English where that language has no catalogue. */
export function createStrings(locale: string): Strings {
  const language = locale.split('-')[0] ?? 'en';
  const catalogue = catalogues[language] ?? en;
  const spoken = catalogue === en && language !== 'en' ? 'en' : locale;
  const plurals = new Intl.PluralRules(spoken);
  const numbers = new Intl.NumberFormat(spoken);
  const strings = (key: StringKey, params: StringParams = {}): string => {
    const message: Message = catalogue[key];
    const text = typeof message === 'string' ? message : formFor(message, plurals.select(Number(params['n'] ?? 0)));
    return text.replace(/\{(\w+)\}/gu, (mark, name: string) => {
      const value = params[name];
      if (value === undefined) return mark;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  return Object.assign(strings, { locale: spoken });
}

function formFor(message: PluralMessage, rule: Intl.LDMLPluralRule): string {
  return (rule === 'other' ? undefined : message[rule]) ?? message.other;
}
