import { stopWords } from '../related/stop-words.js';
import { fold, foldName } from '../text/fold.js';

/** A name that is offered for a story; `used` = stories that carry it already, 0 = a new one. */
export interface SluglineOffer {
  readonly slugline: string;
  readonly used: number;
}

export interface SluglineWish {
  readonly headline: string;
  /** Of {section}, {words} and {date}. */
  readonly pattern: string;
  readonly section: string;
  /** The day on the publication's calendar, `2026-02-03`. */
  readonly date: string;
  /** Sluglines of the same day with the number of stories that carry each. */
  readonly sameDay: readonly SluglineOffer[];
}

const mostOffered = 6;

/**
 * Names for a story, best first: those of the same day that share a word with the headline (a slugline is the same for
 * all takes of a story), then the pattern filled with two, three and one word of the headline.
 */
export function suggestSluglines(wish: SluglineWish): readonly SluglineOffer[] {
  const words = sluglineWords(wish.headline);
  const known = wish.sameDay
    .filter(({ slugline }) => sluglineWords(slugline).some((word) => words.includes(word)))
    .toSorted((left, right) => right.used - left.used);
  const made = [2, 3, 1].flatMap((count) => {
    const chosen = words.slice(0, count);
    return chosen.length === count ? filled(wish, chosen) : [];
  });
  const seen = new Set<string>();
  return [...known, ...made.map((slugline) => ({ slugline, used: 0 }))]
    .filter(({ slugline }) => {
      const key = foldName(slugline);
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostOffered);
}

function filled({ pattern, section, date }: SluglineWish, words: readonly string[]): string {
  return (pattern || '{words}')
    .replaceAll('{words}', words.join('-'))
    .replaceAll('{section}', sluglineWords(section).join('-'))
    .replaceAll('{date}', date.slice(5).replace('-', ''))
    .replace(/-{2,}/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** The words of a line that say what it is about, folded, each once. */
function sluglineWords(line: string): readonly string[] {
  const words = fold(line)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length > 1 && !stopWords.has(word));
  return [...new Set(words)];
}
