/** A word of a text that a dictionary is asked about, and where it stands. */
export interface SpelledWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What is no word of a language: addresses, e-mail, handles, tags, file names such as `report.pdf`. */
const noWords =
  /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+|[@#][\p{L}\p{N}_]+|\b[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[a-z]{2,5}\b|(?:\/[\p{L}\p{N}_.-]+){2,}/gu;
const words = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Words that are passed over: TK ("to come"), numbers, abbreviations in capitals, brand spellings, other alphabets. */
function isPassedOver(word: string): boolean {
  if (word.length < 2 || /[\p{N}_]/u.test(word) || /^tks?$/iu.test(word)) return true;
  if (!/^[\p{Script=Latin}\p{M}'’]+$/u.test(word)) return true;
  const stem = word.replace(/['’]s$/u, '');
  if (/^\p{Lu}+s?$/u.test(stem)) return true;
  // iPhone, YouTube, McDonald: a capital inside is a name.
  return /\p{Ll}\p{Lu}/u.test(stem);
}

/** The words of a text that a dictionary is asked about, in order; apostrophes as dictionaries write them. */
export function spelledWords(text: string): readonly SpelledWord[] {
  const masked = text.replace(noWords, (piece) => ' '.repeat(piece.length));
  const found: SpelledWord[] = [];
  for (const { 0: word, index } of masked.matchAll(words))
    if (!isPassedOver(word)) found.push({ word: word.replaceAll('’', "'"), from: index, to: index + word.length });
  return found;
}

/** The words of names (people, tags, places), which no dictionary need know; compared without regard to capitals. */
export function wordsOfNames(names: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const name of names) for (const [word] of name.matchAll(words)) known.add(foldWord(word));
  return known;
}

/** A word as lists of known words keep it: without capitals and without the "'s" of possession. */
export function foldWord(word: string): string {
  return word.replaceAll('’', "'").replace(/'s$/u, '').toLowerCase();
}
