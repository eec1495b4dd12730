import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import { insideSigns } from './border-signs.js';
import { replacedBlocks } from './replaced-blocks.js';
import { isTrackedMark, suggestMarks } from './suggested-marks.js';
import { markTyped, suggestedReplace } from './suggested-replace.js';
import { suggestionMark, type Suggesting } from './suggestion-marks.js';

export interface SuggestOptions extends Suggesting {
  readonly isOn: () => boolean;
}

const key = new PluginKey('suggestMode');

/** A transaction that is done and not suggested, and undone by itself: a decision on suggestions, a comment's mark. */
export const asDone = (transaction: Transaction): Transaction => closeHistory(transaction).setMeta(key, 'done');

/** Undo and redo bring back what was; they are no change of their own. */
const isSuggested = (transaction: Transaction): boolean =>
  transaction.docChanged &&
  transaction.getMeta(key) === undefined &&
  transaction.getMeta('history$') === undefined &&
  transaction.getMeta('addToHistory') !== false;

function movesText(step: Step): boolean {
  let moves = false;
  step.getMap().forEach(() => {
    moves = true;
  });
  return moves;
}

/** The same change as suggestions. */
export function suggested(state: EditorState, transaction: Transaction, by: Suggesting): Transaction {
  const { steps } = transaction;
  const [only] = steps;
  if (steps.length === 1 && only instanceof ReplaceStep) {
    const place = only.from === only.to ? insideSigns(state, only.from) : only.from;
    if (place === only.from && markTyped(state, transaction, only, by)) return transaction;
    const step = place === only.from ? only : new ReplaceStep(place, place, only.slice);
    const made = suggestedReplace(state, step, by);
    if (made) return like(made, transaction);
  }
  if (steps.every((step) => isTrackedMark(step) || !movesText(step))) {
    const { tr } = state;
    for (const step of steps) {
      if (isTrackedMark(step)) suggestMarks(state, tr, step, by);
      else tr.step(step);
    }
    return like(tr.setSelection(transaction.selection.map(tr.doc, tr.mapping)), transaction);
  }
  return like(replacedBlocks(state, transaction, by), transaction);
}

/** Takes over what the original asked of the view and of the history. */
function like(made: Transaction, original: Transaction): Transaction {
  for (const name of ['composition', 'uiEvent', 'paste', 'inputRule']) {
    const value: unknown = original.getMeta(name);
    if (value !== undefined) made.setMeta(name, value);
  }
  made.setTime(original.time);
  return original.scrolledIntoView ? made.scrollIntoView() : made;
}

/**
 * While it is on, what a person does to the text is suggested: the words stay, marked, until somebody takes or refuses
 * them. It stands between the commands and the view, so that keys, pastes, drags and menus need not know of it.
 */
export const SuggestMode = Extension.create<SuggestOptions>({
  name: 'suggestMode',
  addOptions: () => ({ isOn: () => false, newId: () => '', isOwn: () => false, record: () => undefined }),
  dispatchTransaction({ transaction, next }) {
    const { options, editor } = this;
    next(options.isOn() && isSuggested(transaction) ? suggested(editor.state, transaction, options) : transaction);
  },
  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin({
        key,
        props: {
          handleDOMEvents: {
            // An input method writes into the mark that is there when it begins: one that came later would break it off.
            compositionstart: (view) => {
              const { state } = view;
              const { $from, empty } = state.selection;
              if (!options.isOn() || !empty) return false;
              const place = insideSigns(state, $from.pos);
              if (place !== $from.pos) view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place)));
              const own = [$from.nodeBefore, $from.nodeAfter].some((node) =>
                node?.marks.some(
                  ({ type, attrs }) => type.name === 'insertion' && options.isOwn(String(attrs['changeId'])),
                ),
              );
              if (own) return false;
              const changeId = options.newId();
              options.record(changeId, 'insertion');
              const marks = state.storedMarks ?? $from.marks();
              view.dispatch(
                state.tr.setStoredMarks(suggestionMark(state.schema, 'insertion', { changeId }).addToSet(marks)),
              );
              return false;
            },
          },
        },
      }),
    ];
  },
});
