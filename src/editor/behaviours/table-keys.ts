import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { CellSelection, isInTable } from '@tiptap/pm/tables';

/** The ways out of a table by keyboard that the table itself does not have. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 110,
  addKeyboardShortcuts() {
    return {
      /** From the last row down: into the block after the table, which is made where there is none. */
      ArrowDown: ({ editor }) => {
        const { state, view } = editor;
        const { selection } = state;
        if (!isInTable(state) || !(selection instanceof TextSelection) || !selection.empty || view.composing)
          return false;
        const { $head } = selection;
        const depth = tableDepth($head);
        const isLastRow = $head.index(depth) === $head.node(depth).childCount - 1;
        if (!isLastRow || !view.endOfTextblock('down')) return false;
        const after = $head.after(depth);
        if (after < state.doc.content.size) return false;
        return editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .setTextSelection(after + 1)
          .run();
      },
      Escape: ({ editor }) =>
        editor.state.selection instanceof CellSelection &&
        editor.commands.setTextSelection(editor.state.selection.from),
    };
  },
});

function tableDepth($head: TextSelection['$head']): number {
  for (let depth = $head.depth; depth > 0; depth -= 1) if ($head.node(depth).type.name === 'table') return depth;
  throw new RangeError('the caret is not in a table');
}
