import { Blockquote as TiptapBlockquote } from '@tiptap/extension-blockquote';
import { blockMarks } from '../marks/block-marks.js';
import { textAttribute } from './attributes.js';

/** A passage in someone else's words; `attribution` says whose. */
export const Blockquote = TiptapBlockquote.extend({
  group: 'block',
  content: 'block+',
  marks: blockMarks,
  addAttributes: () => ({ attribution: textAttribute('attribution') }),
  addKeyboardShortcuts: () => ({}),
});
