import { describe, expect, test } from 'vitest';
import { commandList } from '../../../src/core/commands/command-list.js';
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
