import { describe, expect, test } from 'vitest';
import { isLanguageTag } from '../../../src/core/check/filing-rules.js';
import { unbalancedQuote } from '../../../src/core/check/quotes.js';
import { countTks } from '../../../src/core/check/tk.js';
import { weekdayFaults } from '../../../src/core/check/weekdays.js';

describe('TK marks', () => {
  test.each<[string, number]>([
    ['The ship, TK metres long, left at TK.', 2],
    ['TKTK', 1],
    ['TK TK', 1],
    ['[TK]', 1],
    ['[tk: name of the captain]', 1],
    ['(TK)', 1],
    ['Quote TK—then more', 1],
  ])('in “%s” are counted', (text, count) => {
    expect(countTks(text)).toBe(count);
  });

  test.each(['The ATK and TKO', 'example.tk and tk', 'file_TK.doc', 'https://example.org/TK/', 'tk', 'STK'])(
    'are not seen in “%s”',
    (text) => {
      expect(countTks(text)).toBe(0);
    },
  );
});

describe('quotation marks', () => {
  test.each<[string, string, string]>([
    ['“One,” she said, “and two.”', '', 'en-GB'],
    ['“It runs on.', '“And ends here.”', 'en-GB'],
    ['Er sagte: „Ja“, und ging.', '', 'de'],
    ['Powiedział: „Tak”.', '', 'pl'],
    ['Elle dit : « oui ».', '', 'fr'],
    ['»Ja«, sagte er.', '', 'de'],
    ['Hon sade: ”ja”.', '', 'sv'],
    ['A 12" gun and "one" more', '', 'en'],
    ['It’s the dogs’ day', '', 'en'],
  ])('are in order in “%s”', (text, next, language) => {
    expect(unbalancedQuote(text, next, language)).toBeUndefined();
  });

  test.each<[string, string, string, string]>([
    ['“One, she said.', 'Next.', 'en-GB', '“'],
    ['One,” she said.', '', 'en-GB', '”'],
    ['Er sagte: „Ja.', '', 'de', '„'],
    ['Er sagte: „Ja”.', '', 'de', '„'],
    ['« oui', '', 'fr', '«'],
    ['Hon sade: ”ja.', '', 'sv', '”'],
    ['"one" and "two', '', 'en', '"'],
  ])('lack a partner in “%s”', (text, next, language, mark) => {
    expect(unbalancedQuote(text, next, language)).toBe(mark);
  });
});

describe('weekdays and dates', () => {
  const near = new Date('2026-02-03T10:00:00Z');

  test.each([
    'Tuesday, 3 February 2026',
    'Tuesday, February 3, 2026',
    'Tues., Feb. 3',
    'Tuesday the 3rd of February',
    'am Dienstag, den 3. Februar 2026',
    'le mardi 3 février 2026',
    'el martes 3 de febrero de 2026',
    'on Thursday 1 January',
    'He sat 12 hours in March',
    'Sunday Times, 4 pages',
  ])('agree in “%s”', (text) => {
    expect(weekdayFaults(text, near)).toEqual([]);
  });

  test.each<[string, string | null]>([
    ['Tuesday, 4 February 2026', 'Wednesday'],
    ['on Monday, Feb. 3, and later', 'Tuesday'],
    ['Dienstag, 4. Februar 2026', 'Wednesday'],
    ['Mittwoch, 3. März', 'Tuesday'],
    ['Sunday, February 29, 2026', null],
    ['Monday 31 April', null],
  ])('disagree in “%s”', (text, right) => {
    expect(weekdayFaults(text, near).map((fault) => fault.right)).toEqual([right]);
  });
});

test('a language tag is what the platform takes for one', () => {
  for (const tag of ['en', 'en-GB', 'zh-Hans', 'pt-BR', 'ar']) expect(isLanguageTag(tag)).toBe(true);
  for (const tag of ['', 'english!', 'e', 'en_GB']) expect(isLanguageTag(tag)).toBe(false);
});
