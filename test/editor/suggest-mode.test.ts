import type { Editor } from '@tiptap/core';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentNode, StoryDocument } from '../../src/core/document/document.js';
import { checkDocument } from '../../src/core/document/document-rules.js';
import { documentView } from '../../src/core/document/document-view.js';
import { suggestionsOf } from '../../src/core/review/suggestions.js';
import { SuggestMode } from '../../src/editor/behaviours/suggest/suggest-mode.js';
import { documentOf } from '../../src/editor/document-of.js';
import { block, doc, h, img, li, p, text, ul } from '../builders/story.js';
import { press, storyEditor, type } from './story-editor.js';

/** An editor in which everything is suggested, from which suggestions are read without ids. */
function suggesting(document: StoryDocument, isOn = true): Editor {
  let next = 0;
  const own = new Set<string>();
  return storyEditor(document, {
    isTypographic: false,
    more: [
      SuggestMode.configure({
        isOn: () => isOn,
        newId: () => `s${String((next += 1))}`,
        isOwn: (id) => own.has(id),
        record: (id) => own.add(id),
      }),
    ],
  });
}

/** A document without what the editor adds by itself: ids of blocks, attributes that say nothing, marks in one order. */
function bare(node: DocumentNode): unknown {
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name, value]) => name !== 'blockId' && value !== null && value !== '' && value !== 1,
  );
  return {
    type: node.type,
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(node.content && node.content.length > 0 ? { content: node.content.map(bare) } : {}),
    ...(node.marks && node.marks.length > 0
      ? { marks: node.marks.map(bare).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
      : {}),
  };
}
const read = (editor: Editor, kind: 'accepted' | 'rejected'): unknown =>
  bare(documentView(documentOf(editor.state.doc), kind));
/** As an editor reads it, with the attributes that it adds. */
const asOpened = (document: StoryDocument): unknown => plain(suggesting(document, false));
const plain = (editor: Editor): unknown => bare(documentOf(editor.state.doc));

describe('what is typed and taken away is suggested', () => {
  test('letters after each other are one suggestion, and own ones go for good', () => {
    const editor = suggesting(doc(p('The ferry left.')));
    editor.commands.setTextSelection(11);
    type(editor, 'has ');
    const { doc: now } = editor.state;
    expect(suggestionsOf({ body: documentOf(now), changes: {} })).toMatchObject([{ added: 'has ', removed: '' }]);
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('The ferry left.'))));
    expect(read(editor, 'accepted')).toEqual(bare(doc(p('The ferry has left.'))));
    editor.commands.deleteRange({ from: 11, to: 15 });
    expect(plain(editor)).toEqual(bare(doc(p('The ferry left.'))));
  });

  test('words that are typed over stay, marked, and one undo brings all back', () => {
    const editor = suggesting(doc(p('The ferry left.')));
    editor.commands.setTextSelection({ from: 11, to: 15 });
    type(editor, 's');
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('The ferry left.'))));
    expect(read(editor, 'accepted')).toEqual(bare(doc(p('The ferry s.'))));
    expect(editor.state.doc.textContent).toBe('The ferry lefts.');
    editor.commands.undo();
    expect(plain(editor)).toEqual(bare(doc(p('The ferry left.'))));
  });

  test('Enter and Backspace at a border are suggestions of it; an own split is taken back', () => {
    const editor = suggesting(doc(p('One. Two.'), p('Three.')));
    editor.commands.setTextSelection(5);
    press(editor, 'Enter');
    expect(read(editor, 'accepted')).toEqual(bare(doc(p('One.'), p(' Two.'), p('Three.'))));
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('One. Two.'), p('Three.'))));
    const { from } = editor.state.selection;
    editor.commands.deleteRange({ from: from - 1, to: from });
    expect(plain(editor)).toEqual(bare(doc(p('One. Two.'), p('Three.'))));
    editor.commands.setTextSelection(12);
    press(editor, 'Backspace');
    expect(read(editor, 'accepted')).toEqual(bare(doc(p('One. Two.Three.'))));
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('One. Two.'), p('Three.'))));
  });

  test('somebody else’s addition that is taken away keeps both marks', () => {
    const others = text('new ', { type: 'insertion', attrs: { changeId: 'other' } });
    const editor = suggesting(doc(p('A ', others, 'pier')));
    editor.commands.deleteRange({ from: 3, to: 7 });
    expect(read(editor, 'accepted')).toEqual(bare(doc(p('A pier'))));
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('A pier'))));
    expect(suggestionsOf({ body: documentOf(editor.state.doc), changes: {} })).toHaveLength(2);
  });

  test('a look, a link and a heading remember what was before', () => {
    const editor = suggesting(doc(p('The pier'), p('Text')));
    editor.chain().setTextSelection({ from: 5, to: 9 }).setMark('bold').run();
    editor.chain().setTextSelection({ from: 1, to: 4 }).setLink({ href: 'https://a.example/', storyId: null }).run();
    editor.chain().setTextSelection(11).setNode('heading', { level: 3 }).run();
    expect(read(editor, 'rejected')).toEqual(bare(doc(p('The pier'), p('Text'))));
    expect(read(editor, 'accepted')).toMatchObject({ content: [{}, { type: 'heading', attrs: { level: 3 } }] });
    expect(
      suggestionsOf({ body: documentOf(editor.state.doc), changes: {} }).flatMap(({ modified }) => modified),
    ).toEqual(['link', 'marks', 'block']);
    editor.chain().setTextSelection({ from: 5, to: 9 }).unsetMark('bold').run();
    expect(
      suggestionsOf({ body: documentOf(editor.state.doc), changes: {} }).flatMap(({ modified }) => modified),
    ).toEqual(['link', 'block']);
  });

  test('a picture that is put in or taken away, and a list that is made, are suggestions of blocks', () => {
    const editor = suggesting(doc(p('One'), img({ alt: 'Boats' }), p('Two')));
    const at = 5;
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)).deleteSelection());
    editor.chain().setTextSelection(2).toggleList('bulletList', 'listItem').run();
    expect(read(editor, 'rejected')).toEqual(asOpened(doc(p('One'), img({ alt: 'Boats' }), p('Two'))));
    expect(read(editor, 'accepted')).toEqual(bare(doc(ul(li(p('One'))), p('Two'))));
  });
});

/** Something that a person does at a place of the text. */
type Act = (editor: Editor, at: number, size: number) => void;
const acts: readonly Act[] = [
  (editor, at) => {
    editor.commands.setTextSelection(at);
    type(editor, 'new ');
  },
  (editor, at, size) =>
    void editor.commands.deleteRange({ from: at, to: Math.min(at + size, editor.state.doc.content.size) }),
  (editor, at) => {
    editor.commands.setTextSelection(at);
    press(editor, 'Enter');
  },
  (editor, at) => {
    editor.commands.setTextSelection(at);
    press(editor, 'Backspace');
  },
  (editor, at, size) =>
    void editor
      .chain()
      .setTextSelection({ from: at, to: at + size })
      .toggleMark('bold')
      .run(),
  (editor, at, size) =>
    void editor
      .chain()
      .setTextSelection({ from: at, to: at + size })
      .toggleMark('italic')
      .run(),
  (editor, at) => void editor.chain().setTextSelection(at).setNode('heading', { level: 2 }).run(),
  (editor, at) => void editor.chain().setTextSelection(at).setNode('paragraph').run(),
  (editor, at) => void editor.chain().setTextSelection(at).toggleList('bulletList', 'listItem').run(),
  (editor, at) => void editor.chain().setTextSelection(at).toggleWrap('blockquote').run(),
  (editor, at) => void editor.commands.insertContentAt(at, [{ type: 'image', attrs: { alt: 'x' } }]),
  (editor, at) =>
    void editor.commands.insertContentAt(at, [
      { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'b' }] },
    ]),
  (editor, at) => void editor.chain().setTextSelection(at).moveBlocks('down').run(),
  (editor) => void editor.commands.undo(),
];
const start = doc(
  p('The ferry ', text('left', { type: 'bold' }), ' at noon.'),
  h(2, 'Who was on board'),
  ul(li(p('one')), li(p('two'))),
  img({ alt: 'Boats' }),
  block('blockquote', null, p('Nobody was hurt.'), p('She said.')),
  p('The end.'),
);
const anyAct = fc.record({ act: fc.constantFrom(...acts), at: fc.nat(120), size: fc.integer({ min: 1, max: 30 }) });
/** Does it where a caret can stand. */
const perform = (editor: Editor, { act, at, size }: { act: Act; at: number; size: number }): void => {
  const { doc: now } = editor.state;
  const place = now.resolve(Math.min(1 + at, now.content.size - 1));
  act(editor, (Selection.findFrom(place, 1, true) ?? Selection.near(place, -1)).head, size);
};

describe('whatever is done', () => {
  test('refusing all gives back the text as it was, and the text on the way is valid', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (steps) => {
        const editor = suggesting(start);
        for (const step of steps) perform(editor, step);
        expect(checkDocument(documentOf(editor.state.doc))).toEqual([]);
        expect(read(editor, 'rejected')).toEqual(asOpened(start));
        editor.destroy();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('taking it gives what the same would have made of the text without suggesting', () => {
    fc.assert(
      fc.property(anyAct, (step) => {
        const [suggested, done] = [suggesting(start), suggesting(start, false)];
        perform(suggested, step);
        perform(done, step);
        expect(read(suggested, 'accepted')).toEqual(plain(done));
        suggested.destroy();
        done.destroy();
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
