import { mergeAttributes, Node } from '@tiptap/core';
import { blockMarks } from '../marks/block-marks.js';

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const value = Number.parseInt(element.getAttribute(name) ?? '1', 10);
    return value >= 1 && value <= 200 ? value : 1;
  },
  renderHTML: (attributes: Record<string, unknown>): Record<string, unknown> =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
});

/** The two kinds of cell differ in name, tag and role only. */
const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: 'cell' | 'header_cell') =>
  Node.create({
    name,
    group: 'cell',
    content: 'block+',
    marks: blockMarks,
    isolating: true,
    addAttributes: () => ({
      colspan: span('colspan'),
      rowspan: span('rowspan'),
      // prosemirror-tables asks for it; our columns are as wide as their words, so it is never set or kept.
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
    // It is asked about every node of the schema.
    extendNodeSchema: (extension) => (extension.name === name ? { tableRole } : {}),
  });

/** A value in a table. */
export const TableCell = cell('tableCell', 'td', 'cell');

/** The heading of a row or a column. */
export const TableHeader = cell('tableHeader', 'th', 'header_cell');
