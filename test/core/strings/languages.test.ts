import { describe, expect, test } from 'vitest';
import { ar } from '../../../src/core/strings/ar.js';
import { de } from '../../../src/core/strings/de.js';
import { en } from '../../../src/core/strings/en.js';
import { directionOf, loadStrings, localeFor } from '../../../src/core/strings/languages.js';
import type { Message } from '../../../src/core/strings/message.js';
import { createStrings, type PartialCatalogue, type StringKey } from '../../../src/core/strings/strings.js';

const keys = Object.keys(en) as StringKey[];
const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['other', message]] : Object.entries(message);
const marksOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map(([mark]) => mark);
const allMarks = (message: Message): string[] =>
  [...new Set(formsOf(message).flatMap(([, text]) => marksOf(text)))].sort();

/** Names, formats and words that are the same in every language of the newsroom. */
const untranslated =
  /^(?:Copydesk|HTML|ninjs|Markdown|JSON|Lines|TK|TKs|URL|Alt|Tab|Shift|Ctrl|A|X|WhatsApp|Bluesky|Facebook|LinkedIn|Telegram|GB|en|de|ar|https?|mailto|MB|px|s|ABC|abc|Abc|fr|AT|zh|Hant|JPEG|PNG|GIF|WebP|AVIF|Office|docx?|rtf|verify|themes|Word|OpenDocument|RTF|WordPress|Ghost|NITF|NewsML|G|zip|PDF|CQ)$/u;
/** German words that are spelled as the English ones. */
const sameInGerman = /^(?:Code|Desk|Name|Format|Link|Version|Status|in|Tablet|Text|Domain|Revision)$/u;

const wordsOf = (text: string): string[] => text.replace(/\{\w+\}/gu, ' ').match(/[A-Za-z]+/gu) ?? [];

describe.each([
  ['de', de],
  ['ar', ar],
] as const)('the catalogue %s', (language, catalogue: PartialCatalogue) => {
  const translated = keys.flatMap((key) => {
    const message = catalogue[key];
    return message === undefined ? [] : [{ key, message }];
  });

  test('has every text of the English one and no other', () => {
    expect(keys.filter((key) => catalogue[key] === undefined)).toEqual([]);
    expect(Object.keys(catalogue).filter((key) => !(key in en))).toEqual([]);
  });

  test('fills the same marks as the English text', () => {
    const wrong = translated.filter(({ key, message }) => allMarks(message).join() !== allMarks(en[key]).join());
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('keeps every mark in each plural form; only a number may be said in words', () => {
    const wrong = translated.filter(({ key, message }) =>
      formsOf(message).some(([form, text]) => {
        const wanted = allMarks(en[key]).filter((mark) => mark !== '{n}' || !['zero', 'one', 'two'].includes(form));
        return wanted.some((mark) => !marksOf(text).includes(mark));
      }),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('has all plural forms of the language wherever English counts', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted().join();
    const wrong = translated.filter(({ key, message }) =>
      typeof en[key] === 'string'
        ? typeof message !== 'string'
        : formsOf(message)
            .map(([form]) => form)
            .toSorted()
            .join() !== forms,
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('has no empty text', () => {
    const empty = translated.filter(({ message }) => formsOf(message).some(([, text]) => text.trim() === ''));
    expect(empty.map(({ key }) => key)).toEqual([]);
  });

  test('has no English left in it', () => {
    const left = translated.filter(({ key, message }) =>
      formsOf(message).some(([form, text]) => {
        const own = wordsOf(text).filter((word) => !untranslated.test(word));
        if (language === 'ar') return own.length > 0;
        const english = formsOf(en[key]).find(([name]) => name === form)?.[1];
        return text === english && own.some((word) => !sameInGerman.test(word));
      }),
    );
    expect(left.map(({ key }) => key)).toEqual([]);
  });
});

describe('a language of the window', () => {
  test('is found by its locale, with its own plurals and numbers', async () => {
    const german = await loadStrings('de-AT');
    expect(german('command.approve')).toBe('Freigeben');
    expect(german.locale).toBe('de-AT');
    const arabic = await loadStrings('ar-AE');
    expect([0, 1, 2, 3, 11].map((n) => arabic('list.count', { n }))).toEqual([
      'لا مواد',
      'مادة واحدة',
      'مادتان',
      '3 مواد',
      '11 مادة',
    ]);
  });

  test('says in English, by English plurals, what it does not have yet', () => {
    const strings = createStrings('ar', { 'command.submit': 'تسليم' });
    expect(strings('command.submit')).toBe('تسليم');
    expect(strings('list.count', { n: 2 })).toBe('2 stories');
  });

  test('is English where there is no catalogue', async () => {
    const strings = await loadStrings('eo');
    expect(strings('command.submit')).toBe('Submit');
    expect(strings.locale).toBe('en');
  });

  test('keeps the region of the system where the chosen language is the system’s', () => {
    expect(localeFor('system', 'fr-FR')).toBe('fr-FR');
    expect(localeFor('de', 'de-AT')).toBe('de-AT');
    expect(localeFor('de', 'en-US')).toBe('de');
    expect(localeFor('en', 'de-DE')).toBe('en-GB');
  });

  test('runs the way that its script runs', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('de')).toBe('ltr');
  });
});
