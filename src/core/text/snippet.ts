import { fold } from './fold.js';

const reach = 80;

/** A piece of a text around the first of the folded words, for a search result: at most 160 characters, one line. */
export function snippet(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  // Folding may change the length a little; for a place to cut at that is near enough.
  const folded = fold(plain);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const from = at <= reach ? 0 : plain.lastIndexOf(' ', at - reach / 2) + 1;
  const to =
    from + 2 * reach >= plain.length ? plain.length : Math.max(from + reach, plain.lastIndexOf(' ', from + 2 * reach));
  return `${from > 0 ? '…' : ''}${plain.slice(from, to)}${to < plain.length ? '…' : ''}`.toWellFormed();
}
