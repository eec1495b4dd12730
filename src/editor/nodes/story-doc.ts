import { Node } from '@tiptap/core';
import { blockMarks } from '../marks/block-marks.js';

/** The root: at least one block, which may carry the marks of a tracked change. */
export const StoryDoc = Node.create({ name: 'doc', topNode: true, content: 'block+', marks: blockMarks });
