import { Extension } from '@tiptap/core';
import { Fragment, type Node as ProseNode, type ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type Selection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    moveBlocks: {
      /** Moves the selected blocks, or the entry of a list, past their neighbour; refused where there is none. */
      moveBlocks: (direction: 'up' | 'down') => ReturnType;
    };
  }
}

/** Blocks whose children are moved one by one: entries of a list, paragraphs of a box, pictures of a gallery. */
const movesInside: readonly string[] = ['bulletList', 'orderedList', 'factbox', 'blockquote', 'gallery', 'doc'];

/** The depth of the blocks that move: the innermost level where they have brothers and the selection stays whole. */
function movedDepth($from: ResolvedPos, $to: ResolvedPos): number {
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth -= 1) {
    const parent = $from.node(depth);
    if (movesInside.includes(parent.type.name) && !isOnlyChild(depth, $from, $to)) return depth;
  }
  return 0;
}

/** The one paragraph of a quote or a box moves with all around it. */
const isOnlyChild = (depth: number, $from: ResolvedPos, $to: ResolvedPos): boolean =>
  depth > 0 && $from.node(depth).childCount === 1 && $from.index(depth) === $to.index(depth);

interface Exchange {
  readonly start: number;
  readonly end: number;
  readonly order: readonly ProseNode[];
  /** How far the selection goes with its blocks. */
  readonly offset: number;
}

/** What changes places with what; null at the end of the way. */
function exchange({ $from, $to }: Selection, direction: 'up' | 'down'): Exchange | null {
  const depth = movedDepth($from, $to);
  const parent = $from.node(depth);
  const first = $from.index(depth);
  // A block that is selected as a whole ends where the next one starts.
  const last = $to.depth > depth ? $to.index(depth) : Math.max(first, $to.index(depth) - 1);
  const other = direction === 'up' ? first - 1 : last + 1;
  if (other < 0 || other >= parent.childCount) return null;
  const moved = Array.from({ length: last - first + 1 }, (_, at) => parent.child(first + at));
  const neighbour = parent.child(other);
  return {
    start: $from.posAtIndex(Math.min(first, other), depth),
    end: $from.posAtIndex(Math.max(last, other) + 1, depth),
    order: direction === 'up' ? [...moved, neighbour] : [neighbour, ...moved],
    offset: direction === 'up' ? -neighbour.nodeSize : neighbour.nodeSize,
  };
}

/** Blocks go up and down as they are, with their ids. */
export const MoveBlocks = Extension.create({
  name: 'moveBlocks',
  addCommands: () => ({
    moveBlocks:
      (direction) =>
      ({ tr, dispatch }) => {
        const { selection } = tr;
        const change = exchange(selection, direction);
        if (!change) return false;
        if (!dispatch) return true;
        tr.replaceWith(change.start, change.end, Fragment.from([...change.order]));
        const isWhole = selection instanceof NodeSelection;
        tr.setSelection(
          isWhole
            ? NodeSelection.create(tr.doc, selection.from + change.offset)
            : TextSelection.create(tr.doc, selection.anchor + change.offset, selection.head + change.offset),
        ).scrollIntoView();
        return true;
      },
  }),
});
