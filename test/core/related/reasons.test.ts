import { describe, expect, test } from 'vitest';
import { idf } from '../../../src/core/related/ranking.js';
import { namesIn } from '../../../src/core/related/names.js';
import { reasons, reasonsFor, type ReasonFacts } from '../../../src/core/related/reasons.js';
import { relatedTerms } from '../../../src/core/related/terms.js';

const facts = (fields: Partial<ReasonFacts> & { text: string }): ReasonFacts => ({
  slugline: '',
  tags: [],
  subjects: [],
  at: null,
  terms: relatedTerms({ headline: '', dek: '', body: fields.text, tags: fields.tags ?? [] }),
  ...fields,
});
const rarity = (term: string): number => idf(term === 'europe' ? 900 : 5, 1_000);

describe('the reasons of a suggestion', () => {
  test('are said in plain words, the strongest first, at most three', () => {
    const query = facts({
      slugline: 'Peace talks',
      tags: ['Energy'],
      subjects: ['medtop:20000639'],
      text: 'Delegations of Kyiv and Moscow met.',
      at: '2026-02-03T00:00:00Z',
    });
    const candidate = facts({ ...query, slugline: 'peace  talks', tags: ['energy'], at: '2026-01-13T00:00:00Z' });
    expect(reasons(query, candidate, rarity)).toEqual(['same slugline', 'tag “Energy”', 'names Kyiv and Moscow']);
  });

  test('name the date of news, and not that of an old story', () => {
    const query = facts({ text: 'mud and silt', at: '2026-02-03T00:00:00Z' });
    const at = (date: string): readonly string[] => reasons(query, facts({ text: 'mud and silt', at: date }), rarity);
    expect(at('2026-01-13T00:00:00Z')).toEqual(['2 shared terms', '3 weeks apart']);
    expect(at('2026-02-03T05:00:00Z')).toEqual(['2 shared terms', 'same day']);
    expect(at('2026-02-02T00:00:00Z')).toEqual(['2 shared terms', '1 day apart']);
    expect(at('2024-02-02T00:00:00Z')).toEqual(['2 shared terms']);
  });

  test('leave out names that nearly every story has, and one that a tag has said already', () => {
    const query = facts({ text: 'Leaders of Europe flew to Kyiv.', tags: ['Kyiv'] });
    expect(reasonsFor(query, query, rarity).map((reason) => reason.kind)).toEqual(['tags', 'terms']);
  });

  test('say that subjects are shared, and how many terms', () => {
    const query = facts({ text: 'mud', subjects: ['medtop:1', 'medtop:2'] });
    expect(reasons(query, query, rarity)).toEqual(['same subjects', '1 shared term']);
  });

  test('are never none where one term is shared, and none where nothing is', () => {
    expect(reasons(facts({ text: 'mud' }), facts({ text: 'mud' }), rarity)).toEqual(['1 shared term']);
    expect(reasons(facts({ text: 'mud' }), facts({ text: 'opera' }), rarity)).toEqual([]);
  });

  test('do not take two empty sluglines for the same', () => {
    expect(reasons(facts({ text: 'a b', slugline: ' ' }), facts({ text: 'c d', slugline: '' }), rarity)).toEqual([]);
  });
});

describe('names in a text', () => {
  test('are runs of capitalised words inside a sentence', () => {
    expect([...namesIn('Talks began in Abu Dhabi, and Kyiv’s delegation left. Nobody spoke.').values()]).toEqual([
      'Abu Dhabi',
      'Kyiv',
    ]);
  });

  test('do not count a lone word that only starts a sentence or a quotation', () => {
    expect([...namesIn('Nobody came. “Never,” he said. Justice Department officials left.').values()]).toEqual([
      'Justice Department',
    ]);
  });
});
