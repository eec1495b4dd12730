import { z } from 'zod';

const word = z.string().min(1);

/** The words of a page in one language: `resources/themes/default/languages/<code>.json`. */
export const pageWordsSchema = z.strictObject({
  /** BCP 47 of the words themselves. */
  language: word,
  direction: z.enum(['ltr', 'rtl']),
  skipToStory: word,
  sections: word,
  /** "By {name}". */
  by: word,
  updated: word,
  /** "{minutes} min read". */
  minutesRead: word,
  /** Twelve, January first. */
  months: z.array(word).length(12),
  /** Of {day} {month} {year}. */
  date: word,
  /** Of {date} {time}. */
  dateTime: word,
  share: word,
  shareTop: word,
  shareEnd: word,
  copyLink: word,
  email: word,
  comments: z.strictObject({
    heading: word,
    reply: word,
    note: word,
    comment: word,
    name: word,
    email: word,
    submit: word,
  }),
  related: word,
  corrections: word,
  correctionTypes: z.strictObject({
    correction: word,
    clarification: word,
    update: word,
    editorsNote: word,
    retraction: word,
  }),
  proof: word,
  /** Words of the pages of a whole site; those with {marks} are filled. */
  site: z.strictObject({
    home: word,
    latest: word,
    search: word,
    searchHint: word,
    searchNone: word,
    searchCount: word,
    searchPlain: word,
    archive: word,
    correctionsPage: word,
    correctionsNone: word,
    tags: word,
    subjects: word,
    authors: word,
    filed: word,
    newer: word,
    older: word,
    pages: word,
    page: word,
    more: word,
    stories: word,
    oneStory: word,
    notFound: word,
    notFoundText: word,
    moved: word,
    empty: word,
    menu: word,
    feeds: word,
    skipToContent: word,
    monthYear: word,
  }),
});
export type PageWords = Readonly<z.infer<typeof pageWordsSchema>>;

/** Languages whose words the theme has; another language's pages get English ones, marked as English. */
export const pageLanguages = ['en', 'de', 'ar', 'fr', 'es'] as const;

const read = new WeakMap<(name: string) => string, Map<string, PageWords>>();

/** The words for a story's language, "ar-EG" → ar; throws where a language file does not fit its schema. */
export function readPageWords(language: string, themeText: (name: string) => string): PageWords {
  const code = language.toLowerCase().split('-')[0];
  const known = pageLanguages.find((candidate) => candidate === code) ?? 'en';
  let languages = read.get(themeText);
  if (!languages) read.set(themeText, (languages = new Map<string, PageWords>()));
  let words = languages.get(known);
  if (!words) {
    words = pageWordsSchema.parse(JSON.parse(themeText(`languages/${known}.json`)));
    languages.set(known, words);
  }
  return words;
}
