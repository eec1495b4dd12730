import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, spelledWords, wordsOfNames } from '../../../src/core/spelling/spelled-words.js';
import { spellingLanguageOf } from '../../../src/core/spelling/spelling-languages.js';

const asked = (text: string): readonly string[] => spelledWords(text).map(({ word }) => word);

describe('the words that a dictionary is asked about', () => {
  test.each([
    ['The harbour’s gulls didn’t mind.', ['The', "harbour's", 'gulls', "didn't", 'mind']],
    ['See https://example.org/teh or www.example.org, write to anna@example.org', ['See', 'or', 'write', 'to']],
    [
      'TK words, tk: NATO and NATO’s, MPs, a 12th of 4,000 km2',
      ['words', 'and', 'of', 'km2'].filter((word) => word !== 'km2'),
    ],
    ['iPhone, YouTube and McDonald', ['and']],
    ['@harbourpost wrote #ferry in report.pdf and /usr/local/teh', ['wrote', 'in', 'and']],
    ['Слово and שלום', ['and']],
    ['A well-known quay', ['well', 'known', 'quay']],
  ])('are those of %s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test('stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { word, from, to } of spelledWords(text))
          expect(text.slice(from, to).replaceAll('’', "'")).toBe(word);
      }),
    );
  });

  test('are known by the names of the library, with or without a possessive', () => {
    const known = wordsOfNames(['Zoë Okonkwo-Brandt', 'Old harbour']);
    expect(['Okonkwo', 'Brandt’s', 'Zoë', 'HARBOUR'].every((word) => known.has(foldWord(word)))).toBe(true);
    expect(known.has(foldWord('ferry'))).toBe(false);
  });
});

test.each([
  ['en', 'en-GB'],
  ['en-US', 'en-US'],
  ['en-Latn-US', 'en-US'],
  ['en-AU', 'en-GB'],
  ['de-DE', null],
  ['ar', null],
])('a story in %s is checked with %s', (language, dictionary) => {
  expect(spellingLanguageOf(language)).toBe(dictionary);
});
