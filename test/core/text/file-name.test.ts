import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxStemBytes, safeStem, slug, uniqueStem } from '../../../src/core/text/file-name.js';
import titles from '../../cases/text/export-titles.json' with { type: 'json' };

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
const windowsName =
  /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^<>:"/\\|?*\p{Cc}\p{Cf}]*[^<>:"/\\|?*\p{Cc}\p{Cf}. ]$/iu;

describe('a file name from a headline', () => {
  test.each([
    ['Budget: what’s next? <Live>', 'budget-whats-next-live'],
    ['Größe zählt', 'grosse-zahlt'],
    ['café news', 'cafe-news'],
    ['İstanbul ferry', 'istanbul-ferry'],
    ['Diyarbakır', 'diyarbakir'],
    ['😀 Win', 'win'],
    ['Mayor\u202etxt.exe', 'mayor-txt-exe'],
    ['Новый район', 'новый-район'],
    ['Ἀθῆναι', 'αθηναι'],
    ['气候 变化', '气候-变化'],
  ])('makes of %s the stem %s', (title, stem) => {
    expect(slug(title)).toBe(stem);
  });

  test.each(['CON', 'aux', 'com1', 'LPT9', 'nul'])('does not give Windows the device name %s', (title) => {
    expect(safeStem(title, 'x')).toBe(`${title.toLowerCase()}-`);
  });

  test.each(titles)('keeps the rule "$rule" for "$title"', ({ title }) => {
    const stem = safeStem(title, '0192ab');
    expect(stem).toMatch(windowsName);
    expect(bytes(`${stem}.html`)).toBeLessThanOrEqual(255);
    expect(stem).toBe(stem.normalize('NFC'));
    expect(stem.isWellFormed()).toBe(true);
  });

  test('falls back where nothing is left, to the last resort too', () => {
    expect(safeStem('   ', '0192ab')).toBe('0192ab');
    expect(safeStem('?!', '…')).toBe('story');
  });

  test('is a valid name of limited length for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const stem = safeStem(title, 'id');
        expect(stem).toMatch(windowsName);
        expect(bytes(stem)).toBeLessThanOrEqual(maxStemBytes + 1);
        expect(slug(slug(title))).toBe(slug(title));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a name that is taken gets the next number, whatever its case', () => {
  const taken = new Set<string>();
  expect(['live-blog', 'Live-Blog', 'live-blog'].map((stem) => uniqueStem(stem, taken))).toEqual([
    'live-blog',
    'Live-Blog-2',
    'live-blog-3',
  ]);
});
