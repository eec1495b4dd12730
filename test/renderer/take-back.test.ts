// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { compareDocuments } from '../../src/core/compare/compare-documents.js';
import type { StoryDocument } from '../../src/core/document/document.js';
import { documentOf } from '../../src/editor/document-of.js';
import { plainText } from '../../src/core/document/plain-text.js';
import { canTakeInside, takeBlockBack } from '../../src/renderer/views/history/take-back.js';
import { storyEditor } from '../editor/story-editor.js';
import { doc, li, p, ul } from '../builders/story.js';

const before = doc(p('Top.'), ul(li(p('One')), li(p('Two')), li(p('Three'))));

/** An editor with the old text in which a person then deleted or changed an item; and what differs. */
function changed(edit: (document: StoryDocument) => StoryDocument) {
  const first = documentOf(storyEditor(before).state.doc);
  const editor = storyEditor(edit(first));
  return { editor, changes: compareDocuments(first, documentOf(editor.state.doc)) };
}
const withItems = (document: StoryDocument, keep: (text: string) => string | null): StoryDocument => ({
  ...document,
  content: (document.content ?? []).map((node) =>
    node.type === 'bulletList'
      ? {
          ...node,
          content: (node.content ?? []).flatMap((item) => {
            const text = plainText({ type: 'doc', content: item.content ?? [] });
            const next = keep(text);
            if (next === null) return [];
            if (next === text) return [item];
            const [first] = item.content ?? [];
            return first ? [{ ...item, content: [{ ...first, content: [{ type: 'text', text: next }] }] }] : [];
          }),
        }
      : node,
  ),
});

test.each([
  ['first', 'One', 0],
  ['middle', 'Two', 1],
  ['last', 'Three', 2],
])('the %s item that was deleted comes back in its place, alone', (_which, text) => {
  const { editor, changes } = changed((document) => withItems(document, (own) => (own === text ? null : own)));
  const list = changes[1];
  expect(list && canTakeInside(list)).toBe(true);
  const at = list?.kind === 'changed' ? (list.inner ?? []).findIndex(({ kind }) => kind === 'removed') : -1;
  expect(takeBlockBack(editor, changes, [1, at])).toBe(true);
  expect(plainText(documentOf(editor.state.doc)).split(/\n+/u)).toEqual(['Top.', 'One', 'Two', 'Three']);
  editor.commands.undo();
  expect(plainText(documentOf(editor.state.doc))).not.toContain(text);
});

test('an item whose words changed becomes what it was, the others stay as they are now', () => {
  const { editor, changes } = changed((document) => withItems(document, (own) => `${own}, new`));
  const list = changes[1];
  const at = list?.kind === 'changed' ? (list.inner ?? []).findIndex(({ kind }) => kind === 'changed') : -1;
  expect(takeBlockBack(editor, changes, [1, at])).toBe(true);
  expect(plainText(documentOf(editor.state.doc)).split(/\n+/u)).toEqual(['Top.', 'One', 'Two, new', 'Three, new']);
});

test('a path that leads nowhere changes nothing', () => {
  const { editor, changes } = changed((document) => withItems(document, (own) => (own === 'Two' ? null : own)));
  expect(takeBlockBack(editor, changes, [1, 9])).toBe(false);
  expect(takeBlockBack(editor, changes, [7])).toBe(false);
});
