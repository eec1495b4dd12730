/** The four ways of writing that "change case" offers. */
export const letterCases = ['upper', 'lower', 'title', 'sentence'] as const;
export type LetterCase = (typeof letterCases)[number];

/** Little words that English headlines keep small unless they stand first or last (AP Stylebook, "composition titles"). */
const smallWords = new Set('a an and as at but by for if in nor of off on or so the to up via vs yet'.split(' '));
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;

/**
 * A text in another case, by the rules of its language (Turkish ı and İ, German ß). Title case is an English habit:
 * other languages capitalise the first letter of each word, which is what a person who asks for it there wants.
 * `sentence` keeps the first letter after . ! ? large. The length may change (ß → SS).
 */
export function inCase(text: string, letters: LetterCase, language: string): string {
  switch (letters) {
    case 'upper':
      return text.toLocaleUpperCase(language);
    case 'lower':
      return text.toLocaleLowerCase(language);
    case 'title':
      return titled(text, language);
    case 'sentence':
      return text
        .toLocaleLowerCase(language)
        .replace(
          /(^\P{L}*|[.!?…]["”’»)]*\s+["“„«‘(]*)(\p{L})/gu,
          (_, lead: string, first: string) => lead + first.toLocaleUpperCase(language),
        );
  }
}

function titled(text: string, language: string): string {
  const isEnglish = /^en\b/iu.test(language);
  const lower = text.toLocaleLowerCase(language);
  const words = [...lower.matchAll(word)];
  const last = words.length - 1;
  let at = -1;
  return lower.replace(word, (found) => {
    at += 1;
    if (isEnglish && at > 0 && at < last && smallWords.has(found)) return found;
    const [first = ''] = found;
    return first.toLocaleUpperCase(language) + found.slice(first.length);
  });
}
