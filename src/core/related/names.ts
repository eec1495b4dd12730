import { fold } from '../text/fold.js';

/** Runs of capitalised words inside a sentence: "Abu Dhabi", "Justice Department", "Kyiv". */
const nameRuns = /\p{Lu}[\p{L}\p{N}\p{M}’'-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{N}\p{M}’'-]*)*/gu;
const sentenceEnd = /(?:^|[.!?:\n“”"„«»(•–—-])\s*$/u;

/**
 * Names of people, places and bodies as they are written, by folded form. A word at the start of a sentence counts
 * only where it is the first of several, or stands elsewhere inside one: there every word is capitalised.
 */
export function namesIn(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const run of text.matchAll(nameRuns)) {
    const name = run[0].replace(/(?:[’']s)?[’'-]*$/u, '');
    const startsSentence = sentenceEnd.test(text.slice(Math.max(0, run.index - 3), run.index));
    if (startsSentence && !name.includes(' ')) continue;
    if (name.length < 3 || Array.from(name).length < 3) continue;
    const folded = fold(name);
    if (!names.has(folded)) names.set(folded, name);
  }
  return names;
}
