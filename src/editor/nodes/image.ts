import { Node } from '@tiptap/core';
import { mediaId } from '../../core/ids.js';
import { pictureUseSchema, plainUse, type PictureUse } from '../../core/media/picture-use.js';
import { jsonAttribute, textAttribute } from './attributes.js';

/** A picture of the library (`media` is its id there), the texts beside it, and how the story uses it. */
export interface ImageAttributes extends Partial<PictureUse> {
  readonly media: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    image: {
      /** Puts a picture of the library after the block of the cursor. */
      insertImage: (image: ImageAttributes) => ReturnType;
    };
  }
}

const texts = ['alt', 'caption', 'credit'] as const;
const uses = ['size', 'rotate', 'crop', 'focal'] as const satisfies readonly (keyof PictureUse)[];
const useAttribute = (name: (typeof uses)[number]) =>
  jsonAttribute(name, plainUse[name], (value) => pictureUseSchema.safeParse({ [name]: value }).success);

/**
 * A picture in the body. Only pictures of our own library can be parsed: an `<img>` from somewhere else has no media
 * id, so a paste never makes the page ask another computer for it (`reliability.md` 44).
 */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addAttributes: () => ({
    media: textAttribute('media'),
    ...Object.fromEntries(texts.map((name) => [name, textAttribute(name)])),
    ...Object.fromEntries(uses.map((name) => [name, useAttribute(name)])),
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-media]',
      getAttrs: (element) => (mediaId.safeParse(element.getAttribute('data-media')).success ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
  addCommands() {
    return {
      insertImage:
        (image) =>
        ({ state, tr, dispatch }) => {
          const type = state.schema.nodes['image'];
          if (!type) return false;
          if (dispatch) {
            const { $from } = state.selection;
            const depth = Math.min($from.depth, 1);
            const at = depth === 0 ? state.selection.to : $from.after(depth);
            dispatch(tr.insert(at, type.create(image)).scrollIntoView());
          }
          return true;
        },
    };
  },
});
