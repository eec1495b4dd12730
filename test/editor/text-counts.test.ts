import { describe, expect, test } from 'vitest';
import { minutesToRead } from '../../src/core/text/words.js';
import { countsIn, countsOf } from '../../src/editor/behaviours/text-counts.js';
import { doc, heading, p, quote } from '../builders/sample-newsroom.js';
import { storyEditor } from './story-editor.js';

describe('the counts of a text', () => {
  test('are of words in all blocks, captions among them, and of TK marks', () => {
    const picture = { type: 'image', attrs: { media: '', alt: 'not counted', caption: 'Two words', credit: '' } };
    const editor = storyEditor(doc(p('One two TK'), heading(2, 'Three'), quote('Four five'), picture));
    expect(countsIn(editor.state)).toMatchObject({ words: 8, tks: 1 });
  });

  test('read the text as it will be when suggestions are taken', () => {
    const marked = (type: string, text: string) => ({
      type: 'text',
      text,
      marks: [{ type, attrs: { changeId: 'c' } }],
    });
    const editor = storyEditor(
      doc({
        type: 'paragraph',
        content: [{ type: 'text', text: 'Kept ' }, marked('deletion', 'old words '), marked('insertion', 'new')],
      }),
    );
    expect(countsIn(editor.state)).toMatchObject({ words: 2, tks: 0 });
  });

  test('are the same after any change as if all had been counted again', () => {
    const editor = storyEditor(doc(p('One two'), p('Three'), quote('Four')));
    editor.chain().setTextSelection(4).splitBlock().insertContent('TK more').run();
    editor.chain().setTextSelection({ from: 2, to: 12 }).deleteSelection().run();
    editor
      .chain()
      .focus('end')
      .insertContent({ type: 'paragraph', content: [{ type: 'text', text: 'the end' }] })
      .run();
    const changed = countsIn(editor.state);
    expect(changed).toEqual(countsOf(editor.state.doc));
    expect(changed).not.toMatchObject({ words: 4, tks: 0 });
    editor.commands.undo();
    expect(countsIn(editor.state)).toMatchObject({ words: 4, tks: 0 });
  });
});

describe('the reading time of a text', () => {
  test('goes by characters where most of it is written without spaces, and follows a change of one block', () => {
    const editor = storyEditor(doc(p('东'.repeat(900)), p('One two three.')));
    expect(minutesToRead(countsIn(editor.state))).toBe(2);
    editor.chain().setTextSelection({ from: 1, to: 801 }).deleteSelection().run();
    expect(minutesToRead(countsIn(editor.state))).toBe(1);
    expect(countsIn(editor.state)).toEqual(countsOf(editor.state.doc));
  });
});
