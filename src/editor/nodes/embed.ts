import { mergeAttributes, Node } from '@tiptap/core';
import { isSafeHref } from '../../core/text/link.js';
import { textAttribute } from './attributes.js';

/** A video, post or map of another site, as its address: nothing is ever loaded from there. */
export interface EmbedAttributes {
  readonly provider: string;
  readonly url: string;
  readonly title: string;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    embed: {
      /** Puts an embed after the block of the cursor; refused for an address that is not http, https or mailto. */
      insertEmbed: (embed: EmbedAttributes) => ReturnType;
    };
  }
}

/** Shown as a card with its address (ux: it never loads anything). */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    provider: textAttribute('provider'),
    url: textAttribute('url'),
    title: textAttribute('title'),
  }),
  parseHTML: () => [
    {
      tag: 'div.embed[data-url]',
      getAttrs: (element) => (isSafeHref(element.getAttribute('data-url') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes, node }) => [
    'div',
    mergeAttributes(HTMLAttributes, { class: 'embed' }),
    ['span', { class: 'embed-provider' }, String(node.attrs['provider'])],
    ['span', { class: 'embed-title' }, String(node.attrs['title'] || node.attrs['url'])],
  ],
  addCommands() {
    return {
      insertEmbed:
        (embed) =>
        ({ commands }) =>
          isSafeHref(embed.url) && commands.insertContent({ type: this.name, attrs: { ...embed } }),
    };
  },
});
