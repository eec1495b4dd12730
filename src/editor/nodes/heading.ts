import { Heading as TiptapHeading } from '@tiptap/extension-heading';

/** Levels of a heading inside the body: 1 is the story's headline. */
export const headingLevels = [2, 3, 4] as const;
export type HeadingLevel = (typeof headingLevels)[number];

const isLevel = (value: unknown): value is HeadingLevel => (headingLevels as readonly unknown[]).includes(value);

/** A pasted h1 becomes level 2 and h5, h6 level 4: their text is a heading, whatever its size was elsewhere. */
export const Heading = TiptapHeading.extend({
  addOptions() {
    return { HTMLAttributes: {}, levels: [...headingLevels] };
  },
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 3 } },
    { tag: 'h4', attrs: { level: 4 } },
    { tag: 'h5', attrs: { level: 4 } },
    { tag: 'h6', attrs: { level: 4 } },
  ],
  renderHTML({ node }) {
    const level: unknown = node.attrs['level'];
    return [`h${String(isLevel(level) ? level : 2)}`, { dir: 'auto' }, 0];
  },
  addKeyboardShortcuts: () => ({}),
});
