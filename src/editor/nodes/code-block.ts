import { Node, textblockTypeInputRule } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    codeBlock: {
      /** Makes the block of the cursor lines of code, or a paragraph again. */
      toggleCodeBlock: () => ReturnType;
    };
  }
}

/** Lines that are set as they stand, left to right: a command, a page's source. */
export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: 'insertion deletion annotation',
  code: true,
  defining: true,
  addAttributes: () => ({
    language: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-language') ?? '',
      renderHTML: ({ language }: Record<string, unknown>): Record<string, unknown> =>
        language === '' ? {} : { 'data-language': language },
    },
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', { ...HTMLAttributes, dir: 'ltr' }, ['code', 0]],
  addCommands() {
    return {
      toggleCodeBlock:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^```([a-z0-9+#-]{0,30})\s$/iu,
        type: this.type,
        getAttributes: (match) => ({ language: match[1] ?? '' }),
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const isAtStart = empty && $from.parent.type.name === this.name && $from.parentOffset === 0;
        return isAtStart && $from.parent.content.size === 0 && editor.commands.setNode('paragraph');
      },
      Tab: ({ editor }) =>
        editor.state.selection.$from.parent.type.name === this.name && editor.commands.insertContent('\t'),
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (editor.view.composing || selection.$from.parent.type.name !== this.name) return false;
        // Two line ends in a row at the end are the way out, as in a list.
        const atEnd = selection.empty && selection.$from.parentOffset === selection.$from.parent.content.size;
        if (atEnd && selection.$from.parent.textContent.endsWith('\n\n'))
          return editor
            .chain()
            .deleteRange({ from: selection.from - 2, to: selection.from })
            .command(({ tr, state }) => {
              const paragraph = state.schema.nodes['paragraph']?.createAndFill();
              if (!paragraph) return false;
              tr.insert(tr.selection.$from.after(), paragraph);
              return true;
            })
            .setTextSelection(selection.from)
            .run();
        return editor.commands.insertContent('\n');
      },
    };
  },
});
