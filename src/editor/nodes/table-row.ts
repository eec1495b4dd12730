import { Node } from '@tiptap/core';
import { blockMarks } from '../marks/block-marks.js';

/** A row of a table. */
export const TableRow = Node.create({
  name: 'tableRow',
  content: 'cell+',
  marks: blockMarks,
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
  extendNodeSchema: (extension) => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
});
