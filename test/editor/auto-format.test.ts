import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../src/core/document/document.js';
import { press, storyEditor, type } from './story-editor.js';

const empty = () => emptyDocument;

describe('typographic signs while typing', () => {
  test('follow the language of the story', () => {
    for (const [language, text] of [
      ['en-GB', '“So,” it’s – over…'],
      ['de', '„So,“ it’s – over…'],
      ['fr', '«\u202fSo,\u202f» it’s – over…'],
    ] as const) {
      const editor = storyEditor(empty(), { language });
      type(editor, '"So," it\'s -- over...');
      expect(editor.getText()).toBe(text);
    }
  });

  test('follow the language of a passage', () => {
    const editor = storyEditor(empty());
    editor.chain().focus('end').setLanguage('de').run();
    type(editor, '"Ja"');
    expect(editor.getText()).toBe('„Ja“');
  });

  test('are taken back by one Backspace, and by one undo', () => {
    const editor = storyEditor(empty());
    type(editor, 'say "');
    expect(editor.getText()).toBe('say “');
    expect(press(editor, 'Backspace')).toBe(true);
    expect(editor.getText()).toBe('say "');
    expect(press(editor, 'Backspace')).toBe(false);
    type(editor, ' --');
    expect(editor.getText()).toBe('say " –');
    editor.commands.undo();
    expect(editor.getText()).toBe('say " --');
  });

  test('stay out of code, and out of a text where they are switched off', () => {
    const editor = storyEditor(empty());
    editor.commands.toggleCodeBlock();
    type(editor, 'print("a") -- b...');
    expect(editor.getText()).toBe('print("a") -- b...');
    const marked = storyEditor(empty());
    marked.commands.setMark('code');
    type(marked, '"a"');
    expect(marked.getText()).toBe('"a"');
    const off = storyEditor(empty(), { isTypographic: false });
    type(off, '"a" -- b');
    expect(off.getText()).toBe('"a" -- b');
  });

  test('leave TK marks alone', () => {
    const editor = storyEditor(empty());
    type(editor, 'TK and [tk: name of the ship]');
    expect(editor.getText()).toBe('TK and [tk: name of the ship]');
  });
});

describe('Markdown signs', () => {
  test.each([
    ['## Head', '<h2 dir="auto">Head</h2>'],
    ['#### Head', '<h4 dir="auto">Head</h4>'],
    ['- one', '<ul><li><p dir="auto">one</p></li></ul>'],
    ['1. one', '<ol><li><p dir="auto">one</p></li></ol>'],
    ['> said', '<blockquote><p dir="auto">said</p></blockquote>'],
    ['```js x', '<pre data-language="js" dir="ltr"><code>x</code></pre>'],
    ['---', '<hr><p dir="auto"></p>'],
    ['a **b** c', '<p dir="auto">a <strong>b</strong> c</p>'],
    ['a *b* c', '<p dir="auto">a <em>b</em> c</p>'],
    ['a ~~b~~ c', '<p dir="auto">a <s>b</s> c</p>'],
    ['a `b` c', '<p dir="auto">a <code dir="ltr">b</code> c</p>'],
  ])('%s', (text, html) => {
    const editor = storyEditor(empty());
    type(editor, text);
    expect(editor.getHTML().replace(/ start="1"/u, '')).toBe(html);
  });

  test('are taken back by one Backspace', () => {
    const editor = storyEditor(empty());
    type(editor, '## ');
    expect(editor.isActive('heading')).toBe(true);
    press(editor, 'Backspace');
    expect(editor.getHTML()).toBe('<p dir="auto">## </p>');
    const bold = storyEditor(empty());
    type(bold, '**b**');
    press(bold, 'Backspace');
    expect(bold.getHTML()).toBe('<p dir="auto">**b**</p>');
  });
});
