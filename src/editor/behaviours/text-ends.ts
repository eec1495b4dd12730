import { Extension, type Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';

/** Puts the caret at an end of the whole text, or its head while the anchor stays. */
function goToEnd({ state, view }: Editor, end: 'start' | 'end', isExtending: boolean): boolean {
  const { doc, selection, tr } = state;
  const there = end === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
  const next = isExtending ? TextSelection.between(selection.$anchor, there.$head) : there;
  view.dispatch(tr.setSelection(next).scrollIntoView());
  return true;
}

/**
 * The keys to the start and the end of the text. Left to Chromium they stop before a last block that is not drawn
 * (`content-visibility: auto`), and what is typed or deleted next meets the wrong place.
 */
export const TextEnds = Extension.create({
  name: 'textEnds',
  addKeyboardShortcuts() {
    const { editor } = this;
    const to = (end: 'start' | 'end', isExtending: boolean) => () => goToEnd(editor, end, isExtending);
    return {
      'Mod-Home': to('start', false),
      'Mod-End': to('end', false),
      'Mod-Shift-Home': to('start', true),
      'Mod-Shift-End': to('end', true),
      // The same on a Mac.
      'Cmd-ArrowUp': to('start', false),
      'Cmd-ArrowDown': to('end', false),
      'Cmd-Shift-ArrowUp': to('start', true),
      'Cmd-Shift-ArrowDown': to('end', true),
    };
  },
});
