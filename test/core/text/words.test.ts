import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, firstWords, readingMinutes } from '../../../src/core/text/words.js';

describe('counting words', () => {
  test('counts what stands between spaces and has a letter or a digit', () => {
    expect(countWords('Kyiv – and Moscow — met on 3 February, “again”.')).toBe(8);
    expect(countWords('mother-in-law don’t')).toBe(2);
    expect(countWords('')).toBe(0);
    expect(countWords(' … – ')).toBe(0);
  });

  test('asks the segmenter where a script has no spaces', () => {
    expect(countWords('欧洲领导人警告气候变化')).toBeGreaterThan(3);
    expect(countWords('นายกรัฐมนตรีเดินทางไปต่างประเทศ')).toBeGreaterThan(2);
  });

  test('one Chinese name does not change how the English around it is counted', () => {
    expect(countWords('A well-known co-op shop 商店 opened')).toBe(countWords('A well-known co-op shop opened') + 1);
  });
});

describe('the first words', () => {
  test('keeps the words as they are written, up to the last letter or sign of the last one', () => {
    expect(firstWords('Talks resumed, officials said, in Abu Dhabi', 2)).toBe('Talks resumed,');
    expect(firstWords('  Talks – at last – resumed', 2)).toBe('Talks – at');
  });

  test('gives the whole where it is shorter, and nothing for no words', () => {
    expect(firstWords(' Talks resumed ', 9)).toBe('Talks resumed');
    expect(firstWords('Talks resumed', 0)).toBe('');
  });

  test('is a beginning of the text with at most the words asked for, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 12 }), (value, limit) => {
        const cut = firstWords(value, limit);
        expect(value.trim().startsWith(cut)).toBe(true);
        expect(countWords(cut)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('has exactly as many words as asked for where the text has them', () => {
    const words = fc.array(fc.constantFrom('talks', 'in', 'Genève', '–', 'U.S.', '«paix»', 'مرحبا', '2026,'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 12 }), (list, limit) => {
        const value = list.join(' ');
        expect(countWords(firstWords(value, limit))).toBe(Math.min(limit, countWords(value)));
      }),
    );
  });

  test('cuts no character in two: joined emoji, flags and both forms of é stay whole', () => {
    for (let limit = 1; limit < 5; limit += 1)
      expect(firstWords('👩‍👩‍👧‍👦 family at the 🇺🇦 embassy e\u0301clair', limit).isWellFormed()).toBe(true);
  });
});

test('reading takes a minute at least, and nothing for an empty story', () => {
  expect(readingMinutes('')).toBe(0);
  expect(readingMinutes('One word.')).toBe(1);
  expect(readingMinutes('word '.repeat(239))).toBe(2);
  expect(readingMinutes('气'.repeat(1_001))).toBe(3);
  expect(readingMinutes(`${'word '.repeat(238)}商`)).toBe(2);
});
