import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    galleries: {
      /** Makes one gallery of the pictures with these block ids that stand side by side; refused where none does. */
      gatherGallery: (blockIds: ReadonlySet<string>) => ReturnType;
      /** Puts the selected picture and those beside it into a gallery, or takes the pictures out of theirs. */
      toggleGallery: () => ReturnType;
    };
  }
}

interface Run {
  readonly from: number;
  readonly images: readonly ProseNode[];
}

/** The first run of pictures among the children of the document that `isWanted` begins with. */
function runOf(doc: ProseNode, isWanted: (node: ProseNode, at: number) => boolean): Run | null {
  let images: ProseNode[] = [];
  let from = 0;
  let at = 0;
  for (let index = 0; index < doc.childCount; index += 1) {
    const node = doc.child(index);
    if (node.type.name === 'image' && isWanted(node, at)) {
      if (images.length === 0) from = at;
      images = [...images, node];
    } else if (images.length > 0) break;
    at += node.nodeSize;
  }
  return images.length === 0 ? null : { from, images };
}

const sizeOf = (nodes: readonly ProseNode[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);

/** Pictures that stand one after the other become a gallery, and a gallery pictures again. */
export const Galleries = Extension.create({
  name: 'galleries',
  addCommands: () => ({
    gatherGallery:
      (blockIds) =>
      ({ state, tr, dispatch }) => {
        const run = runOf(tr.doc, (node) => blockIds.has(String(node.attrs['blockId'])));
        const type = state.schema.nodes['gallery'];
        if (!run || !type) return false;
        if (dispatch) tr.replaceWith(run.from, run.from + sizeOf(run.images), type.create(null, [...run.images]));
        return true;
      },
    toggleGallery:
      () =>
      ({ state, tr, dispatch }) => {
        const { $from, from } = tr.selection;
        const type = state.schema.nodes['gallery'];
        if (!type) return false;
        if ($from.parent.type === type) {
          if (dispatch) tr.replaceWith($from.before(), $from.after(), $from.parent.content);
          return true;
        }
        const selected = tr.doc.nodeAt(from);
        if (selected?.type.name !== 'image' || $from.depth > 0) return false;
        let start = $from.index();
        let end = start + 1;
        while (start > 0 && tr.doc.child(start - 1).type.name === 'image') start -= 1;
        while (end < tr.doc.childCount && tr.doc.child(end).type.name === 'image') end += 1;
        const images = Array.from({ length: end - start }, (_, at) => tr.doc.child(start + at));
        const at = $from.posAtIndex(start);
        if (dispatch) tr.replaceWith(at, at + sizeOf(images), type.create(null, images));
        return true;
      },
  }),
});
