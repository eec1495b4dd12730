import { mergeAttributes, Node } from '@tiptap/core';
import { blockMarks } from '../marks/block-marks.js';
import { textAttribute } from './attributes.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    factbox: {
      /** Puts the selected blocks into a factbox, or takes them out of the one that they stand in. */
      toggleFactbox: () => ReturnType;
    };
  }
}

/** A box beside the story, of any blocks: facts, a timeline, where to get help. */
export const Factbox = Node.create({
  name: 'factbox',
  group: 'block',
  content: 'block+',
  marks: blockMarks,
  defining: true,
  isolating: true,
  addAttributes: () => ({ title: textAttribute('title') }),
  parseHTML: () => [{ tag: 'div.factbox' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { class: 'factbox' }), 0],
  addCommands() {
    return {
      toggleFactbox:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    };
  },
});
