import { Italic as TiptapItalic } from '@tiptap/extension-italic';

/** Slanted text: titles of works, foreign words, stress. */
export const Italic = TiptapItalic.extend({ addKeyboardShortcuts: () => ({}) });
