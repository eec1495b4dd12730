import { UndoRedo } from '@tiptap/extensions';

/**
 * Undo and redo. A story is opened with an EditorState of its own, so undo can reach neither the text before it was
 * loaded nor another story (`reliability.md` 36).
 */
export const History = UndoRedo.configure({ depth: 500 });
