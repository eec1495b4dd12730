import { Mark } from '@tiptap/core';
import { dataAttribute } from './change-mark.js';

/** A passage that a comment, a legal flag or a source note speaks of; its thread stands in the story's `annotations`. */
export const Annotation = Mark.create({
  name: 'annotation',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ annotationId: dataAttribute('annotationId', 'data-annotation-id') }),
  parseHTML: () => [{ tag: 'span[data-annotation-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, class: 'annotation' }, 0],
});
