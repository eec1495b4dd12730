import { describe, expect, test } from 'vitest';
import { commandList } from '../../../src/core/commands/command-list.js';
import { adviceFor } from '../../../src/core/errors.js';
import { errorText } from '../../../src/core/strings/error-text.js';
import { findingText } from '../../../src/core/strings/finding-text.js';
import { loadStrings } from '../../../src/core/strings/languages.js';
import { templateName } from '../../../src/core/strings/template-name.js';
import { createStrings } from '../../../src/core/strings/strings.js';
import { en } from '../../../src/core/strings/en.js';

describe('the strings of the window', () => {
  const strings = createStrings('en-GB');

  test('fill their marks and write numbers as the language does', () => {
    expect(strings('status.wordsOf', { n: 1612, planned: 1700 })).toBe('1,612 of 1,700 words');
  });

  test('choose the plural form of the language', () => {
    expect([0, 1, 2].map((n) => strings('list.count', { n }))).toEqual(['0 stories', '1 story', '2 stories']);
  });

  test('leave a mark that nobody filled to be seen', () => {
    expect(strings('save.failed')).toContain('{detail}');
  });

  test('speak English where a language has no catalogue', () => {
    expect(createStrings('eo')('command.submit')).toBe('Submit');
  });

  test('never say nothing', () => {
    const texts = Object.values(en).flatMap((message) =>
      typeof message === 'string' ? [message] : Object.values(message),
    );
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

describe('the list of commands', () => {
  test('has no id and no shortcut twice', () => {
    const ids = commandList.map(({ id }) => id);
    const shortcuts = commandList.map(({ shortcut }) => shortcut).filter((shortcut) => shortcut !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('uses no Ctrl+Alt, which is AltGr on many keyboards', () => {
    expect(commandList.filter(({ shortcut }) => shortcut?.includes('Mod') && shortcut.includes('Alt'))).toEqual([]);
  });
});

describe('what the desk itself says', () => {
  test('has every expected trouble in the language of the window, with what fills it', async () => {
    const german = await loadStrings('de');
    const trouble = { code: 'media.not-an-image', params: { name: 'a.tif', detail: 'TIFF' } } as const;
    expect(errorText(german, trouble)).toMatch(/^„a\.tif“ ist kein Bild/u);
    const english = createStrings('en');
    expect(errorText(english, trouble)).toBe(adviceFor(trouble.code, trouble.params));
  });

  test('names a shipped template in that language, and one that a newsroom named by its name', async () => {
    const german = await loadStrings('de');
    expect(templateName(german, { id: 'obituary', name: 'Obituary' })).toBe('Nachruf');
    expect(templateName(german, { id: 'obituary', name: 'Last words' })).toBe('Last words');
    expect(templateName(german, { id: 'own', name: 'News' })).toBe('News');
  });

  test('says what a rule found, with the words of the desk in it', async () => {
    const german = await loadStrings('de');
    expect(findingText(german, 'finding.weekday', { written: 'Tuesday, 4 February', weekday: 'Wednesday' })).toBe(
      '„Tuesday, 4 February“ ist ein Mittwoch.',
    );
    expect(findingText(german, 'finding.tooLong', { slot: 'dek', length: 301, limit: 300 })).toBe(
      'Zeichen des Vorspanns: 301; höchstens 300.',
    );
    expect(findingText(german, 'finding.of-a-newer-version', {})).toBeUndefined();
  });
});
