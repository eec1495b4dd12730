import { canonicalJson } from '../library/canonical-json.js';

/** Two values are the same when they say the same, whatever the order of their keys. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || canonicalJson([one ?? null]) === canonicalJson([other ?? null]);

/** One value out of three, or that both sides changed it and differently. */
export type Merged<T> = { readonly value: T } | { readonly conflict: true };

/** Who changed it has it; changed alike by both is no conflict. */
export function mergeValue<T>(base: T, mine: T, theirs: T): Merged<T> {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return { value: mine };
  if (sameValue(base, mine)) return { value: theirs };
  return { conflict: true };
}

/**
 * A list without repeats out of three: what one side took away is gone, what one side added is there. The order is that of
 * the side that changed it; where both did, of the one that comes first by content, so that it is the same seen from
 * either side.
 */
export function mergeList<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  if (sameValue(base, theirs) || sameValue(mine, theirs)) return mine;
  if (sameValue(base, mine)) return theirs;
  const [first, second] = canonicalJson(mine) <= canonicalJson(theirs) ? [mine, theirs] : [theirs, mine];
  const keys = (items: readonly T[]): ReadonlySet<string> => new Set(items.map(keyOf));
  const [before, ofFirst, ofSecond] = [keys(base), keys(first), keys(second)];
  const stays = (key: string): boolean => !before.has(key) || (ofFirst.has(key) && ofSecond.has(key));
  const out = first.filter((item) => stays(keyOf(item)));
  const there = new Set(out.map(keyOf));
  return [...out, ...second.filter((item) => stays(keyOf(item)) && !there.has(keyOf(item)))];
}

/** A table by key out of three: each entry by `merge`; an entry that one side changed is kept though the other removed it. */
export function mergeRecord<T>(
  base: Readonly<Record<string, T>>,
  mine: Readonly<Record<string, T>>,
  theirs: Readonly<Record<string, T>>,
  merge: (base: T | undefined, mine: T, theirs: T) => T,
): Record<string, T> {
  const out: Record<string, T> = {};
  for (const key of [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort()) {
    const [was, ours, other] = [base[key], mine[key], theirs[key]];
    if (ours !== undefined && other !== undefined) out[key] = merge(was, ours, other);
    else {
      const left = ours ?? other;
      if (left !== undefined && (was === undefined || !sameValue(was, left))) out[key] = left;
    }
  }
  return out;
}
