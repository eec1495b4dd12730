import type { DocumentNode } from '../document/document.js';
import { blockText } from '../document/plain-text.js';
import { wordTokens } from '../text/word-tokens.js';
import { isTextBlock } from './block-kinds.js';
import type { Pair } from './sequence-diff.js';

/** How many unmatched neighbours a block is compared with, on each side of its own place: keeps the cost linear. */
const reach = 12;
/** Share of words that two blocks must have in common (Dice) to be taken as one that was rewritten. */
const likeness = 0.5;

export const blockIdOf = (node: DocumentNode): string | null => {
  const id = node.attrs?.['blockId'];
  return typeof id === 'string' && id !== '' ? id : null;
};

/** Whether two blocks can be shown as one that changed: both hold text, or both are of one kind. */
const canPair = (left: DocumentNode, right: DocumentNode): boolean =>
  left.type === right.type || (isTextBlock(left) && isTextBlock(right));

/** A block without the ids that differ even between equal copies. */
function fingerprint(node: DocumentNode): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'blockId' ? undefined : value));
}

/** Pairs the blocks of two lists of siblings: by id, then those that are equal, then those that are alike. */
export function matchBlocks(before: readonly DocumentNode[], after: readonly DocumentNode[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const left = new Set(before.keys());
  const right = new Set(after.keys());
  const take = (old: number, fresh: number): void => {
    pairs.push([old, fresh]);
    left.delete(old);
    right.delete(fresh);
  };
  matchByKey(before, after, { left, right, take, keyOf: blockIdOf });
  matchByKey(before, after, { left, right, take, keyOf: fingerprint });
  matchByLikeness(before, after, { left, right, take });
  return pairs.sort(([one], [other]) => one - other);
}

interface Rest {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
  readonly take: (old: number, fresh: number) => void;
}

function matchByKey(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  { left, right, take, keyOf }: Rest & { readonly keyOf: (node: DocumentNode) => string | null },
): void {
  const places = new Map<string, number[]>();
  for (const at of left) {
    const node = before[at];
    const key = node && keyOf(node);
    if (key) places.set(key, [...(places.get(key) ?? []), at]);
  }
  // The first of equal ones goes with the first: a list of empty paragraphs stays in order.
  const starts = new Map<string, number>();
  for (const at of [...right]) {
    const node = after[at];
    const key = node && keyOf(node);
    if (!node || !key) continue;
    const start = starts.get(key) ?? 0;
    const place = places.get(key)?.[start];
    const old = place === undefined ? undefined : before[place];
    if (place === undefined || !old || !canPair(old, node)) continue;
    starts.set(key, start + 1);
    take(place, at);
  }
}

function matchByLikeness(
  before: readonly DocumentNode[],
  after: readonly DocumentNode[],
  { left, right, take }: Rest,
): void {
  const old = [...left].map((at) => ({ at, words: wordBag(before[at]) }));
  const fresh = [...right].map((at) => ({ at, words: wordBag(after[at]) }));
  const scale = old.length / Math.max(1, fresh.length);
  const candidates: { score: number; old: number; fresh: number }[] = [];
  for (const [index, one] of fresh.entries()) {
    const middle = Math.round(index * scale);
    for (const other of old.slice(Math.max(0, middle - reach), middle + reach + 1)) {
      const [was, is] = [before[other.at], after[one.at]];
      if (!was || !is || !canPair(was, is)) continue;
      const score = alike(other.words, one.words);
      if (score >= likeness) candidates.push({ score, old: other.at, fresh: one.at });
    }
  }
  candidates.sort((one, other) => other.score - one.score || one.fresh - other.fresh || one.old - other.old);
  for (const candidate of candidates)
    if (left.has(candidate.old) && right.has(candidate.fresh)) take(candidate.old, candidate.fresh);
}

interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function wordBag(node: DocumentNode | undefined): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const token of node ? wordTokens(blockText(node)) : []) {
    if (token.trim() === '') continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}

function alike(left: WordBag, right: WordBag): number {
  if (left.size === 0 || right.size === 0) return 0;
  // Too different in length to reach the bar, whatever the words are.
  if ((2 * Math.min(left.size, right.size)) / (left.size + right.size) < likeness) return 0;
  let common = 0;
  for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0);
  return (2 * common) / (left.size + right.size);
}
