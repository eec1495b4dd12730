import { textAttr, type DocumentNode, type StoryDocument } from '../document/document.js';
import { nodeRules, type NodeName } from '../document/document-rules.js';
import type { NewId } from '../ids.js';

/** Where a text is parted: before a block, or inside a block of text at so many places (UTF-16 units, 1 for a break). */
export interface SplitPoint {
  readonly blockId: string;
  /** 0 = before the block. */
  readonly offset: number;
}

/** Blocks that cannot stand in halves: a table is parted before it, whole. */
const whole: ReadonlySet<string> = new Set(['table', 'gallery', 'image', 'codeBlock']);

/**
 * The blocks before and behind a point, each block around it in two halves; the second half of a block gets an id of its
 * own (decision 15). undefined where the block is not in the text.
 */
export function splitDocument(
  document: StoryDocument,
  point: SplitPoint,
  newId: NewId,
): readonly [readonly DocumentNode[], readonly DocumentNode[]] | undefined {
  return splitBlocks(document.content ?? [], point, newId);
}

type Halves = readonly [readonly DocumentNode[], readonly DocumentNode[]];

function splitBlocks(blocks: readonly DocumentNode[], point: SplitPoint, newId: NewId): Halves | undefined {
  for (const [at, block] of blocks.entries()) {
    const halves = halvesOf(block, point, newId);
    if (halves)
      return [
        [...blocks.slice(0, at), ...halves[0]],
        [...halves[1], ...blocks.slice(at + 1)],
      ];
  }
  return undefined;
}

/** What of a block stands before the point and what behind it; undefined where the point is not in it. */
function halvesOf(block: DocumentNode, point: SplitPoint, newId: NewId): Halves | undefined {
  const isIt = textAttr(block, 'blockId') === point.blockId;
  const content = block.content ?? [];
  if (whole.has(block.type)) return isIt || holds(block, point.blockId) ? [[], [block]] : undefined;
  const parts = isIt
    ? holdsText(block)
      ? splitInline(content, point.offset)
      : ([[], content] as const)
    : splitBlocks(content.filter(isBlock), point, newId);
  if (!parts) return undefined;
  if (parts[0].length === 0) return [[], [block]];
  if (parts[1].length === 0) return [[block], []];
  const second = { ...block, attrs: { ...block.attrs, blockId: newId() }, content: parts[1] };
  return [[{ ...block, content: parts[0] }], [second]];
}

const isBlock = (node: DocumentNode): boolean =>
  Object.hasOwn(nodeRules, node.type) && nodeRules[node.type as NodeName].isBlock;
const holdsText = (node: DocumentNode): boolean =>
  Object.hasOwn(nodeRules, node.type) && nodeRules[node.type as NodeName].holds === 'inline';
const holds = (node: DocumentNode, blockId: string): boolean =>
  (node.content ?? []).some((child) => textAttr(child, 'blockId') === blockId || holds(child, blockId));

/** How much room an inline node takes, as the editor counts: a text its letters, a note its letters and two, a break 1. */
function sizeOf({ text, content }: DocumentNode): number {
  if (text !== undefined) return text.length;
  return content ? content.reduce((sum, child) => sum + sizeOf(child), 2) : 1;
}

/** A point inside a note goes behind it. */
function splitInline(nodes: readonly DocumentNode[], offset: number): Halves {
  const [before, behind]: [DocumentNode[], DocumentNode[]] = [[], []];
  let at = 0;
  for (const node of nodes) {
    const size = sizeOf(node);
    const { text } = node;
    if (at >= offset) behind.push(node);
    else if (text === undefined || at + size <= offset) before.push(node);
    else {
      before.push({ ...node, text: text.slice(0, offset - at) });
      behind.push({ ...node, text: text.slice(offset - at) });
    }
    at += size;
  }
  return [before, behind];
}
