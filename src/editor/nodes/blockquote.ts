import { Blockquote as TiptapBlockquote } from '@tiptap/extension-blockquote';
import { blockMarks } from '../marks/block-marks.js';

/** A passage in someone else's words. */
export const Blockquote = TiptapBlockquote.extend({
  group: 'block',
  content: 'block+',
  marks: blockMarks,
  addKeyboardShortcuts: () => ({}),
});
