import type { Node as ProseNode } from '@tiptap/pm/model';
import type { BlockRange } from './visible-blocks.js';

export interface PlacedText {
  readonly node: ProseNode;
  /** Where the block starts; its text starts one further. */
  readonly at: number;
}

/** The text blocks inside the top-level blocks of a range, in reading order. */
export function* blocksBetween(doc: ProseNode, { first, until }: BlockRange): Generator<PlacedText> {
  let at = 0;
  for (let index = 0; index < Math.min(until, doc.childCount); index += 1) {
    const block = doc.child(index);
    if (index >= first) yield* textBlocksOf(block, at);
    at += block.nodeSize;
  }
}

/** The text blocks of one block, itself among them; `at` is where it stands. */
export function* textBlocksOf(block: ProseNode, at: number): Generator<PlacedText> {
  if (block.isTextblock) {
    yield { node: block, at };
    return;
  }
  let inside = at + 1;
  for (let index = 0; index < block.childCount; index += 1) {
    const child = block.child(index);
    yield* textBlocksOf(child, inside);
    inside += child.nodeSize;
  }
}
