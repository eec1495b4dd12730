import { HardBreak as TiptapHardBreak } from '@tiptap/extension-hard-break';

/** A new line inside a paragraph: Shift+Enter. Mod+Enter stays free for dialogs. */
export const HardBreak = TiptapHardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});
