import { describe, expect, test } from 'vitest';
import { commandList } from '../../src/core/commands/command-list.js';
import { matchesShortcut, shortcutLabel, writesSign, type KeyPress } from '../../src/renderer/commands/shortcuts.js';

const press = (key: string, parts: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...parts,
});

describe('shortcuts', () => {
  test('take Ctrl on most computers and Command on a Mac', () => {
    expect(matchesShortcut(press('o', { ctrlKey: true }), 'Mod+O', false)).toBe(true);
    expect(matchesShortcut(press('o', { ctrlKey: true }), 'Mod+O', true)).toBe(false);
    expect(matchesShortcut(press('o', { metaKey: true }), 'Mod+O', true)).toBe(true);
  });

  test('leave AltGr alone', () => {
    expect(matchesShortcut(press('2', { code: 'Digit2', ctrlKey: true, altKey: true }), 'Mod+2', false)).toBe(false);
  });

  test('find a digit by its place, whatever Shift makes of it', () => {
    expect(matchesShortcut(press('(', { code: 'Digit8', ctrlKey: true, shiftKey: true }), 'Mod+Shift+8', false)).toBe(
      true,
    );
  });

  test('never fire while text is being composed, nor on a dead key', () => {
    expect(matchesShortcut(press('o', { ctrlKey: true, isComposing: true }), 'Mod+O', false)).toBe(false);
    expect(matchesShortcut(press('Dead', { ctrlKey: true }), 'Mod+O', false)).toBe(false);
  });

  test('have a modifier or a key of their own, so that a key that writes a sign is none', () => {
    const keys = commandList.flatMap(({ shortcut }) => shortcut ?? []);
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((shortcut) => !shortcut.includes('+') && shortcut.length === 1)).toEqual([]);
    expect([press('a'), press('é'), press(' ')].every(writesSign)).toBe(true);
    expect([press('a', { ctrlKey: true }), press('a', { altKey: true }), press('F7')].some(writesSign)).toBe(false);
  });

  test('are written as each kind of computer writes them', () => {
    expect([shortcutLabel('Mod+Shift+P', false), shortcutLabel('Mod+Shift+P', true)]).toEqual(['Ctrl+Shift+P', '⌘⇧P']);
  });
});
