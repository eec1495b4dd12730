import { mergeAttributes, Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a footnote at the cursor; its text is written in place, the number follows from the order. */
      insertFootnote: (text?: string) => ReturnType;
    };
  }
}

/** A note that readers find at the end of the story; in the document it stands where its number is. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: 'text*',
  parseHTML: () => [{ tag: 'span.footnote' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'footnote' }), 0],
  addCommands() {
    return {
      insertFootnote:
        (text = '') =>
        ({ commands }) =>
          commands.insertContent({
            type: this.name,
            ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
          }),
    };
  },
});
