import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextMisspelling, recheckSpelling, Spelling } from '../../src/editor/behaviours/spelling.js';
import { documentOf } from '../../src/editor/document-of.js';
import { doc, p } from '../builders/sample-newsroom.js';
import { storyEditor } from './story-editor.js';

/** An editor whose dictionary knows every word but those that begin with "x", and tells what it was asked. */
function spelledEditor(...paragraphs: readonly string[]): { editor: Editor; seen: string[] } {
  const seen: string[] = [];
  const isWrong = (word: string): boolean => {
    seen.push(word);
    return word.startsWith('x');
  };
  const checker = { isOn: () => true, isWrong, ask: () => Promise.resolve() };
  const editor = storyEditor(doc(...paragraphs.map(p)), { more: [Spelling.configure({ checker })] });
  return { editor, seen };
}

/** Every marked word, in the order of the text. */
function wrongIn(editor: Editor): readonly string[] {
  const found: string[] = [];
  let after = -1;
  for (;;) {
    const next = nextMisspelling(editor.state, after);
    if (!next || next.from <= after) return found;
    found.push(next.word);
    after = next.from;
  }
}

const pause = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20_000);

describe('spelling', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('marks words of a long text, a part at a time, and looks at nothing twice', async () => {
    const { editor, seen } = spelledEditor(
      ...Array.from({ length: 100 }, (_, at) => `good word xabc${'d'.repeat(at)}`),
    );
    await pause();
    expect(wrongIn(editor)).toHaveLength(100);
    seen.length = 0;
    editor.commands.setTextSelection(3);
    await pause();
    expect(seen).toEqual([]);
  });

  test('looks only at the block that was changed', async () => {
    const { editor, seen } = spelledEditor('one two', 'three xfour', 'five six');
    await pause();
    seen.length = 0;
    editor.commands.insertContentAt(1, 'xnew ');
    await pause();
    expect(new Set(seen)).toEqual(new Set(['xnew', 'one', 'two']));
    expect(wrongIn(editor)).toEqual(['xnew', 'xfour']);
  });

  test('marks a block that was moved, and one that came back by undo', async () => {
    const { editor } = spelledEditor('one', 'xtwo', 'three');
    await pause();
    const block = editor.state.doc.child(1);
    const at = editor.state.doc.child(0).nodeSize;
    editor.view.dispatch(editor.state.tr.delete(at, at + block.nodeSize).insert(0, block));
    await pause();
    expect(wrongIn(editor)).toEqual(['xtwo']);
    editor.commands.deleteRange({ from: 0, to: block.nodeSize });
    await pause();
    expect(wrongIn(editor)).toEqual([]);
    editor.commands.undo();
    await pause();
    expect(wrongIn(editor)).toEqual(['xtwo']);
  });

  test('looks at everything again when a word is known now', async () => {
    const { editor, seen } = spelledEditor('one', 'xtwo');
    await pause();
    seen.length = 0;
    recheckSpelling(editor.view);
    expect(wrongIn(editor)).toEqual([]);
    await pause();
    expect(seen).toEqual(expect.arrayContaining(['one', 'xtwo']));
    expect(wrongIn(editor)).toEqual(['xtwo']);
  });
});

describe('the document of an editor', () => {
  test('is what the editor has, with the blocks that did not change as the same objects', () => {
    const { editor } = spelledEditor('one', 'two', 'three');
    const before = documentOf(editor.state.doc);
    expect(before).toEqual(editor.getJSON());
    editor.commands.insertContentAt(1, 'new ');
    const after = documentOf(editor.state.doc);
    expect(after).toEqual(editor.getJSON());
    expect(after.content?.[0]).not.toBe(before.content?.[0]);
    expect(after.content?.slice(1).every((block, at) => block === before.content?.[at + 1])).toBe(true);
  });
});
