import { mergeAttributes, Node } from '@tiptap/core';
import { storyId } from '../../core/ids.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    storyCard: {
      /** Puts the card of a story of this library after the block of the cursor; refused for an id that is none. */
      insertStoryCard: (id: string) => ReturnType;
    };
  }
}

/** Another story of the library as a card in the text; what the card says is looked up when it is shown or exported. */
export const StoryCard = Node.create({
  name: 'storyCard',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    storyId: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-story-card') ?? '' },
  }),
  parseHTML: () => [
    {
      tag: 'div[data-story-card]',
      getAttrs: (element) => (storyId.safeParse(element.getAttribute('data-story-card')).success ? null : false),
    },
  ],
  renderHTML: ({ node }) => [
    'div',
    mergeAttributes({ class: 'story-card', 'data-story-card': String(node.attrs['storyId']) }),
  ],
  addCommands() {
    return {
      insertStoryCard:
        (id) =>
        ({ commands }) =>
          storyId.safeParse(id).success && commands.insertContent({ type: this.name, attrs: { storyId: id } }),
    };
  },
});
