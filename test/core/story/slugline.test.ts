import { describe, expect, test } from 'vitest';
import { suggestSluglines } from '../../../src/core/story/slugline.js';

const wish = {
  headline: 'The ferry returns to Merou’s old harbour',
  pattern: '{section}-{words}-{date}',
  section: 'Harbour & coast',
  date: '2026-02-03',
  sameDay: [],
};

describe('suggested sluglines', () => {
  test('fill the pattern with the telling words of the headline', () => {
    expect(suggestSluglines(wish).map(({ slugline }) => slugline)).toEqual([
      'harbour-coast-ferry-returns-0203',
      'harbour-coast-ferry-returns-merou-0203',
      'harbour-coast-ferry-0203',
    ]);
  });

  test('name first those of the same day that speak of the same', () => {
    const sameDay = [
      { slugline: 'ferry', used: 1 },
      { slugline: 'council-budget', used: 9 },
      { slugline: 'FERRY-returns', used: 3 },
    ];
    const offers = suggestSluglines({ ...wish, pattern: '{words}', sameDay });
    expect(offers.map(({ slugline, used }) => `${slugline} ${String(used)}`)).toEqual([
      'FERRY-returns 3',
      'ferry 1',
      'ferry-returns-merou 0',
    ]);
  });

  test('are none for a story without a headline', () => {
    expect(suggestSluglines({ ...wish, headline: 'The' })).toEqual([]);
  });
});
