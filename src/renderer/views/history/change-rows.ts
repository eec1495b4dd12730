import { isDifference, type BlockChange } from '../../../core/compare/compare-documents.js';

/** Unchanged blocks that are shown around a difference; more of them in a row are folded away. */
const context = 1;

/** What stands in a comparison: a block, or a run of unchanged ones that is folded. */
export type ChangeRow =
  | { readonly kind: 'block'; readonly at: number; readonly change: BlockChange; readonly difference: number | null }
  | { readonly kind: 'fold'; readonly from: number; readonly to: number };

/** The rows of a comparison; `first` is the number of the first difference among the blocks. */
export function changeRows(
  changes: readonly BlockChange[],
  first: number,
  unfolded: ReadonlySet<number>,
): readonly ChangeRow[] {
  const isNear = changes.map((_change, at) =>
    changes.slice(Math.max(0, at - context), at + context + 1).some(isDifference),
  );
  const rows: ChangeRow[] = [];
  let difference = first;
  for (let at = 0; at < changes.length; at += 1) {
    let end = at;
    while (end < changes.length && isNear[end] === false) end += 1;
    if (end - at > 1 && !unfolded.has(at)) {
      rows.push({ kind: 'fold', from: at, to: end });
      at = end - 1;
      continue;
    }
    for (const last = Math.max(at, end - 1); at <= last; at += 1) {
      const change = changes[at];
      if (!change) continue;
      const counts = isDifference(change) && change.kind !== 'movedAway';
      rows.push({ kind: 'block', at, change, difference: counts ? difference : null });
      if (counts) difference += 1;
    }
    at -= 1;
  }
  return rows;
}
