import { Mark } from '@tiptap/core';
import { dataAttribute } from './change-mark.js';

/** A suggestion that changes an attribute or a mark; remembers what it was, so that it can be refused. */
export const Modification = Mark.create({
  name: 'modification',
  inclusive: false,
  // One for each attribute that a suggestion changes, beside an insertion or a deletion of somebody else.
  excludes: '',
  addAttributes: () => ({
    changeId: dataAttribute('changeId', 'data-change-id'),
    attrName: { default: null, rendered: false },
    previousValue: { default: null, rendered: false },
    newValue: { default: null, rendered: false },
  }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'modification' }, 0],
});
