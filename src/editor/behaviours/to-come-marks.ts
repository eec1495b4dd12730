import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const toCome = /\bTK\b/gu;
const key = new PluginKey<DecorationSet>('toComeMarks');

/** TK marks of the text blocks in a range: only whole blocks are read, never the whole text. */
function marksIn(document: ProseNode, from: number, to: number): readonly Decoration[] {
  const found: Decoration[] = [];
  document.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    node.forEach((child, offset) => {
      for (const match of (child.text ?? '').matchAll(toCome)) {
        const start = at + 1 + offset + match.index;
        found.push(Decoration.inline(start, start + match[0].length, { class: 'to-come' }));
      }
    });
    return false;
  });
  return found;
}

/** The borders of the text blocks around a changed range. */
function wholeBlocks(document: ProseNode, from: number, to: number): { from: number; to: number } {
  const start = document.resolve(Math.min(from, document.content.size));
  const end = document.resolve(Math.min(to, document.content.size));
  return {
    from: start.parent.isTextblock ? start.start() : from,
    to: end.parent.isTextblock ? end.end() : to,
  };
}

function update(marks: DecorationSet, transaction: Transaction): DecorationSet {
  let next = marks.map(transaction.mapping, transaction.doc);
  transaction.mapping.maps.forEach((map, at) => {
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const later = transaction.mapping.slice(at + 1);
      const { from, to } = wholeBlocks(transaction.doc, later.map(newStart, -1), later.map(newEnd, 1));
      next = next.remove(next.find(from, to)).add(transaction.doc, [...marksIn(transaction.doc, from, to)]);
    });
  });
  return next;
}

/** Shows the TKs ("to come") of a text, so that no hole is overlooked. They are looks only and never stored. */
export const ToComeMarks = Extension.create({
  name: 'toComeMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => DecorationSet.create(doc, [...marksIn(doc, 0, doc.content.size)]),
        apply: (transaction, marks) => (transaction.docChanged ? update(marks, transaction) : marks),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
