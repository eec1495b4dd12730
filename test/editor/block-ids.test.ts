import { describe, expect, test } from 'vitest';
import { Slice } from '@tiptap/pm/model';
import { repairBlockIds, withBlockIds } from '../../src/editor/behaviours/block-ids.js';
import { countingIds, doc, p, quote } from '../builders/sample-newsroom.js';
import { blockIds, storyEditor } from './story-editor.js';

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

describe('block ids', () => {
  test('are given on opening, and kept where they are there already', () => {
    const own = '11111111-1111-4111-8111-111111111111';
    const opened = withBlockIds(doc({ ...p('One'), attrs: { blockId: own } }, quote('Two')), countingIds());
    expect(opened.content?.[0]?.attrs?.['blockId']).toBe(own);
    expect(opened.content?.[1]?.content?.[0]?.attrs?.['blockId']).toMatch(/^0{8}-/);
  });

  test('that stand twice in a stored text are told apart on opening', () => {
    const same = { blockId: '11111111-1111-4111-8111-111111111111' };
    const opened = withBlockIds(doc({ ...p('One'), attrs: same }, { ...p('Two'), attrs: same }), countingIds());
    expect(opened.content?.[0]?.attrs).toEqual(same);
    expect(opened.content?.[1]?.attrs).not.toEqual(same);
  });

  test('stay with the first half of a split; the second half gets a new one', () => {
    const editor = storyEditor(doc(p('Hello world'), p('Next')));
    const [first, next] = blockIds(editor);
    editor.chain().setTextSelection(6).splitBlock().run();
    const ids = blockIds(editor);
    expect(ids).toHaveLength(3);
    expect([ids[0], ids[2]]).toEqual([first, next]);
    expect(unique(ids)).toBe(true);
  });

  test('of a list item that is split are new for the item and its paragraph', () => {
    const item = (text: string) => ({ type: 'listItem', content: [p(text)] });
    const editor = storyEditor(doc({ type: 'bulletList', content: [item('Hello world')] }));
    editor.chain().setTextSelection(8).splitListItem('listItem').run();
    const ids = blockIds(editor);
    expect(ids).toHaveLength(5);
    expect(unique(ids)).toBe(true);
  });

  test('are new for a copy that is put in with its ids, and the original keeps its own', () => {
    const editor = storyEditor(doc(p('One'), p('Two')));
    const [first, second] = blockIds(editor);
    const copy = editor.state.doc.slice(0, 5);
    editor.view.dispatch(editor.state.tr.replace(editor.state.doc.content.size, editor.state.doc.content.size, copy));
    const ids = blockIds(editor);
    expect(ids.slice(0, 2)).toEqual([first, second]);
    expect(ids).toHaveLength(3);
    expect(unique(ids)).toBe(true);
  });

  test('go along when a block is moved', () => {
    const editor = storyEditor(doc(p('One'), p('Two'), p('Three')));
    const [first, second, third] = blockIds(editor);
    const { tr, doc: before } = editor.state;
    const slice = new Slice(before.slice(0, 5).content, 0, 0);
    tr.delete(0, 5);
    tr.replace(tr.doc.content.size, tr.doc.content.size, slice);
    editor.view.dispatch(tr);
    expect(blockIds(editor)).toEqual([second, third, first]);
  });

  test('come back with a block that undo brings back', () => {
    const editor = storyEditor(doc(p('One'), p('Two')));
    const before = blockIds(editor);
    editor.chain().setTextSelection({ from: 1, to: 8 }).deleteSelection().run();
    expect(blockIds(editor)).toHaveLength(1);
    editor.commands.undo();
    expect(blockIds(editor)).toEqual(before);
  });

  test('never leave by a copy: they are in no HTML', () => {
    const editor = storyEditor(doc(p('One'), quote('Two')));
    expect(editor.getHTML()).not.toMatch(/00000000-|blockid/i);
  });

  test('are not even looked at for a key inside a block', () => {
    const editor = storyEditor(doc(...Array.from({ length: 400 }, (_, at) => p(`Paragraph ${String(at)}`))));
    let seen = 0;
    const before = editor.state;
    const tr = before.tr.insertText('x', 5);
    const after = before.apply(tr);
    after.doc.descendants = () => {
      seen += 1;
    };
    expect(repairBlockIds([tr], before, after, countingIds())).toBeNull();
    expect(seen).toBe(0);
  });
});
