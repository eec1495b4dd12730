import type { EditorView } from '@tiptap/pm/view';

/** Scrolls the line of the caret to the middle of the text's window; a frame later, when the line has its place. */
export function keepInMiddle(view: EditorView): void {
  requestAnimationFrame(() => {
    const scroll = view.isDestroyed || !view.hasFocus() ? null : view.dom.closest('.scroll');
    if (!scroll) return;
    const { top, bottom } = view.coordsAtPos(view.state.selection.head);
    const box = scroll.getBoundingClientRect();
    scroll.scrollTop += (top + bottom) / 2 - (box.top + box.height / 2);
  });
}
