import { Extension } from '@tiptap/core';
import {
  addColumn,
  addRow,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  selectedRect,
  isInTable,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tableCommands: {
      /** Puts a table at the cursor, its first row of headings; the cursor goes into the first cell. */
      insertTable: (size: { readonly rows: number; readonly columns: number }) => ReturnType;
      addTableRow: (side: 'before' | 'after') => ReturnType;
      addTableColumn: (side: 'before' | 'after') => ReturnType;
      deleteTableRow: () => ReturnType;
      deleteTableColumn: () => ReturnType;
      deleteWholeTable: () => ReturnType;
      /** Makes the selected cells one. */
      mergeTableCells: () => ReturnType;
      splitTableCell: () => ReturnType;
      /** Makes the first row or the first column headings, or values again. */
      toggleTableHeader: (kind: 'row' | 'column') => ReturnType;
    };
  }
}

type Side = 'before' | 'after';

/** What is done to tables, as commands; each is refused outside a table. */
export const TableCommands = Extension.create({
  name: 'tableCommands',
  addCommands: () => ({
    insertTable:
      ({ rows, columns }) =>
      ({ commands, tr }) => {
        const from = tr.selection.from;
        const row = (type: string) => ({
          type: 'tableRow',
          content: Array.from({ length: columns }, () => ({ type, content: [{ type: 'paragraph' }] })),
        });
        const content = Array.from({ length: rows }, (_, at) => row(at === 0 ? 'tableHeader' : 'tableCell'));
        if (!commands.insertContent([{ type: 'table', content }, { type: 'paragraph' }])) return false;
        let first = -1;
        tr.doc.nodesBetween(Math.max(0, from - 2), tr.doc.content.size, (node, at) => {
          if (first < 0 && node.type.name === 'tableHeader') first = at;
          return first < 0;
        });
        return first < 0 || commands.setTextSelection(first + 2);
      },
    addTableRow:
      (side: Side) =>
      ({ state, tr, dispatch }) => {
        if (!isInTable(state)) return false;
        const rect = selectedRect(state);
        if (dispatch) addRow(tr, rect, side === 'before' ? rect.top : rect.bottom);
        return true;
      },
    addTableColumn:
      (side: Side) =>
      ({ state, tr, dispatch }) => {
        if (!isInTable(state)) return false;
        const rect = selectedRect(state);
        if (dispatch) addColumn(tr, rect, side === 'before' ? rect.left : rect.right);
        return true;
      },
    deleteTableRow:
      () =>
      ({ state, dispatch }) =>
        deleteRow(state, dispatch),
    deleteTableColumn:
      () =>
      ({ state, dispatch }) =>
        deleteColumn(state, dispatch),
    deleteWholeTable:
      () =>
      ({ state, dispatch }) =>
        deleteTable(state, dispatch),
    mergeTableCells:
      () =>
      ({ state, dispatch }) =>
        state.selection instanceof CellSelection && mergeCells(state, dispatch),
    splitTableCell:
      () =>
      ({ state, dispatch }) =>
        splitCell(state, dispatch),
    toggleTableHeader:
      (kind: 'row' | 'column') =>
      ({ state, dispatch }) =>
        toggleHeader(kind)(state, dispatch),
  }),
});
