import { Mark } from '@tiptap/core';

/** An attribute that travels as `data-…`, so that a copy inside the editor keeps it. */
export function dataAttribute(name: string, attribute: string) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute),
    renderHTML: (attributes: Record<string, unknown>) =>
      typeof attributes[name] === 'string' ? { [attribute]: attributes[name] } : {},
  };
}

/**
 * A mark of a tracked change; what one person puts in another may want to take away, so both can stand on a word; who made it and when stands in the story's `changes`, under `changeId`. Only our own
 * `ins` and `del` are read back: those of a pasted page are that page's history, not this desk's.
 */
export function changeMark(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ changeId: dataAttribute('changeId', 'data-change-id') }),
    parseHTML: () => [{ tag: `${tag}[data-change-id]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}
