/**
 * Marks that readers leave out when they search: accents of Latin, Greek and Cyrillic, Arabic vowel signs and tatweel,
 * Hebrew points (not its maqaf and other punctuation, which part words). Thai vowels and Japanese voicing marks are letters there and stay.
 */
const droppedMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;
/** One letter, several code points: Arabic and Persian kaf and yeh, alef with hamza. */
const sameLetters: Readonly<Record<string, string>> = {
  '\u0622': '\u0627',
  '\u0623': '\u0627',
  '\u0625': '\u0627',
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06a9': '\u0643',
  '\u0629': '\u0647',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '’': "'",
  ʼ: "'",
  '`': "'",
};
const anyOfThem = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'gu');
/** Its compatibility form is a blank and an accent, so it is changed first. */
const acuteAsApostrophe = /´/gu;
const isAscii = /^[\0-\x7f]*$/;

/** The form in which names and words are compared: compatibility form, lower case, no accents. fold(fold(x)) = fold(x). */
export function fold(text: string): string {
  // Most names and words; every step below but the apostrophe's leaves them as they are.
  if (isAscii.test(text)) return text.toLowerCase().replaceAll('`', "'");
  const folded = text
    .replace(acuteAsApostrophe, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(droppedMarks, '')
    .normalize('NFKC')
    .replace(anyOfThem, (letter) => sameLetters[letter] ?? letter);
  return folded.normalize('NFKD').replace(droppedMarks, '').normalize('NFKC');
}

/** As `fold`, white space to one blank, ends trimmed: how two names of a tag or a section are compared. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/gu, ' ').trim();
}
