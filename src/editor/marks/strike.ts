import { Strike as TiptapStrike } from '@tiptap/extension-strike';

/** Text struck through on purpose. `del` of our own is a tracked deletion and another mark. */
export const Strike = TiptapStrike.extend({
  parseHTML: () => [
    { tag: 's' },
    { tag: 'strike' },
    { tag: 'del:not([data-change-id])' },
    {
      style: 'text-decoration',
      consuming: false,
      getAttrs: (style: string) => (style.includes('line-through') ? {} : false),
    },
  ],
  addKeyboardShortcuts: () => ({}),
});
