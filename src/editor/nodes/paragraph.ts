import { Paragraph as TiptapParagraph } from '@tiptap/extension-paragraph';

/** Our shortcuts stand in the table of commands; the package's Mod-Alt ones would eat AltGr (decision 29). */
export const Paragraph = TiptapParagraph.extend({
  renderHTML: () => ['p', { dir: 'auto' }, 0],
  addKeyboardShortcuts: () => ({}),
});
