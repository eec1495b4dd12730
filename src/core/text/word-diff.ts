/** A run of words that both texts have, or only the new one, or only the old one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Most differing words of both texts that are compared word by word: the table below has as many cells as the product
 * of the two, so 4 million cells are 16 MB for a moment. Beyond it the middle is shown as removed and added whole.
 */
const maxCells = 4_000_000;

const wordsOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** What changed from one text to another, by words, in reading order. Joining `same` and `added` gives the new text. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return joined([
    ...same(old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...same(old.slice(old.length - end)),
  ]);
}

const same = (words: readonly string[]): readonly DiffPart[] => words.map((text) => ({ kind: 'same', text }));

function middle(old: readonly string[], fresh: readonly string[]): readonly DiffPart[] {
  const whole: readonly DiffPart[] = [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: fresh.join('') },
  ];
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > maxCells) return whole;
  return walkBack(old, fresh, commonLengths(old, fresh));
}

/** Lengths of the longest common run of words of each pair of tails, row by row (Hunt and McIlroy's table). */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      lengths[here] =
        old[row] === fresh[column]
          ? 1 + (lengths[here + width + 1] ?? 0)
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  return lengths;
}

function walkBack(old: readonly string[], fresh: readonly string[], lengths: Uint32Array): readonly DiffPart[] {
  const width = fresh.length + 1;
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [left, right] = [old[row], fresh[column]];
    const here = row * width + column;
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      row += 1;
      column += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: left });
      row += 1;
    } else if (right !== undefined) {
      parts.push({ kind: 'added', text: right });
      column += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind become one part; what was removed stands before what was added between two common words. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: DiffPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.text === '') continue;
    if (last?.kind === part.kind) out[out.length - 1] = { ...last, text: last.text + part.text };
    else out.push(part);
  }
  return out;
}
