import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  idf,
  likeness,
  recency,
  relatedScore,
  topTerms,
  weigh,
} from '../../../src/core/related/ranking.js';
import { relatedTerms } from '../../../src/core/related/terms.js';

const library = [
  { headline: 'Talks on prisoners resume in Abu Dhabi', body: 'Kyiv and Moscow sent delegations.', tags: ['Ukraine'] },
  { headline: 'Prisoners exchanged after Abu Dhabi talks', body: 'Kyiv confirmed the exchange.', tags: ['Ukraine'] },
  { headline: 'Ferry returns to the old harbour', body: 'The crossing takes nine minutes.', tags: ['Harbour'] },
  { headline: 'Rowers win on the old harbour', body: 'The regatta ended in rain.', tags: ['Harbour'] },
].map((story) => relatedTerms({ dek: '', ...story }));
const documents = (term: string): number => library.filter((terms) => terms.has(term)).length;
const rarity = (term: string): number => idf(documents(term), library.length);
const vectors = library.map((terms) => weigh(terms, rarity));
const [talks, exchange, ferry, rowers] = vectors as [
  (typeof vectors)[0],
  (typeof vectors)[0],
  (typeof vectors)[0],
  (typeof vectors)[0],
];

describe('likeness', () => {
  test('is greatest between stories about the same thing', () => {
    expect(likeness(talks, exchange)).toBeGreaterThan(likeness(talks, ferry));
    expect(likeness(ferry, rowers)).toBeGreaterThan(likeness(ferry, exchange));
  });

  test('is 1 with itself, the same both ways, and 0 with an empty story', () => {
    expect(likeness(talks, talks)).toBeCloseTo(1, 10);
    expect(likeness(talks, exchange)).toBe(likeness(exchange, talks));
    expect(likeness(talks, weigh(new Map(), rarity))).toBe(0);
  });

  test('stays between 0 and 1 for any two stories', () => {
    const terms = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(terms, terms, (left, right) => {
        const flat = (): number => 1.5;
        const value = likeness(weigh(new Map(Object.entries(left)), flat), weigh(new Map(Object.entries(right)), flat));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('a term', () => {
  test('that stands four times weighs twice as much as one that stands once', () => {
    const { weights } = weigh(
      new Map([
        ['often', 4],
        ['once', 1],
      ]),
      () => 1,
    );
    expect(weights.get('often')).toBe(2 * (weights.get('once') ?? 0));
  });

  test('weighs more the rarer it is, and nothing where every story has it', () => {
    expect(idf(1, 1_000)).toBeGreaterThan(idf(500, 1_000));
    expect(idf(0, 1_000)).toBeGreaterThan(idf(1, 1_000));
    expect(weigh(new Map([['the', 9]]), () => -0.1).weights.size).toBe(0);
  });
});

describe('the date', () => {
  test('helps a near story and hides none', () => {
    expect(recency(0)).toBe(1);
    expect(recency(-30)).toBe(recency(30));
    expect(recency(36_500)).toBeCloseTo(0.6, 5);
    expect(relatedScore(talks, exchange, 1)).toBeGreaterThan(relatedScore(talks, exchange, 400));
    expect(relatedScore(talks, exchange, 36_500)).toBeGreaterThan(relatedScore(talks, ferry, 0));
  });

  test('that is unknown counts as the same day', () => {
    expect(daysBetween(null, '2026-02-03T00:00:00Z')).toBe(0);
    expect(daysBetween('2026-02-01T00:00:00Z', '2026-02-03T12:00:00Z')).toBe(2.5);
  });
});

test('the terms that an index is asked for are the heaviest, in the same order each time', () => {
  const top = topTerms(talks, 3);
  expect(top).toHaveLength(3);
  expect(top).toEqual(topTerms(talks, 3));
  const weights = topTerms(talks, 99).map((term) => talks.weights.get(term) ?? 0);
  expect(weights).toEqual([...weights].sort((left, right) => right - left));
  expect(topTerms(weigh(new Map(), rarity), 40)).toEqual([]);
});
