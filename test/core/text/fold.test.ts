import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldName } from '../../../src/core/text/fold.js';

describe('folding names and words', () => {
  test.each([
    ['Élysée', 'elysee'],
    ['STRASSE', 'Straße'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['cafe\u0301', 'caf\u00e9'],
    ['ﬁle №', 'file no'],
    ['don’t', "don't"],
    ['don´t', "don't"],
  ])('reads %s as %s', (left, right) => {
    expect(fold(left)).toBe(fold(right));
  });

  test('reads Arabic and Persian alike with and without vowel signs', () => {
    expect(fold('مُحَمَّد')).toBe(fold('محمد'));
    expect(fold('كتاب')).toBe(fold('کتاب'));
    expect(fold('إيران')).toBe(fold('ایران'));
  });

  test('keeps Japanese voicing marks and Thai vowels, which are letters', () => {
    expect(fold('ガ')).not.toBe(fold('カ'));
    expect(fold('ที่')).toBe('ที่');
  });

  test('does not join Hebrew words at a maqaf', () => {
    expect(fold('בית־ספר')).toContain('\u05be');
    expect(fold('שָׁלוֹם')).toBe('שלום');
  });

  test('gives the same when folded twice, whatever the text, and in NFC and NFD', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(fold(fold(value))).toBe(fold(value));
        expect(fold(value.normalize('NFD'))).toBe(fold(value.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('two names of a tag differ neither by case nor by white space', () => {
  expect(foldName('  City\u00a0 Hall ')).toBe(foldName('city hall'));
});
