import { mergeAttributes, Node } from '@tiptap/core';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { blockMarks } from '../marks/block-marks.js';
import { textAttribute } from './attributes.js';

/** Rows of values under a caption. Editing (selection of cells, repair of ragged rows) is prosemirror-tables'. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  marks: blockMarks,
  isolating: true,
  addAttributes: () => ({ caption: textAttribute('caption') }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  extendNodeSchema: (extension) => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return {
      Tab: () => go(1) || (this.editor.isActive('table') && this.editor.chain().addTableRow('after').run() && go(1)),
      'Shift-Tab': () => go(-1),
    };
  },
  addProseMirrorPlugins: () => [tableEditing()],
});
