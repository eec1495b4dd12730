import { Mark } from '@tiptap/core';

/** A passage marked with the pen. */
export const Highlight = Mark.create({
  name: 'highlight',
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: () => ['mark', 0],
});
