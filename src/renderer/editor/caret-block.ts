import type { Editor } from '@tiptap/core';

/** The nearest of some blocks at the cursor or before it; null where none stands before. */
export function blockAtCaret(editor: Editor, among: ReadonlySet<string>): string | null {
  let found: string | null = null;
  const { doc, selection } = editor.state;
  doc.nodesBetween(0, Math.min(selection.head, doc.content.size), (node) => {
    const id: unknown = node.attrs['blockId'];
    if (node.isTextblock && typeof id === 'string' && among.has(id)) found = id;
    return !node.isTextblock;
  });
  return found;
}
