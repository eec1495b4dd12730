/**
 * Marks that readers leave out when they search: accents of Latin, Greek and Cyrillic, Arabic vowel signs and tatweel,
 * Hebrew points (not its maqaf and other punctuation, which part words). Thai vowels and Japanese voicing marks are letters there and stay.
 */
const droppedMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;
/** One letter, several code points: Arabic and Persian kaf and yeh, alef with hamza. */
const sameLetters: readonly (readonly [RegExp, string])[] = [
  [/[\u0622\u0623\u0625\u0671]/gu, '\u0627'],
  [/[\u0649\u06cc]/gu, '\u064a'],
  [/\u06a9/gu, '\u0643'],
  [/\u0629/gu, '\u0647'],
  [/ß/gu, 'ss'],
  [/ø/gu, 'o'],
  [/ł/gu, 'l'],
  [/đ/gu, 'd'],
  [/æ/gu, 'ae'],
  [/œ/gu, 'oe'],
  [/ı/gu, 'i'],
  [/[’ʼ`]/gu, "'"],
];
/** Its compatibility form is a blank and an accent, so it is changed first. */
const acuteAsApostrophe = /´/gu;

/** The form in which names and words are compared: compatibility form, lower case, no accents. fold(fold(x)) = fold(x). */
export function fold(text: string): string {
  let folded = text
    .replace(acuteAsApostrophe, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(droppedMarks, '')
    .normalize('NFKC');
  for (const [letters, letter] of sameLetters) folded = folded.replace(letters, letter);
  return folded.normalize('NFKD').replace(droppedMarks, '').normalize('NFKC');
}

/** As `fold`, white space to one blank, ends trimmed: how two names of a tag or a section are compared. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/gu, ' ').trim();
}
