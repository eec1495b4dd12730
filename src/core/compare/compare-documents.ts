import type { DocumentNode, StoryDocument } from '../document/document.js';
import { innerBlocks, isTextBlock } from './block-kinds.js';
import { inlineDiff, type InlinePart } from './inline-diff.js';
import { blockIdOf, matchBlocks } from './match-blocks.js';
import { sameBlock } from './same-block.js';
import { increasing } from './sequence-diff.js';

/** One attribute of a block that differs, `type` among them (a paragraph that became a heading). */
export interface AttributeChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * A block as the comparison reads it. `movedAway` holds the place in the old order of a block that stands elsewhere now;
 * `isMoved` marks it where it stands. `isElsewhere` on a removed or added one: the same block went into, or came out of,
 * another block (a paragraph that was put into a quote).
 */
export type BlockChange =
  | { readonly kind: 'same'; readonly before: DocumentNode; readonly after: DocumentNode; readonly isMoved: boolean }
  | {
      readonly kind: 'changed';
      readonly before: DocumentNode;
      readonly after: DocumentNode;
      readonly isMoved: boolean;
      readonly attributes: readonly AttributeChange[];
      /** Words of a block that holds text. */
      readonly words: readonly InlinePart[] | null;
      /** Blocks inside, of a list, quote or table. */
      readonly inner: readonly BlockChange[] | null;
    }
  | { readonly kind: 'added'; readonly after: DocumentNode; readonly isElsewhere: boolean }
  | { readonly kind: 'removed'; readonly before: DocumentNode; readonly isElsewhere: boolean }
  | { readonly kind: 'movedAway'; readonly before: DocumentNode };

/** The blocks of two documents, compared. Nothing but `same` without a move = no difference. */
export function compareDocuments(before: StoryDocument, after: StoryDocument): readonly BlockChange[] {
  const ids = { before: new Set<string>(), after: new Set<string>() };
  collectIds(before, ids.before);
  collectIds(after, ids.after);
  return compareSiblings(before.content ?? [], after.content ?? [], ids);
}

interface Ids {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

function collectIds(node: DocumentNode, ids: Set<string>): void {
  const id = blockIdOf(node);
  if (id !== null) ids.add(id);
  for (const child of innerBlocks(node)) collectIds(child, ids);
}

function compareSiblings(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  ids: Ids,
): readonly BlockChange[] {
  const pairs = matchBlocks(before, after);
  const stays = new Map(increasing(pairs));
  const oldOf = new Map(pairs.map(([old, fresh]) => [fresh, old]));
  const paired = new Set(pairs.map(([old]) => old));
  const changes: BlockChange[] = [];
  let old = 0;
  const readOldUntil = (end: number): void => {
    for (; old < end; old += 1) {
      const node = before[old];
      if (!node) continue;
      const id = blockIdOf(node);
      if (paired.has(old)) changes.push({ kind: 'movedAway', before: node });
      else changes.push({ kind: 'removed', before: node, isElsewhere: id !== null && ids.after.has(id) });
    }
  };
  for (const [at, node] of after.entries()) {
    const from = oldOf.get(at);
    const was = from === undefined ? undefined : before[from];
    const isFixed = from !== undefined && stays.get(from) === at;
    if (isFixed) {
      readOldUntil(from);
      old = from + 1;
    }
    const id = blockIdOf(node);
    changes.push(
      was
        ? compareBlock(was, node, !isFixed, ids)
        : { kind: 'added', after: node, isElsewhere: id !== null && ids.before.has(id) },
    );
  }
  readOldUntil(before.length);
  return oldFirst(changes);
}

/** Between two blocks that stayed, what was removed comes before what was added. */
function oldFirst(changes: readonly BlockChange[]): readonly BlockChange[] {
  const out: BlockChange[] = [];
  let [gone, come]: [BlockChange[], BlockChange[]] = [[], []];
  for (const change of changes) {
    if (change.kind === 'removed' || change.kind === 'movedAway') gone.push(change);
    else if (change.kind === 'added' || change.isMoved) come.push(change);
    else {
      out.push(...gone, ...come, change);
      [gone, come] = [[], []];
    }
  }
  return [...out, ...gone, ...come];
}

function compareBlock(before: DocumentNode, after: DocumentNode, isMoved: boolean, ids: Ids): BlockChange {
  if (sameBlock(before, after)) return { kind: 'same', before, after, isMoved };
  const attributes = attributeChanges(before, after);
  const words = isTextBlock(before) || isTextBlock(after) ? inlineDiff(before, after) : null;
  const inner = words ? null : compareSiblings(innerBlocks(before), innerBlocks(after), ids);
  const isSame =
    attributes.length === 0 &&
    (words?.every(({ kind }) => kind === 'same') ?? true) &&
    !(inner?.some(isDifference) ?? false);
  if (isSame) return { kind: 'same', before, after, isMoved };
  return {
    kind: 'changed',
    before,
    after,
    isMoved,
    attributes,
    words,
    inner: inner && inner.length > 0 ? inner : null,
  };
}

/** Whether a person has anything to see there. `movedAway` has its twin where the block stands now. */
export const isDifference = (change: BlockChange): boolean => change.kind !== 'same' || change.isMoved;

function attributeChanges(before: DocumentNode, after: DocumentNode): readonly AttributeChange[] {
  const names = new Set([...Object.keys(before.attrs ?? {}), ...Object.keys(after.attrs ?? {})]);
  names.delete('blockId');
  const changes = [...names].flatMap((name): AttributeChange[] => {
    // An attribute that is missing and one that says nothing are the same to a reader.
    const [was, is] = [before.attrs?.[name] ?? null, after.attrs?.[name] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
  });
  if (before.type !== after.type) changes.unshift({ name: 'type', before: before.type, after: after.type });
  return changes;
}

/** The blocks of one side, in its order. The old side of a comparison is the old document, the new side the new one. */
export function sideOf(changes: readonly BlockChange[], side: 'before' | 'after'): readonly DocumentNode[] {
  return changes.flatMap((change): readonly DocumentNode[] => {
    if (side === 'after') return 'after' in change ? [change.after] : [];
    if (change.kind === 'movedAway' || change.kind === 'removed') return [change.before];
    return change.kind !== 'added' && !change.isMoved ? [change.before] : [];
  });
}
