import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { DocumentNode, StoryDocument } from '../../core/document/document.js';
import { nodeRules, type NodeName } from '../../core/document/document-rules.js';
import type { NewId } from '../../core/ids.js';

/** The nodes that carry a `blockId`, from the rules of the document. */
export const blockTypes = (Object.keys(nodeRules) as NodeName[]).filter((name) => nodeRules[name].isBlock);

const idOf = (node: { attrs?: Readonly<Record<string, unknown>> }): string | null => {
  const id = node.attrs?.['blockId'];
  return typeof id === 'string' && id !== '' ? id : null;
};

/** The document with an id on every block and none twice: done once when a story is opened, outside the undo history. */
export function withBlockIds(document: StoryDocument, newId: NewId): StoryDocument {
  const seen = new Set<string>();
  const given = (node: DocumentNode): DocumentNode => {
    const content = node.content ? { content: node.content.map(given) } : {};
    if (!(blockTypes as readonly string[]).includes(node.type)) return { ...node, ...content };
    const own = idOf(node);
    const blockId = own !== null && !seen.has(own) ? own : newId();
    seen.add(blockId);
    return { ...node, attrs: { ...node.attrs, blockId }, ...content };
  };
  return { ...document, content: (document.content ?? []).map(given) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the transactions touched, in the old document and in the new one. */
function changedRanges(transactions: readonly Transaction[], sizes: { old: number; new: number }) {
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps);
  const before: Range[] = [];
  const after: Range[] = [];
  maps.forEach((map, at) => {
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      let [from, to] = [newStart, newEnd];
      for (const later of maps.slice(at + 1)) [from, to] = [later.map(from, -1), later.map(to, 1)];
      after.push({ from: Math.max(0, from - 1), to: Math.min(sizes.new, to + 1) });
      [from, to] = [oldStart, oldEnd];
      for (const earlier of maps.slice(0, at).reverse()) {
        const inverse = earlier.invert();
        [from, to] = [inverse.map(from, -1), inverse.map(to, 1)];
      }
      before.push({ from: Math.max(0, from - 1), to: Math.min(sizes.old, to + 1) });
    });
  });
  return { before, after };
}

interface PlacedBlock {
  readonly node: ProseNode;
  readonly at: number;
}

function blocksIn(document: ProseNode, ranges: readonly Range[]): readonly PlacedBlock[] {
  const found = new Map<number, ProseNode>();
  for (const { from, to } of ranges)
    document.nodesBetween(from, to, (node, at) => {
      if (node.isBlock) found.set(at, node);
      return node.isBlock;
    });
  return [...found].map(([at, node]) => ({ node, at })).sort((left, right) => left.at - right.at);
}

/**
 * Gives ids where blocks came without one or with one that stands elsewhere. It looks at the changed ranges only: the
 * whole document is counted just when a block with an id turns up that was not there before (a drag that copies).
 */
export function repairBlockIds(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: NewId,
): Transaction | null {
  if (!transactions.some((transaction) => transaction.docChanged)) return null;
  const ranges = changedRanges(transactions, { old: before.doc.content.size, new: after.doc.content.size });
  const known = new Set(blocksIn(before.doc, ranges.before).map(({ node }) => idOf(node)));
  const blocks = blocksIn(after.doc, ranges.after);
  const arrivals = blocks.filter(({ node }) => idOf(node) !== null && !known.has(idOf(node)));
  const elsewhere =
    arrivals.length > 0 ? idsOutside(after.doc, new Set(blocks.map(({ at }) => at))) : new Set<string>();
  const seen = new Set<string>();
  const repair = after.tr;
  for (const { node, at } of blocks) {
    const id = idOf(node);
    if (id !== null && !seen.has(id) && !elsewhere.has(id)) {
      seen.add(id);
      continue;
    }
    repair.setNodeAttribute(at, 'blockId', newId());
  }
  return repair.docChanged ? repair.setMeta('addToHistory', false) : null;
}

function idsOutside(document: ProseNode, inside: ReadonlySet<number>): Set<string> {
  const ids = new Set<string>();
  document.descendants((node, at) => {
    const id = idOf(node);
    if (id !== null && !inside.has(at)) ids.add(id);
    return node.isBlock;
  });
  return ids;
}

/** Every block has an id of its own in the story (decision 15); it is never rendered, so it never leaves by a copy. */
export const BlockIds = Extension.create<{ newId: NewId }>({
  name: 'blockIds',
  addOptions: () => ({ newId: () => crypto.randomUUID() }),
  addGlobalAttributes: () => [
    {
      types: [...blockTypes],
      attributes: { blockId: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null } },
    },
  ],
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [
      new Plugin({
        appendTransaction: (transactions, before, after) => repairBlockIds(transactions, before, after, newId),
      }),
    ];
  },
});
