import { OrderedList as TiptapOrderedList } from '@tiptap/extension-list';
import { blockMarks } from '../marks/block-marks.js';

/** A numbered list; `start` is the first number, a whole one (a start that cannot be read counts as 1). */
export const OrderedList = TiptapOrderedList.extend({
  group: 'block',
  marks: blockMarks,
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
        return Number.isSafeInteger(start) ? start : 1;
      },
    },
  }),
  addKeyboardShortcuts: () => ({}),
});
