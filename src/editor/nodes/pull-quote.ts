import { mergeAttributes, Node } from '@tiptap/core';
import { textAttribute } from './attributes.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pullQuote: {
      /** Makes the block of the cursor a pull quote, or a paragraph again. */
      togglePullQuote: () => ReturnType;
    };
  }
}

/** A line lifted from the story and set apart; `credit` names the speaker. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ credit: textAttribute('credit') }),
  parseHTML: () => [{ tag: 'aside.pull-quote' }],
  renderHTML: ({ HTMLAttributes }) => [
    'aside',
    mergeAttributes(HTMLAttributes, { class: 'pull-quote', dir: 'auto' }),
    0,
  ],
  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
});
