import type { ChainedCommands } from '@tiptap/core';

/** What a toggle does at the caret, by name; the names are those of `activeFormats` and of the `format.` commands. */
export const textFormats = {
  paragraph: (chain) => chain.setParagraph(),
  heading2: (chain) => chain.toggleHeading({ level: 2 }),
  heading3: (chain) => chain.toggleHeading({ level: 3 }),
  heading4: (chain) => chain.toggleHeading({ level: 4 }),
  bold: (chain) => chain.toggleMark('bold'),
  italic: (chain) => chain.toggleMark('italic'),
  underline: (chain) => chain.toggleMark('underline'),
  strike: (chain) => chain.toggleMark('strike'),
  subscript: (chain) => chain.toggleMark('subscript'),
  superscript: (chain) => chain.toggleMark('superscript'),
  highlight: (chain) => chain.toggleMark('highlight'),
  code: (chain) => chain.toggleMark('code'),
  bulletList: (chain) => chain.toggleBulletList(),
  orderedList: (chain) => chain.toggleOrderedList(),
  blockquote: (chain) => chain.toggleBlockquote(),
  pullQuote: (chain) => chain.togglePullQuote(),
  factbox: (chain) => chain.toggleFactbox(),
  codeBlock: (chain) => chain.toggleCodeBlock(),
  horizontalRule: (chain) => chain.insertHorizontalRule(),
  table: (chain) => chain.insertTable({ rows: 3, columns: 3 }),
  footnote: (chain) => chain.insertFootnote(),
  clear: (chain) => chain.unsetAllMarks().clearNodes(),
} as const satisfies Readonly<Record<string, (chain: ChainedCommands) => ChainedCommands>>;
export type TextFormat = keyof typeof textFormats;

/** What is done to the table of the caret, by the name of its `table.` command. */
export const tableEdits = {
  rowAbove: (chain) => chain.addTableRow('before'),
  rowBelow: (chain) => chain.addTableRow('after'),
  columnBefore: (chain) => chain.addTableColumn('before'),
  columnAfter: (chain) => chain.addTableColumn('after'),
  deleteRow: (chain) => chain.deleteTableRow(),
  deleteColumn: (chain) => chain.deleteTableColumn(),
  merge: (chain) => chain.mergeTableCells(),
  split: (chain) => chain.splitTableCell(),
  headerRow: (chain) => chain.toggleTableHeader('row'),
  headerColumn: (chain) => chain.toggleTableHeader('column'),
  delete: (chain) => chain.deleteWholeTable(),
} as const satisfies Readonly<Record<string, (chain: ChainedCommands) => ChainedCommands>>;
export type TableEdit = keyof typeof tableEdits;
