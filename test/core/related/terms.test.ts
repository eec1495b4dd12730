import { describe, expect, test } from 'vitest';
import { relatedTerms, singular, tagTerm, termsOf } from '../../../src/core/related/terms.js';

describe('the terms of a text', () => {
  test('are folded words without stop words, accents and possessives', () => {
    expect(termsOf('The Élysée’s ministers said they don’t resign')).toEqual(['elysee', 'minister', 'resign']);
  });

  test('are none of a sentence of stop words, whatever their endings look like', () => {
    expect(termsOf('This does always say as much as his.')).toEqual([]);
  });

  test('meet in singular and plural', () => {
    for (const [one, many] of [
      ['city', 'cities'],
      ['port', 'ports'],
      ['pass', 'passes'],
      ['missile', 'missiles'],
    ] as const)
      expect(singular(one)).toBe(singular(many));
  });

  test('leaves words alone that only look like a plural', () => {
    for (const word of ['crisis', 'virus', 'press', 'gas', 'bus', 'größes']) expect(singular(word)).toBe(word);
  });

  test('are pairs of letters where a script has no spaces', () => {
    expect(termsOf('气候变化')).toEqual(['气候', '候变', '变化']);
    expect(termsOf('COP30气候')).toEqual(['气候', 'cop30']);
    expect(termsOf('ไทย').length).toBeGreaterThan(0);
  });

  test('hold nothing of a text without words, and no term of monstrous length', () => {
    expect(termsOf(' – “…” 🙂 ')).toEqual([]);
    expect(termsOf('x'.repeat(5_000))).toEqual([]);
  });
});

describe('the terms of a story', () => {
  const terms = relatedTerms({
    headline: 'Harbour dredging',
    dek: 'Mud moves',
    body: 'Dredging begins.\n\nMud is pumped.',
    tags: ['Energy', 'energy ', 'City Hall'],
  });

  test('count the headline three times and the first paragraph twice', () => {
    expect(terms.get('harbour')).toBe(3);
    expect(terms.get('dredging')).toBe(3 + 2);
    expect(terms.get('mud')).toBe(1 + 1);
    expect(terms.get('pumped')).toBe(1);
  });

  test('count each tag as one term of five, apart from the same word in the text', () => {
    expect(terms.get(tagTerm('ENERGY'))).toBe(5);
    expect(terms.get('tag:city hall')).toBe(5);
    expect(terms.has('energy')).toBe(false);
  });
});
