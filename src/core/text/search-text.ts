import { fold } from './fold.js';
import { unspacedScript } from './words.js';

const unspacedRun = new RegExp(`(?:${unspacedScript.source}|\\p{Script=Hangul})[\\p{M}]*`, 'gu');
const isUnspaced = new RegExp(`^(?:${unspacedScript.source}|\\p{Script=Hangul})`, 'u');

/**
 * A text as the index keeps it: folded, and where a script has no spaces (or, in Korean, glues particles to words) as
 * overlapping pairs of letters, so that any piece of a sentence is found as a phrase of pairs.
 */
export function searchText(text: string): string {
  const folded = fold(text.toWellFormed());
  if (!unspacedRun.test(folded)) return folded;
  unspacedRun.lastIndex = 0;
  return folded.replace(/[^\s]+/gu, (word) => pairs(word).join(' '));
}

/** "東京都" → ["東京", "京都"]; letters of other scripts between them stay words. */
function pairs(word: string): readonly string[] {
  const out: string[] = [];
  let run: string[] = [];
  let other = '';
  const endRun = (): void => {
    if (run.length === 1) out.push(run[0] ?? '');
    for (let at = 0; at + 1 < run.length; at += 1) out.push(`${run[at] ?? ''}${run[at + 1] ?? ''}`);
    run = [];
  };
  for (const letter of word.match(/\P{M}\p{M}*/gu) ?? []) {
    if (isUnspaced.test(letter)) {
      if (other !== '') out.push(other);
      other = '';
      run.push(letter);
    } else {
      endRun();
      other += letter;
    }
  }
  endRun();
  if (other !== '') out.push(other);
  return out;
}
