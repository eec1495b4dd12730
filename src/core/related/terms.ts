import { fold, foldName } from '../text/fold.js';
import { unspacedScript } from '../text/words.js';
import { stopWords } from './stop-words.js';

/** Term → how often it stands in a story (a headline's words count more). */
export type TermCounts = ReadonlyMap<string, number>;

/** What of a story decides what it is related to. */
export interface RelatedText {
  readonly headline: string;
  readonly dek: string;
  /** The body as readers get it, plain, a blank line between paragraphs. */
  readonly body: string;
  readonly tags: readonly string[];
}

/** Starts the term of a tag, so that the tag "energy" and the word are two terms. */
const tagPrefix = 'tag:';
/** A word of the headline says more than one of the body; a tag was given by a person. */
const headlineWeight = 3;
const tagWeight = 5;
const longestTerm = 60;

/** Pieces of letters and digits; a mark belongs to its letter, an apostrophe inside a word to the word. */
const pieces = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;
const unspacedRuns = new RegExp(`${unspacedScript.source}[\\p{M}]*(?:${unspacedScript.source}[\\p{M}]*)*`, 'gu');

/** The terms of a text in order, folded, without stop words; pairs of letters where a script has no spaces. */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  const folded = fold(text);
  const isSpaced = !unspacedScript.test(folded);
  for (const piece of folded.match(pieces) ?? []) {
    if (!isSpaced && unspacedScript.test(piece)) addUnspaced(piece, terms);
    else addWord(piece, terms);
  }
  return terms;
}

function addWord(piece: string, terms: string[]): void {
  if (stopWords.has(piece)) return;
  const word = singular(piece.includes("'") ? piece.replace(/'s?$/u, '') : piece);
  if (word.length > 1 && word.length <= longestTerm && (word === piece || !stopWords.has(word))) terms.push(word);
}

/** "cities" → "citi", "city" → "citi": close enough to meet, too cautious to join words that differ. */
export function singular(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}i`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('y') && !/[aeiou]y$/u.test(word)) return `${word.slice(0, -1)}i`;
  if (word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) return word.slice(0, -1);
  return word;
}

function addUnspaced(piece: string, terms: string[]): void {
  for (const [run] of piece.matchAll(unspacedRuns)) {
    const letters = Array.from(run);
    if (letters.length === 1) terms.push(run);
    for (let at = 0; at + 1 < letters.length; at += 1) terms.push(`${letters[at] ?? ''}${letters[at + 1] ?? ''}`);
  }
  for (const word of piece.replace(unspacedRuns, ' ').split(' ')) if (word !== '') addWord(word, terms);
}

export function tagTerm(name: string): string {
  return tagPrefix + foldName(name);
}

/** Whether a term is a tag's, and no word. */
export const isTagTerm = (term: string): boolean => term.startsWith(tagPrefix);

/**
 * The terms of a story with their weighted counts: headline × 3, first paragraph × 2 (news says the most important
 * thing first), dek and the rest × 1, each tag one term of 5.
 */
export function relatedTerms(story: RelatedText): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, count: number): void => {
    counts.set(term, (counts.get(term) ?? 0) + count);
  };
  for (const term of termsOf(story.headline)) add(term, headlineWeight);
  for (const term of termsOf(story.dek)) add(term, 1);
  const end = story.body.indexOf('\n\n');
  const first = end < 0 ? story.body.length : end;
  for (const term of termsOf(story.body.slice(0, first))) add(term, 2);
  for (const term of termsOf(story.body.slice(first))) add(term, 1);
  for (const tag of story.tags) counts.set(tagTerm(tag), tagWeight);
  return counts;
}
