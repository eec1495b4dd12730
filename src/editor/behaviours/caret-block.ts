import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    caretBlock: {
      /** Marks the block of the caret (`has-caret`), or stops doing so. */
      markCaretBlock: (isMarked: boolean) => ReturnType;
    };
  }
}

const key = new PluginKey<boolean>('caretBlock');

function caretBlock(state: EditorState): DecorationSet | null {
  const { $head } = state.selection;
  if (key.getState(state) !== true || $head.depth === 0) return null;
  return DecorationSet.create(state.doc, [Decoration.node($head.before(1), $head.after(1), { class: 'has-caret' })]);
}

/** Marks the block of the caret while the focus mode asks for it, so that the mode is a matter of looks alone. */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addCommands: () => ({
    markCaretBlock:
      (isMarked) =>
      ({ tr }) => {
        tr.setMeta(key, isMarked).setMeta('addToHistory', false);
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        apply: (transaction, isMarked) => (transaction.getMeta(key) as boolean | undefined) ?? isMarked,
      },
      props: { decorations: caretBlock },
    }),
  ],
});
