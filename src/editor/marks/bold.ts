import { Bold as TiptapBold } from '@tiptap/extension-bold';

/** Strong text. The package already refuses the `<b style="font-weight:normal">` that Google Docs wraps a copy in. */
export const Bold = TiptapBold.extend({ addKeyboardShortcuts: () => ({}) });
