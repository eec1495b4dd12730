import { BulletList as TiptapBulletList } from '@tiptap/extension-list';
import { blockMarks } from '../marks/block-marks.js';

/** A list with bullets. */
export const BulletList = TiptapBulletList.extend({
  group: 'block',
  marks: blockMarks,
  addKeyboardShortcuts: () => ({}),
});
