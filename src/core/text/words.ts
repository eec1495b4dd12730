/**
 * Scripts that are written without spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar. A count or a cut by
 * white space says nothing there, so `Intl.Segmenter` is asked (decision 23).
 */
export const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const spacedLetters = new RegExp(`[^${unspacedScript.source.slice(1, -1)}]+`, 'gu');

let segmenter: Intl.Segmenter | undefined;
const wordSegmenter = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter('und', { granularity: 'word' }));

/** A word has at least one letter or digit: a dash between spaces is no word. */
const hasLetter = /[\p{L}\p{N}]/u;

/**
 * Where each word of a piece between two spaces ends. Decided piece by piece, so that one Chinese name in an English
 * story doesn't change how the rest is counted.
 */
function wordEnds(piece: string): readonly number[] {
  if (!unspacedScript.test(piece)) return hasLetter.test(piece) ? [piece.length] : [];
  const ends: number[] = [];
  for (const { segment, index, isWordLike } of wordSegmenter().segment(piece))
    if (isWordLike) ends.push(index + segment.length);
  return ends;
}

/** Words of a text as a journalist counts them: by white space, by segments where a script has none. */
export function countWords(text: string): number {
  const isSpaced = !unspacedScript.test(text);
  let count = 0;
  for (const [piece] of text.matchAll(/\S+/gu))
    count += isSpaced ? Number(hasLetter.test(piece)) : wordEnds(piece).length;
  return count;
}

/** The first `limit` words, as they are written, without the white space after the last; the whole if it is shorter. */
export function firstWords(text: string, limit: number): string {
  const trimmed = text.trim();
  if (limit <= 0) return '';
  let left = limit;
  for (const piece of trimmed.matchAll(/\S+/gu)) {
    const ends = wordEnds(piece[0]);
    const last = ends[left - 1];
    if (last !== undefined) return trimmed.slice(0, piece.index + last);
    left -= ends.length;
  }
  return trimmed;
}

/** Whether a text holds a word at all: dashes, dots and quotation marks are none. */
export function hasWords(text: string): boolean {
  return hasLetter.test(text);
}

/** Words a minute of silent reading (mean of a published review); 500 characters a minute where words are not spaced. */
const wordsPerMinute = 238;
const charactersPerMinute = 500;

/** What a reading time is made of. The parts of a text add up, so an editor counts only the block that changed. */
export interface TextMeasure {
  readonly words: number;
  /** Everything but white space. */
  readonly characters: number;
  readonly letters: number;
  /** Letters of scripts without spaces between words. */
  readonly unspaced: number;
}

export function measureText(text: string): TextMeasure {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  const unspaced = unspacedScript.test(letters) ? letters.replace(spacedLetters, '').length : 0;
  return {
    words: countWords(text),
    characters: text.replace(/\s+/gu, '').length,
    letters: letters.length,
    unspaced,
  };
}

/** Whole minutes, at least 1 for any text and 0 for none. */
export function minutesToRead({ words, characters, letters, unspaced }: TextMeasure): number {
  if (words === 0) return 0;
  const minutes = unspaced * 2 > letters ? characters / charactersPerMinute : words / wordsPerMinute;
  return Math.max(1, Math.ceil(minutes));
}

export function readingMinutes(text: string): number {
  return minutesToRead(measureText(text));
}
