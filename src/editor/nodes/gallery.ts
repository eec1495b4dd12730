import { mergeAttributes, Node } from '@tiptap/core';
import { blockMarks } from '../marks/block-marks.js';
import { textAttribute } from './attributes.js';
import type { ImageAttributes } from './image.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    gallery: {
      /** Puts pictures of the library as a gallery after the block of the cursor; refused without a picture. */
      insertGallery: (images: readonly ImageAttributes[]) => ReturnType;
    };
  }
}

/** Pictures that belong together, with one caption for all beside their own. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'image+',
  marks: blockMarks,
  isolating: true,
  addAttributes: () => ({ caption: textAttribute('caption') }),
  parseHTML: () => [{ tag: 'div.gallery' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { class: 'gallery' }), 0],
  addCommands() {
    return {
      insertGallery:
        (images) =>
        ({ commands }) =>
          images.length > 0 &&
          commands.insertContent({ type: this.name, content: images.map((attrs) => ({ type: 'image', attrs })) }),
    };
  },
});
