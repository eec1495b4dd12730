import { createStrings, type PartialCatalogue, type Strings } from './strings.js';

/** The languages that the window speaks, as a person chooses one. */
export const windowLanguages = ['en', 'de', 'ar'] as const;
export type WindowLanguage = (typeof windowLanguages)[number];

/** Each in its own name, as a person who cannot read the present one finds it. Never translated. */
export const languageNames: Readonly<Record<WindowLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
};

/** English is always there; the others are read only where they are spoken, so that the start stays short. */
const loaders: Readonly<Record<WindowLanguage, () => Promise<PartialCatalogue | undefined>>> = {
  en: () => Promise.resolve(undefined),
  de: async () => (await import('./de.js')).de,
  ar: async () => (await import('./ar.js')).ar,
};

/** The texts of a locale such as `de-AT`; English where its language has no catalogue. */
export async function loadStrings(locale: string): Promise<Strings> {
  const language = windowLanguages.find((known) => known === languageOf(locale));
  return createStrings(locale, language && (await loaders[language]()));
}

/**
 * The locale to speak: the system's own, or the chosen language. A chosen language that is the system's keeps its
 * region (`de-AT`), since dates and numbers go by it.
 */
export function localeFor(choice: WindowLanguage | 'system', systemLocale: string): string {
  if (choice === 'system' || languageOf(systemLocale) === choice) return systemLocale;
  return choice === 'en' ? 'en-GB' : choice;
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The way that the lines of a language run: the window's, or a story's. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr');

const languageOf = (locale: string): string => locale.split('-')[0] ?? '';
