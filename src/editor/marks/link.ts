import { Mark } from '@tiptap/core';
import { storyId } from '../../core/ids.js';
import { isSafeHref } from '../../core/text/link.js';

/** A link has an address outside (`href`) or a story of this library (`storyId`), which is resolved at export. */
export interface LinkTarget {
  readonly href: string | null;
  readonly storyId: string | null;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection; refused for an address that is not http, https or mailto. */
      setLink: (target: LinkTarget) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/** Whether a link with this target may stand in a story: the same rule as `checkDocument`. */
export function mayLink(target: LinkTarget): boolean {
  if (target.storyId) return storyId.safeParse(target.storyId).success;
  return target.href !== null && isSafeHref(target.href);
}

/** Our own mark, not the package's: no autolink, no click handling, one allow-list (`core/text/link.ts`) at each door. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  exitable: true,
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
    storyId: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-story-id'),
    },
  }),
  parseHTML: () => [
    {
      tag: 'a',
      getAttrs: (element) => {
        const target = { href: element.getAttribute('href'), storyId: element.getAttribute('data-story-id') };
        return mayLink(target) ? null : false;
      },
    },
  ],
  renderHTML({ mark }) {
    const { href, storyId: story } = mark.attrs as LinkTarget;
    const attributes: Record<string, string> = {};
    if (story) attributes['data-story-id'] = story;
    if (href && isSafeHref(href)) attributes['href'] = href;
    return ['a', attributes, 0];
  },
  addCommands() {
    return {
      setLink:
        (target) =>
        ({ chain }) =>
          mayLink(target) && chain().extendMarkRange(this.name).setMark(this.name, target).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    };
  },
});
