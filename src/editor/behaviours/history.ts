import { UndoRedo } from '@tiptap/extensions';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What comes next is a step of its own, however soon after the last key. */
function closeStep(view: EditorView): false {
  if (view.editable) view.dispatch(closeHistory(view.state.tr));
  return false;
}

/**
 * Undo and redo. A story is opened with an EditorState of its own, so undo can reach neither the text before it was
 * loaded nor another story (`reliability.md` 36). What is dropped, pasted or cut is undone by itself: keys that were
 * pressed within the half second before it are not taken away along with it.
 */
export const History = UndoRedo.configure({ depth: 500 }).extend({
  addProseMirrorPlugins() {
    const handleDOMEvents = { drop: closeStep, paste: closeStep, cut: closeStep };
    return [...(this.parent?.() ?? []), new Plugin({ props: { handleDOMEvents } })];
  },
});
