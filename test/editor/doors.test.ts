import { describe, expect, test } from 'vitest';
import { DOMParser as ProseParser } from '@tiptap/pm/model';
import { mayLink } from '../../src/editor/marks/link.js';
import { storySchema } from '../../src/editor/schema.js';
import { doc, p } from '../builders/sample-newsroom.js';
import { storyEditor } from './story-editor.js';

const schema = storySchema();

function parsed(html: string): unknown {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return ProseParser.fromSchema(schema).parse(holder).toJSON();
}

describe('the ways into the text', () => {
  test('let http, https, mailto and stories of the library be linked, and nothing else', () => {
    const story = '11111111-1111-4111-8111-111111111111';
    const targets = [
      'https://example.org/a',
      'mailto:a@example.org',
      'javascript:alert(1)',
      'java\tscript:x',
      '/page',
      '',
    ];
    expect(targets.map((href) => mayLink({ href, storyId: null }))).toEqual([true, true, false, false, false, false]);
    expect(mayLink({ href: null, storyId: story })).toBe(true);
    expect(mayLink({ href: null, storyId: '../x' })).toBe(false);
  });

  test('keep the words of a link that is refused', () => {
    expect(JSON.stringify(parsed('<p><a href="javascript:alert(1)">press here</a></p>'))).not.toContain('link');
    expect(JSON.stringify(parsed('<p><a href="javascript:alert(1)">press here</a></p>'))).toContain('press here');
  });

  test('refuse a link command with a bad address', () => {
    const editor = storyEditor(doc(p('Hello')));
    editor.commands.selectAll();
    expect(editor.commands.setLink({ href: 'javascript:alert(1)', storyId: null })).toBe(false);
    expect(editor.getHTML()).toBe('<p dir="auto">Hello</p>');
  });

  test('take no picture from another computer', () => {
    expect(
      JSON.stringify(parsed('<p>a</p><img src="https://example.org/x.png"><figure data-media="../x"></figure>')),
    ).not.toContain('image');
  });

  test('take the tracked changes of another page as plain text', () => {
    expect(JSON.stringify(parsed('<p>a <ins>b</ins></p>'))).not.toContain('insertion');
  });

  test('turn headings of any size into the three of a body', () => {
    const levels = (parsed('<h1>a</h1><h3>b</h3><h6>c</h6>') as { content: { attrs: { level: number } }[] }).content;
    expect(levels.map(({ attrs }) => attrs.level)).toEqual([2, 3, 4]);
  });
});

describe('undo', () => {
  test('stops at the text as it was loaded', () => {
    const editor = storyEditor(doc(p('Loaded')));
    expect(editor.can().undo()).toBe(false);
    editor.chain().focus('end').insertContent(' and changed').run();
    editor.commands.undo();
    editor.commands.undo();
    expect(editor.getText()).toBe('Loaded');
  });
});
