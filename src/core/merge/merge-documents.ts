import { innerBlocks, isTextBlock } from '../compare/block-kinds.js';
import { blockIdOf, matchBlocks } from '../compare/match-blocks.js';
import { sameBlock } from '../compare/same-block.js';
import { increasing, type Pair } from '../compare/sequence-diff.js';
import { withUniqueIds } from '../document/block-ids.js';
import { nodeRules, type NodeName } from '../document/document-rules.js';
import { emptyDocument, walk, type DocumentNode, type StoryDocument } from '../document/document.js';
import type { NewId } from '../ids.js';
import { canonicalJson } from '../library/canonical-json.js';
import { mergeValue, sameValue } from './merge-values.js';
import { mergeWords } from './merge-words.js';

/** A block that both sides changed, or that one took away while the other changed it. */
export interface BlockConflict {
  /** The block that stands in the merged text. */
  readonly blockId: string;
  readonly base: DocumentNode | null;
  readonly mine: DocumentNode | null;
  readonly theirs: DocumentNode | null;
}

export interface MergedDocument {
  readonly document: StoryDocument;
  readonly conflicts: readonly BlockConflict[];
}

interface Work {
  readonly newId: NewId;
  /** Which side comes first where both add at one place: by content, so that it is the same seen from either side. */
  readonly isMineFirst: boolean;
  /** Every block by its id, also inside of others. */
  readonly inBase: ReadonlyMap<string, DocumentNode>;
  readonly inMine: ReadonlyMap<string, DocumentNode>;
  readonly inTheirs: ReadonlyMap<string, DocumentNode>;
  readonly conflicts: BlockConflict[];
  /** Blocks that one side put elsewhere while the other changed them where they were, by id. */
  readonly parted: Map<string, Parted>;
}

/** One block in two places: where one side left and changed it, and where the other side put it. */
interface Parted {
  readonly base: DocumentNode;
  readonly left: DocumentNode;
  readonly moved: DocumentNode;
  readonly isLeftMine: boolean;
}

/** Stands where a parted block was, until it is known whether its other place is in the merged text. */
const partedType = 'parted';
const isParted = ({ type }: DocumentNode): boolean => type === partedType;

/**
 * The text of two sides that began from one: aligned by block, merged by word inside of a block. Whatever one side alone
 * did is done; where both touched the same words, or one took away what the other changed, both versions are given and
 * the text holds mine (or the one that is left). No word that either side wrote is lost.
 */
export function mergeDocuments(
  base: StoryDocument,
  mine: StoryDocument,
  theirs: StoryDocument,
  newId: NewId,
): MergedDocument {
  const work: Work = {
    newId,
    isMineFirst: canonicalJson(mine) <= canonicalJson(theirs),
    inBase: blocksById(base),
    inMine: blocksById(mine),
    inTheirs: blocksById(theirs),
    conflicts: [],
    parted: new Map(),
  };
  const merged = mergeSiblings(base.content ?? [], mine.content ?? [], theirs.content ?? [], work);
  const joined = work.parted.size > 0 ? rejoined(merged, work) : merged;
  const document = joined.length > 0 ? withUniqueIds({ type: 'doc', content: joined }, newId) : emptyDocument;
  // What differs inside of a block that is given whole in two versions is no conflict of its own.
  const there = blocksById(document);
  return { document, conflicts: work.conflicts.filter(({ blockId }) => there.has(blockId)) };
}

function blocksById(document: StoryDocument): ReadonlyMap<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  for (const { node } of walk(document)) {
    const id = blockIdOf(node);
    if (id !== null && !found.has(id)) found.set(id, node);
  }
  return found;
}

/**
 * A parted block is merged where the one side put it, if that place is in the merged text. If it is not (the other side took
 * the place away, or changed it another way), the block stays where the other side has it, until a person decides.
 */
function rejoined(content: readonly DocumentNode[], work: Work): readonly DocumentNode[] {
  const places = new Set<DocumentNode>();
  const collect = (node: DocumentNode): void => {
    places.add(node);
    if (!isTextBlock(node)) for (const child of node.content ?? []) collect(child);
  };
  for (const node of content) collect(node);
  const join = (node: DocumentNode): readonly DocumentNode[] => {
    const id = blockIdOf(node);
    const parted = id === null ? undefined : work.parted.get(id);
    if (isParted(node)) return parted ? whereItWas(parted, places, work) : [];
    if (parted?.moved === node && canJoin(parted)) return [mergeParted(parted, work)];
    return isTextBlock(node) || !node.content ? [node] : [{ ...node, content: node.content.flatMap(join) }];
  };
  return content.flatMap(join);
}

function whereItWas(parted: Parted, places: ReadonlySet<DocumentNode>, work: Work): readonly DocumentNode[] {
  const { base, left, moved, isLeftMine } = parted;
  if (places.has(moved)) return canJoin(parted) ? [] : [left];
  return [conflicting({ base, mine: isLeftMine ? left : null, theirs: isLeftMine ? null : left }, left, work)];
}

/** Words with looks cannot go into a block of bare text: then both blocks stay. */
const canJoin = ({ left, moved }: Parted): boolean =>
  nodeRules[left.type as NodeName].holds === nodeRules[moved.type as NodeName].holds;

/** What may stand in its new place is of the kind that was put there. */
function mergeParted({ base, left, moved, isLeftMine }: Parted, work: Work): DocumentNode {
  const there = ({ content }: DocumentNode): DocumentNode => withContent(moved, content ?? []);
  const [mine, theirs] = isLeftMine ? [there(left), moved] : [moved, there(left)];
  return mergeBlock(there(base), mine, theirs, work);
}

const sameList = (one: readonly DocumentNode[], other: readonly DocumentNode[]): boolean =>
  one.length === other.length && one.every((node, at) => other[at] !== undefined && sameBlock(node, other[at]));

/** One block of the merged order: by its place in the three lists, -1 = not there. */
interface Slot {
  readonly base: number;
  readonly mine: number;
  readonly theirs: number;
}

function mergeSiblings(
  base: readonly DocumentNode[],
  mine: readonly DocumentNode[],
  theirs: readonly DocumentNode[],
  work: Work,
): readonly DocumentNode[] {
  if (sameList(base, theirs) || sameList(mine, theirs)) return mine;
  if (sameList(base, mine)) return theirs;
  return slotsOf(base, mine, theirs, work).flatMap((slot) => {
    const node = mergeSlot(base[slot.base] ?? null, mine[slot.mine] ?? null, theirs[slot.theirs] ?? null, work);
    return node ? [node] : [];
  });
}

/** Which blocks are one, and in which order they stand. */
function slotsOf(
  base: readonly DocumentNode[],
  mine: readonly DocumentNode[],
  theirs: readonly DocumentNode[],
  { isMineFirst, inBase }: Work,
): readonly Slot[] {
  const [pairsOfMine, pairsOfTheirs] = [matchBlocks(base, mine), matchBlocks(base, theirs)];
  const [baseOfMine, baseOfTheirs] = [turned(pairsOfMine), turned(pairsOfTheirs)];
  const [mineOf, theirsOf] = [new Map(pairsOfMine), new Map(pairsOfTheirs)];
  const twins = twinsOf({ side: mine, baseOf: baseOfMine }, { side: theirs, baseOf: baseOfTheirs }, inBase);
  const twinOfTheirs = turned([...twins]);
  const ofMine = (at: number): Slot => {
    const was = baseOfMine.get(at) ?? -1;
    return { base: was, mine: at, theirs: was < 0 ? (twins.get(at) ?? -1) : (theirsOf.get(was) ?? -1) };
  };
  const ofTheirs = (at: number): Slot => {
    const was = baseOfTheirs.get(at) ?? -1;
    return { base: was, mine: was < 0 ? (twinOfTheirs.get(at) ?? -1) : (mineOf.get(was) ?? -1), theirs: at };
  };
  const [movedMine, movedTheirs] = [isMoved(pairsOfMine), isMoved(pairsOfTheirs)];
  const isFrameMine = movedMine === movedTheirs ? isMineFirst : movedMine;
  const [frame, other] = isFrameMine
    ? [mine.map((_, at) => ofMine(at)), theirs.map((_, at) => ofTheirs(at))]
    : [theirs.map((_, at) => ofTheirs(at)), mine.map((_, at) => ofMine(at))];
  return interleaved(frame, other);
}

const turned = (pairs: readonly Pair[]): ReadonlyMap<number, number> =>
  new Map(pairs.map(([before, after]) => [after, before]));

const isMoved = (pairs: readonly Pair[]): boolean => increasing(pairs).length < pairs.length;

interface AddedBy {
  readonly side: readonly DocumentNode[];
  readonly baseOf: ReadonlyMap<number, number>;
}

/** Blocks that both sides added and that are one: by their id, or since they say the same at the same place. */
function twinsOf(
  mine: AddedBy,
  theirs: AddedBy,
  inBase: ReadonlyMap<string, DocumentNode>,
): ReadonlyMap<number, number> {
  const twins = new Map<number, number>();
  const left = addedBlocks(theirs, inBase);
  for (const one of addedBlocks(mine, inBase)) {
    const place = left.findIndex((two) => isTwin(one, two));
    const [twin] = place < 0 ? [] : left.splice(place, 1);
    if (twin) twins.set(one.at, twin.at);
  }
  return twins;
}

interface Added {
  readonly at: number;
  readonly node: DocumentNode;
  /** The block of the base that it stands after, -1 = before all. */
  readonly after: number;
  /** Blocks of the base that were put into it: two quotes that say the same are two if other paragraphs stand in them. */
  readonly known: string;
}

function addedBlocks({ side, baseOf }: AddedBy, inBase: ReadonlyMap<string, DocumentNode>): Added[] {
  let after = -1;
  return side.flatMap((node, at) => {
    const was = baseOf.get(at);
    if (was === undefined) return [{ at, node, after, known: knownInside(node, inBase) }];
    after = was;
    return [];
  });
}

function knownInside(node: DocumentNode, inBase: ReadonlyMap<string, DocumentNode>): string {
  const id = blockIdOf(node);
  const own = id !== null && inBase.has(id) ? `${id} ` : '';
  return (
    own +
    innerBlocks(node)
      .map((child) => knownInside(child, inBase))
      .join('')
  );
}

function isTwin(one: Added, two: Added): boolean {
  const id = blockIdOf(one.node);
  if (id !== null && id === blockIdOf(two.node)) return true;
  return one.after === two.after && one.known === two.known && sameBlock(one.node, two.node);
}

/** What only the other side has stands after the block that it follows there, and after what the frame put there. */
function interleaved(frame: readonly Slot[], other: readonly Slot[]): readonly Slot[] {
  const out = [...frame];
  const keyOf = ({ base, mine, theirs }: Slot): string =>
    base >= 0 ? `b${String(base)}` : `${String(mine)}/${String(theirs)}`;
  const there = new Set(frame.map(keyOf));
  const isOwn = new Set(frame.filter(({ base, mine, theirs }) => base < 0 && (mine < 0 || theirs < 0)).map(keyOf));
  let last: string | null = null;
  for (const slot of other) {
    const key = keyOf(slot);
    if (!there.has(key)) {
      let at = last === null ? 0 : out.findIndex((one) => keyOf(one) === last) + 1;
      for (let next = out[at]; next && isOwn.has(keyOf(next)); next = out[at]) at += 1;
      out.splice(at, 0, slot);
      there.add(key);
    }
    last = key;
  }
  return out;
}

function mergeSlot(
  base: DocumentNode | null,
  mine: DocumentNode | null,
  theirs: DocumentNode | null,
  work: Work,
): DocumentNode | null {
  if (mine && theirs) return base ? mergeBlock(base, mine, theirs, work) : mergeTwins(mine, theirs, work);
  const left = mine ?? theirs;
  if (!left || !base) return left;
  // One side took it away. Unchanged by the other, it goes.
  if (sameBlock(base, left)) return null;
  const id = blockIdOf(base);
  const moved = id === null ? undefined : (mine ? work.inTheirs : work.inMine).get(id);
  if (id !== null && moved && blockIdOf(left) === id && isTextBlock(moved) && isTextBlock(left)) {
    work.parted.set(id, { base, left, moved, isLeftMine: mine !== null });
    return { type: partedType, attrs: { blockId: id } };
  }
  return conflicting({ base, mine, theirs }, left, work);
}

/** Both sides have it where the text they began from had it not: added by both, or put there by both. */
function mergeTwins(mine: DocumentNode, theirs: DocumentNode, work: Work): DocumentNode {
  const id = blockIdOf(mine);
  const base = id !== null && id === blockIdOf(theirs) ? work.inBase.get(id) : undefined;
  if (base && [base, mine, theirs].every(isTextBlock)) return mergeBlock(base, mine, theirs, work);
  return sameBlock(mine, theirs) ? mine : conflicting({ base: null, mine, theirs }, mine, work);
}

function mergeBlock(base: DocumentNode, mine: DocumentNode, theirs: DocumentNode, work: Work): DocumentNode {
  if (sameBlock(base, theirs) || sameBlock(mine, theirs)) return mine;
  if (sameBlock(base, mine)) return theirs;
  const shell = mergeShell(base, mine, theirs);
  if (!shell) return conflicting({ base, mine, theirs }, mine, work);
  if ([base, mine, theirs].every(isTextBlock)) {
    const words = mergeWords(base, mine, theirs);
    const ours = withContent(shell, words.mine);
    if (words.theirs === null) return ours;
    return conflicting({ base, mine: ours, theirs: withContent(shell, words.theirs) }, ours, work);
  }
  if ([base, mine, theirs].every(({ content }) => content === undefined)) return shell;
  if (!canMergeInside(base, mine, theirs)) return conflicting({ base, mine, theirs }, mine, work);
  const content = mergeSiblings(base.content ?? [], mine.content ?? [], theirs.content ?? [], work);
  // Each took away what the other had left: a block that must hold something is decided by a person.
  return content.some((node) => !isParted(node))
    ? { ...shell, content }
    : conflicting({ base, mine, theirs }, mine, work);
}

const withContent = ({ content: _old, ...rest }: DocumentNode, content: readonly DocumentNode[]): DocumentNode =>
  content.length > 0 ? { ...rest, content } : rest;

/** A table of another shape on each side is no table any more when its cells are put together. */
function canMergeInside(...sides: readonly DocumentNode[]): boolean {
  if (sides.some((side) => side.type !== sides[0]?.type || isTextBlock(side))) return false;
  if (sides[0]?.type !== 'table') return true;
  const shapes = sides.map((table) =>
    canonicalJson(
      innerBlocks(table).map((row) =>
        innerBlocks(row).map(({ type, attrs }) => [type, attrs?.['colspan'] ?? 1, attrs?.['rowspan'] ?? 1]),
      ),
    ),
  );
  return new Set(shapes).size === 1;
}

/** The block without what it holds: its type, marks and attributes each by who changed it; null where both did. */
function mergeShell(base: DocumentNode, mine: DocumentNode, theirs: DocumentNode): DocumentNode | null {
  const type = mergeValue(base.type, mine.type, theirs.type);
  const marks = mergeValue(base.marks, mine.marks, theirs.marks);
  if ('conflict' in type || 'conflict' in marks) return null;
  const attrs: Record<string, unknown> = {};
  const names = new Set([base, mine, theirs].flatMap((node) => Object.keys(node.attrs ?? {})));
  for (const name of names) {
    if (name === 'blockId') continue;
    const value = mergeValue(base.attrs?.[name], mine.attrs?.[name], theirs.attrs?.[name]);
    if ('conflict' in value) return null;
    if (value.value !== undefined) attrs[name] = value.value;
  }
  const blockId = blockIdOf(base) ?? blockIdOf(mine) ?? blockIdOf(theirs);
  if (blockId !== null) attrs['blockId'] = blockId;
  return {
    type: type.value,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(marks.value && marks.value.length > 0 ? { marks: marks.value } : {}),
  };
}

/** Notes a conflict and gives what stands in the text meanwhile, under an id by which it is found. */
function conflicting(sides: Omit<BlockConflict, 'blockId'>, shown: DocumentNode, work: Work): DocumentNode {
  const blockId = blockIdOf(shown) ?? work.newId();
  work.conflicts.push({ blockId, ...sides });
  return sameValue(shown.attrs?.['blockId'], blockId) ? shown : { ...shown, attrs: { ...shown.attrs, blockId } };
}
