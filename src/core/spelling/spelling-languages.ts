/** The dictionaries that come with the program. */
export const spellingLanguages = ['en-GB', 'en-US'] as const;
export type SpellingLanguage = (typeof spellingLanguages)[number];

/**
 * The dictionary for a story's language (BCP 47); null where there is none and nothing is checked. English of the
 * Commonwealth is checked as British, plain "en" too, as the desk's default is en-GB.
 */
export function spellingLanguageOf(language: string): SpellingLanguage | null {
  const [base = '', ...rest] = language.toLowerCase().split('-');
  if (base !== 'en') return null;
  return rest.some((part) => part === 'us' || part === 'ph' || part === 'pr') ? 'en-US' : 'en-GB';
}
