import { Underline as TiptapUnderline } from '@tiptap/extension-underline';

/** Underlined text; a tracked insertion is `ins` and another mark. */
export const Underline = TiptapUnderline.extend({ addKeyboardShortcuts: () => ({}) });
