/** A place in the old list and the place in the new one that hold the same. */
export type Pair = readonly [before: number, after: number];

/**
 * Most cells of one table of common lengths: 1 MB of memory for a moment. A stretch without a single word of its own
 * that is longer on both sides is given as removed and added whole.
 */
const maxCells = 500_000;
/** Each level looks at every entry once, so the whole is at most this many looks at each: never quadratic. */
const maxLevels = 40;

/**
 * Which entries of two lists are the same, in order: the entries that stand once on each side hold the frame (patience),
 * what lies between them is compared by a table where it is short. Equal numbers are equal entries.
 */
export function sequencePairs(before: readonly number[], after: readonly number[]): readonly Pair[] {
  const pairs: Pair[] = [];
  match({ before, after, pairs }, 0, before.length, 0, after.length, 0);
  return pairs;
}

interface Work {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly pairs: Pair[];
}

function match(work: Work, fromLeft: number, toLeft: number, fromRight: number, toRight: number, level: number): void {
  const { before, after, pairs } = work;
  let [left, right, leftEnd, rightEnd] = [fromLeft, fromRight, toLeft, toRight];
  while (left < leftEnd && right < rightEnd && before[left] === after[right]) pairs.push([left++, right++]);
  while (left < leftEnd && right < rightEnd && before[leftEnd - 1] === after[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  if (left < leftEnd && right < rightEnd) {
    const anchors = level < maxLevels ? increasing(uniquePairs(work, left, leftEnd, right, rightEnd)) : [];
    if (anchors.length === 0) pairs.push(...tablePairs(work, left, leftEnd, right, rightEnd));
    else
      for (const [at, [anchorLeft, anchorRight]] of anchors.entries()) {
        if (at === 0) match(work, left, anchorLeft, right, anchorRight, level + 1);
        pairs.push([anchorLeft, anchorRight]);
        const [nextLeft, nextRight] = anchors[at + 1] ?? [leftEnd, rightEnd];
        match(work, anchorLeft + 1, nextLeft, anchorRight + 1, nextRight, level + 1);
      }
  }
  for (let at = 0; at < toLeft - leftEnd; at += 1) pairs.push([leftEnd + at, rightEnd + at]);
}

/** Entries that stand exactly once in each of the two stretches, in the order of the old one. */
function uniquePairs({ before, after }: Work, left: number, leftEnd: number, right: number, rightEnd: number): Pair[] {
  const places = new Map<number, { before: number; after: number; counts: [number, number] }>();
  for (let at = left; at < leftEnd; at += 1) count(places, before[at], 0, at);
  for (let at = right; at < rightEnd; at += 1) count(places, after[at], 1, at);
  return [...places.values()]
    .filter(({ counts }) => counts[0] === 1 && counts[1] === 1)
    .map((place): Pair => [place.before, place.after]);
}

function count(
  places: Map<number, { before: number; after: number; counts: [number, number] }>,
  entry: number | undefined,
  side: 0 | 1,
  at: number,
): void {
  if (entry === undefined) return;
  let place = places.get(entry);
  if (!place) places.set(entry, (place = { before: 0, after: 0, counts: [0, 0] }));
  place.counts[side] += 1;
  if (side === 0) place.before = at;
  else place.after = at;
}

/** The longest run of pairs, sorted by their old place, whose new places rise too (patience sorting, n log n). */
export function increasing(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, after]] of pairs.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = piles[low - 1] ?? -1;
    piles[low] = index;
  }
  const run: Pair[] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Longest common run of a short stretch by the table of common lengths (Hunt and McIlroy). */
function tablePairs({ before, after }: Work, left: number, leftEnd: number, right: number, rightEnd: number): Pair[] {
  const rows = leftEnd - left;
  const columns = rightEnd - right;
  if (rows * columns > maxCells) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      lengths[here] =
        before[left + row] === after[right + column]
          ? 1 + (lengths[here + width + 1] ?? 0)
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const here = row * width + column;
    if (before[left + row] === after[right + column]) pairs.push([left + row++, right + column++]);
    else if ((lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Gives equal texts equal numbers, so that comparing costs no more than a look. */
export class Numbers {
  readonly #known = new Map<string, number>();

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) this.#known.set(text, (number = this.#known.size));
    return number;
  }
}
