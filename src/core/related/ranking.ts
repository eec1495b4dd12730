import type { TermCounts } from './terms.js';

/** How rare a term is in the library, as a weight; a function, so that it may look the term up in an index. */
export type Idf = (term: string) => number;

/** Days in which the pull of a story's date falls to 1/e of itself; the rest is there however old it is. */
const recencyDays = 30;
const ageless = 0.6;

/** `documents` = stories that have the term, `total` = stories of the library. Never negative, never infinite. */
export function idf(documents: number, total: number): number {
  return Math.log((total + 1) / (Math.max(documents, 0) + 0.5));
}

/** Near dates help, far ones don't hide: 1 on the same day, 0.6 for ever. */
export function recency(days: number): number {
  return ageless + (1 - ageless) * Math.exp(-Math.abs(days) / recencyDays);
}

/** Whole and part days between two instants; 0 where one of them is not known. */
export function daysBetween(one: string | null, other: string | null): number {
  const days = (Date.parse(one ?? '') - Date.parse(other ?? '')) / 86_400_000;
  return Number.isFinite(days) ? Math.abs(days) : 0;
}

/** A story's terms with their weights and the length of the vector, made once for each story that is asked about. */
export interface WeightedTerms {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/**
 * A term that stands four times counts twice as much as one that stands once: measured better than the plain count
 * and than its logarithm, on short items and on long stories alike (docs/decisions/0006-related-ranking.md).
 */
export function weigh(counts: TermCounts, rarity: Idf): WeightedTerms {
  const weights = new Map<string, number>();
  let squares = 0;
  for (const [term, count] of counts) {
    const weight = Math.sqrt(count) * rarity(term);
    if (weight <= 0) continue;
    weights.set(term, weight);
    squares += weight * weight;
  }
  return { weights, length: Math.sqrt(squares) };
}

/** 0 to 1: how far two stories are about the same thing. */
export function likeness(one: WeightedTerms, other: WeightedTerms): number {
  const [short, long] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of short.weights) product += weight * (long.weights.get(term) ?? 0);
  return product === 0 ? 0 : product / (one.length * other.length);
}

/** The one formula of the suggestions; only its order counts: a long story against short ones has low figures. */
export function relatedScore(query: WeightedTerms, candidate: WeightedTerms, days: number): number {
  return likeness(query, candidate) * recency(days);
}

/** A story that many are compared with: its terms, each with its weight times its rarity, and the vector's length. */
export interface Asked {
  readonly pulls: readonly (readonly [term: string, pull: number])[];
  readonly length: number;
}

export function asked(query: WeightedTerms, rarity: Idf): Asked {
  return {
    pulls: [...query.weights].map(([term, weight]) => [term, weight * rarity(term)] as const),
    length: query.length,
  };
}

/**
 * `relatedScore` for a candidate of which only the counts are at hand, and the length that `weigh` gave them: no vector
 * is made for each of hundreds.
 */
export function relatedScoreOfCounts(query: Asked, counts: TermCounts, length: number, days: number): number {
  let product = 0;
  for (const [term, pull] of query.pulls) {
    const count = counts.get(term);
    if (count !== undefined) product += Math.sqrt(count) * pull;
  }
  return product === 0 ? 0 : (product / (query.length * length)) * recency(days);
}

/** The `limit` heaviest terms, heaviest first: what an index is asked for, before the exact ranking. */
export function topTerms(query: WeightedTerms, limit: number): readonly string[] {
  return [...query.weights]
    .sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))
    .slice(0, limit)
    .map(([term]) => term);
}
