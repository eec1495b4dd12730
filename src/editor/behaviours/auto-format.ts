import { Extension } from '@tiptap/core';
import { closeHistory, undo } from '@tiptap/pm/history';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { betterSign } from '../../core/text/typed-sign.js';

export interface AutoFormatOptions {
  /** Whether typed signs become typographic ones. */
  readonly isTypographic: () => boolean;
  /** The language of the story, BCP 47; a passage that is marked as another language has that one. */
  readonly language: () => string;
}

/** Whether the last thing that happened was done by the text itself: a sign made better, a Markdown sign taken. */
const key = new PluginKey<boolean>('autoFormat');
/** How much of the block before the caret is read: a quotation that was opened longer ago counts as none. */
const reach = 2_000;

/** The language at the caret: that of the passage, else that of the story. */
function languageAt(state: EditorState, story: string): string {
  const mark = (state.storedMarks ?? state.selection.$from.marks()).find(({ type }) => type.name === 'language');
  const lang: unknown = mark?.attrs['lang'];
  return typeof lang === 'string' && lang !== '' ? lang : story;
}

const isCode = ({ selection, storedMarks }: EditorState): boolean =>
  selection.$from.parent.type.spec.code === true ||
  (storedMarks ?? selection.$from.marks()).some(({ type }) => type.name === 'code');

/**
 * Puts the typed character in as it is, then the better one in its place as a step of its own: one undo brings the
 * typed one back.
 */
function typeBetter(view: EditorView, from: number, to: number, text: string, language: string): boolean {
  const { state } = view;
  const { $from, empty } = state.selection;
  if (!$from.parent.isTextblock || isCode(state)) return false;
  const start = Math.max(0, $from.parentOffset - reach);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc') + text;
  const better = empty || from === state.selection.from ? betterSign(before, language) : null;
  if (!better) return false;
  view.dispatch(state.tr.insertText(text, from, to));
  const end = view.state.selection.from;
  const sign = closeHistory(view.state.tr).insertText(better.insert, end - better.remove, end);
  view.dispatch(sign.setMeta('inputRule', true).scrollIntoView());
  return true;
}

/** Undoes what the text did by itself, if that was the last thing; else false. */
function takeBack(view: EditorView): boolean {
  if (view.composing || key.getState(view.state) !== true) return false;
  return undo(view.state, (transaction) => view.dispatch(transaction));
}

/**
 * Typographic signs while typing, by the language of the story, never in code and never while text is composed; and
 * the one way back from everything that the text does by itself: Backspace or undo right after it.
 */
export const AutoFormat = Extension.create<AutoFormatOptions>({
  name: 'autoFormat',
  priority: 900,
  addOptions: () => ({ isTypographic: () => true, language: () => 'en' }),
  addKeyboardShortcuts() {
    return { Backspace: ({ editor }) => takeBack(editor.view) };
  },
  addProseMirrorPlugins() {
    const { isTypographic, language } = this.options;
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          apply: (transaction, was) => {
            if (transaction.getMeta('inputRule') === true) return true;
            if (transaction.getMeta('appendedTransaction') !== undefined) return was;
            return transaction.docChanged || transaction.selectionSet ? false : was;
          },
        },
        props: {
          handleTextInput: (view, from, to, text) =>
            !view.composing &&
            text.length === 1 &&
            isTypographic() &&
            typeBetter(view, from, to, text, languageAt(view.state, language())),
        },
      }),
    ];
  },
});
