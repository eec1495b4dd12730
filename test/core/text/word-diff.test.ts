import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from '../../../src/core/text/word-diff.js';

const text = (parts: ReturnType<typeof wordDiff>, without: string): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join('');

describe('the difference of two texts', () => {
  test('is said by words', () => {
    expect(wordDiff('The talks began on Monday.', 'The talks began on Tuesday.')).toEqual([
      { kind: 'same', text: 'The talks began on ' },
      { kind: 'removed', text: 'Monday' },
      { kind: 'added', text: 'Tuesday' },
      { kind: 'same', text: '.' },
    ]);
  });

  test('is empty of changes for the same text', () => {
    expect(wordDiff('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  test('gives both texts back', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n\n')).map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = wordDiff(before, after);
        expect(text(parts, 'removed')).toBe(after);
        expect(text(parts, 'added')).toBe(before);
      }),
    );
  });

  test('of two very long and different texts is said as a whole, quickly', () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, at) => `${word}${String(at)}`).join(' ');
    const started = performance.now();
    const parts = wordDiff(`start ${long('a')} end`, `start ${long('b')} end`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
