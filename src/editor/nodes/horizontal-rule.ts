import { Node, nodeInputRule } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    horizontalRule: {
      /** Puts a dividing line after the block of the cursor. */
      insertHorizontalRule: () => ReturnType;
    };
  }
}

/** A line that parts two passages. */
export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addCommands() {
    return {
      insertHorizontalRule:
        () =>
        ({ commands }) =>
          commands.insertContent([{ type: this.name }, { type: 'paragraph' }]),
    };
  },
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|[\u2013\u2014]-|\*\*\*\s)$/u, type: this.type })];
  },
});
