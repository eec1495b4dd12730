import { describe, expect, test } from 'vitest';
import { filledReplacement, findPattern, maySlowDown, type FindQuery } from '../../../src/core/text/find-pattern.js';

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWord: false,
  isRegex: false,
  ...more,
});
const found = (asked: FindQuery, text: string): readonly string[] => {
  const pattern = findPattern(asked);
  if (pattern === null || 'fault' in pattern) throw new TypeError('no pattern');
  return [...text.matchAll(pattern.pattern)].map(([match]) => match);
};

describe('what a person looks for', () => {
  test('is found in either case, as it stands and in whole words if asked', () => {
    expect(found(query('port'), 'Port, airport')).toEqual(['Port', 'port']);
    expect(found(query('port', { matchCase: true }), 'Port, airport')).toEqual(['port']);
    expect(found(query('port', { wholeWord: true }), 'Port, airport, Sport')).toEqual(['Port']);
    expect(found(query('a.b (c)'), 'a.b (c) axb c')).toEqual(['a.b (c)']);
  });

  test('is found with any shape of quotation mark, apostrophe and space', () => {
    expect(found(query('"it\'s so"'), '“it’s\u00a0so” "it\'s so"')).toHaveLength(2);
  });

  test('may be an expression, with words of other scripts bounded too', () => {
    expect(found(query('\\d+ (?:ships|boats)', { isRegex: true }), '12 ships, 3 boats')).toEqual([
      '12 ships',
      '3 boats',
    ]);
    expect(found(query('مرو', { wholeWord: true }), 'ميناء مرو، مروان')).toEqual(['مرو']);
  });

  test('is refused where it is no expression or could take for ever', () => {
    expect(findPattern(query('(', { isRegex: true }))).toEqual({ fault: 'invalid' });
    for (const slow of ['(a+)+$', '(a|aa)*', '([a-z]+)*x', '(.*){10,}', '(a)\\1', '.*.*.*.*x'])
      expect(findPattern(query(slow, { isRegex: true })), slow).toEqual({ fault: 'tooSlow' });
    for (const plain of ['(?:a|b)c', '\\d+', '[+*]+', '(a+)b', '\\(a+\\)+', 'a{2,3}'])
      expect(maySlowDown(plain), plain).toBe(false);
  });
});

test('a replacement takes groups of an expression, and is plain text without one', () => {
  const match = /(?<day>\d+) (\w+)/u.exec('12 May') as RegExpMatchArray;
  expect(filledReplacement('$2 $<day> $& $$ $9', match, true)).toBe('May 12 12 May $ $9');
  expect(filledReplacement('$2', match, false)).toBe('$2');
});
