import { NodeSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { findReport, foundCount } from '../../src/editor/behaviours/find-text.js';
import { closeTrigger, triggerIn } from '../../src/editor/behaviours/trigger-menu.js';
import { activeFormats } from '../../src/editor/behaviours/active-formats.js';
import { emptyDocument } from '../../src/core/document/document.js';
import { doc, p } from '../builders/sample-newsroom.js';
import { blockIds, press, storyEditor, type } from './story-editor.js';

const plain = { matchCase: false, wholeWord: false, isRegex: false };

describe('find and replace', () => {
  test('counts every place, in footnotes and across marks too, and goes round the end', () => {
    const editor = storyEditor(doc(p('The port and the Port'), p('airport')));
    editor.chain().setTextSelection({ from: 5, to: 7 }).setMark('bold').run();
    editor.chain().setTextSelection(1).insertFootnote('the port').run();
    editor.commands.setTextSelection(1);
    editor.commands.find({ ...plain, text: 'port' });
    expect(foundCount(editor.state)).toEqual({ count: 4, fault: null });
    for (const at of [1, 2, 3, 4, 1]) {
      editor.commands.selectFound('next');
      expect(findReport(editor.state)?.at).toBe(at);
    }
    editor.commands.selectFound('previous');
    expect(findReport(editor.state)?.at).toBe(4);
  });

  test('keeps the count while the text changes', () => {
    const editor = storyEditor(doc(p('port'), p('sea'), p('port')));
    editor.commands.find({ ...plain, text: 'port' });
    editor.chain().setTextSelection(7).insertContent('port ').run();
    expect(foundCount(editor.state)?.count).toBe(3);
    editor.commands.deleteRange({ from: 0, to: 6 });
    expect(foundCount(editor.state)?.count).toBe(2);
  });

  test('replaces all with the marks kept, and one undo brings all back', () => {
    const editor = storyEditor(doc(p('old pier, Old pier'), p('old')));
    editor.chain().setTextSelection({ from: 1, to: 4 }).setMark('bold').run();
    editor.commands.find({ ...plain, text: 'old' });
    editor.commands.replaceAllFound('ancient');
    expect(editor.getHTML()).toBe(
      '<p dir="auto"><strong>ancient</strong> pier, ancient pier</p><p dir="auto">ancient</p>',
    );
    editor.commands.undo();
    expect(editor.getText()).toBe('old pier, Old pier\n\nold');
  });

  test('replaces one place with groups of an expression, in the selection alone if asked', () => {
    const editor = storyEditor(doc(p('12 May'), p('13 May'), p('14 May')));
    editor.commands.setTextSelection({ from: 9, to: 24 });
    editor.commands.find({ ...plain, isRegex: true, text: '(\\d+) (May)' }, true);
    expect(foundCount(editor.state)?.count).toBe(2);
    editor.commands.setTextSelection(1);
    editor.commands.selectFound('next');
    editor.commands.replaceFound('$2 $1');
    editor.commands.replaceAllFound('$2 $1');
    expect(editor.getText()).toBe('12 May\n\nMay 13\n\nMay 14');
  });
});

describe('blocks', () => {
  test('move up and down with their ids, a whole selection at once', () => {
    const editor = storyEditor(doc(p('a'), p('b'), p('c')));
    const [a, b, c] = blockIds(editor);
    editor.commands.setTextSelection(5);
    editor.commands.moveBlocks('up');
    expect(editor.getText()).toBe('b\n\na\n\nc');
    expect(blockIds(editor)).toEqual([b, a, c]);
    expect(editor.commands.moveBlocks('up')).toBe(false);
    editor.commands.setTextSelection({ from: 1, to: 5 });
    editor.commands.moveBlocks('down');
    expect(blockIds(editor)).toEqual([c, b, a]);
    editor.commands.undo();
    editor.commands.undo();
    expect(blockIds(editor)).toEqual([a, b, c]);
  });

  test('move inside a list entry by entry, and selected whole', () => {
    const editor = storyEditor(emptyDocument);
    type(editor, '- one');
    editor.commands.splitListItem('listItem');
    type(editor, 'two');
    editor.commands.moveBlocks('up');
    expect(editor.getHTML()).toBe('<ul><li><p dir="auto">two</p></li><li><p dir="auto">one</p></li></ul>');
    const rules = storyEditor(doc(p('a'), p('b')));
    rules.chain().setTextSelection(2).insertHorizontalRule().run();
    rules.state.doc.forEach((node, at) => {
      if (node.type.name === 'horizontalRule')
        rules.view.dispatch(rules.state.tr.setSelection(NodeSelection.create(rules.state.doc, at)));
    });
    rules.commands.moveBlocks('up');
    expect(rules.state.doc.child(0).type.name).toBe('horizontalRule');
  });
});

describe('menus at the caret', () => {
  test('open at a typed "/" and follow the words, not in code and not inside a word', () => {
    const editor = storyEditor(emptyDocument);
    type(editor, '/tab');
    expect(triggerIn(editor.state)).toMatchObject({ kind: 'blocks', from: 1, query: 'tab' });
    closeTrigger(editor.view);
    expect([triggerIn(editor.state), editor.getText()]).toEqual([null, '/tab']);
    type(editor, ' and/or');
    expect(triggerIn(editor.state)).toBeNull();
    type(editor, ' /');
    expect(triggerIn(editor.state)?.kind).toBe('blocks');
    editor.commands.setTextSelection(2);
    expect(triggerIn(editor.state)).toBeNull();
    const code = storyEditor(emptyDocument);
    code.commands.toggleCodeBlock();
    type(code, '/');
    expect(triggerIn(code.state)).toBeNull();
  });

  test('open at "[[" with the selected words, which Escape gives back', () => {
    const editor = storyEditor(doc(p('the night buses')));
    editor.commands.setTextSelection({ from: 5, to: 16 });
    type(editor, '[[');
    expect(triggerIn(editor.state)).toMatchObject({ kind: 'stories', query: '', words: 'night buses' });
    expect(press(editor, 'Escape')).toBe(true);
    expect([triggerIn(editor.state), editor.getText()]).toEqual([null, 'the [[night buses']);
  });
});

test('a case is changed in one step, with marks and notes in their place', () => {
  const editor = storyEditor(doc(p('the old pier')));
  editor.chain().setTextSelection({ from: 5, to: 8 }).setMark('bold').run();
  editor.chain().setTextSelection({ from: 1, to: 13 }).changeCase('title', 'en-GB').run();
  expect(editor.getHTML()).toBe('<p dir="auto">The <strong>Old</strong> Pier</p>');
  editor.commands.undo();
  expect(editor.getText()).toBe('the old pier');
});

test('the next TK is selected, around the end of the text', () => {
  const editor = storyEditor(doc(p('TK ships'), p('and [tk: name]')));
  const words = (): string => {
    editor.commands.selectNextTk();
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to);
  };
  editor.commands.setTextSelection(4);
  expect([words(), words(), words()]).toEqual(['[tk: name]', 'TK', '[tk: name]']);
});

test('what is on at the caret is read from its own block, however much is selected', () => {
  const editor = storyEditor(doc(p('a'), p('b')));
  editor.chain().setTextSelection({ from: 1, to: 2 }).setMark('bold').run();
  expect(activeFormats(editor.state)).toEqual(['paragraph', 'bold']);
  editor.commands.selectAll();
  expect(activeFormats(editor.state)).not.toContain('bold');
});

test('a table alone has the roles of a table', () => {
  const editor = storyEditor(emptyDocument);
  const { schema } = editor.state;
  const roles = Object.entries(schema.nodes).filter(([, type]) => type.spec['tableRole'] !== undefined);
  expect(roles.map(([name, type]) => [name, type.spec['tableRole'] as string])).toEqual([
    ['table', 'table'],
    ['tableRow', 'row'],
    ['tableCell', 'cell'],
    ['tableHeader', 'header_cell'],
  ]);
  editor.commands.insertTable({ rows: 2, columns: 2 });
  expect(editor.isActive('table')).toBe(true);
  expect(editor.commands.addTableRow('after')).toBe(true);
  expect(editor.commands.toggleTableHeader('column')).toBe(true);
  expect(editor.state.doc.firstChild?.childCount).toBe(3);
});

test('the block of the caret and the two beside it are marked, and the marks go where the caret goes', () => {
  const editor = storyEditor(doc(p('one'), p('two'), p('three'), p('four')));
  const marked = (): readonly string[] =>
    [...editor.view.dom.querySelectorAll('.has-caret, .near-caret')].map(
      (block) => `${block.className}: ${block.textContent}`,
    );
  expect(marked()).toEqual(['has-caret: one', 'near-caret: two']);
  editor.commands.setTextSelection(8);
  expect(marked()).toEqual(['near-caret: one', 'has-caret: two', 'near-caret: three']);
  type(editor, 'x');
  expect(marked()).toEqual(['near-caret: one', 'has-caret: twxo', 'near-caret: three']);
  press(editor, 'Enter');
  expect(marked()).toEqual(['near-caret: twx', 'has-caret: o', 'near-caret: three']);
  const between = { type: 'paragraph', content: [{ type: 'text', text: 'between' }] };
  editor.commands.insertContentAt(editor.state.selection.$from.after(1), between, { updateSelection: false });
  expect(marked()).toEqual(['near-caret: twx', 'has-caret: o', 'near-caret: between']);
  editor.commands.selectAll();
  expect(marked()).toEqual([]);
});

test('the keys to the ends of the text reach them, and with Shift they take along what is between', () => {
  const editor = storyEditor(doc(p('one'), p('two')));
  const selection = (): readonly number[] => [editor.state.selection.anchor, editor.state.selection.head];
  press(editor, 'End', { ctrlKey: true });
  expect(selection()).toEqual([9, 9]);
  press(editor, 'Home', { ctrlKey: true, shiftKey: true });
  expect(selection()).toEqual([9, 1]);
  press(editor, 'Home', { ctrlKey: true });
  expect(selection()).toEqual([1, 1]);
});
