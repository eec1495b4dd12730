import type { Node as ProseNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Decoration, DecorationSet } from '@tiptap/pm/view';

/** The borders of the text blocks around a changed range. */
function wholeBlocks(document: ProseNode, from: number, to: number): { from: number; to: number } {
  const start = document.resolve(Math.min(from, document.content.size));
  const end = document.resolve(Math.min(to, document.content.size));
  return {
    from: start.parent.isTextblock ? start.start() : from,
    to: end.parent.isTextblock ? end.end() : to,
  };
}

/** Marks of a text after a change: those of the changed blocks are made anew, all others only moved. */
export function redrawChanged(
  marks: DecorationSet,
  transaction: Transaction,
  draw: (document: ProseNode, from: number, to: number) => readonly Decoration[],
): DecorationSet {
  let next = marks.map(transaction.mapping, transaction.doc);
  transaction.mapping.maps.forEach((map, at) => {
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const later = transaction.mapping.slice(at + 1);
      const { from, to } = wholeBlocks(transaction.doc, later.map(newStart, -1), later.map(newEnd, 1));
      next = next.remove(next.find(from, to)).add(transaction.doc, [...draw(transaction.doc, from, to)]);
    });
  });
  return next;
}

/** The top-level blocks that one text has and the other hasn't; those that both share are not even looked up. */
export function changedChildren(before: ProseNode, after: ProseNode): { old: ProseNode[]; new: ProseNode[] } {
  const shorter = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < shorter && before.child(start) === after.child(start)) start += 1;
  let end = 0;
  while (end < shorter - start && before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end))
    end += 1;
  const middle = (doc: ProseNode): ProseNode[] =>
    Array.from({ length: doc.childCount - end - start }, (_, at) => doc.child(start + at));
  return { old: middle(before), new: middle(after) };
}
