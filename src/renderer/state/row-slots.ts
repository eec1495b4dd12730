/** A row of the list that is drawn, and the element of the page that draws it. */
export interface DrawnRow {
  readonly place: number;
  readonly slot: number;
}

/**
 * Which element draws which row while the list scrolls: a row that stays keeps its element, and the focus with it; one
 * that comes takes the element of one that went. So a scroll makes no elements, it only writes other words into them.
 */
export class RowSlots {
  #slots = new Map<number, number>();

  /** The rows to draw, in the order of their elements. */
  assign(places: readonly number[]): readonly DrawnRow[] {
    const kept = new Map(
      places.flatMap((place) => {
        const slot = this.#slots.get(place);
        return slot === undefined ? [] : [[place, slot] as const];
      }),
    );
    const taken = new Set(kept.values());
    let next = 0;
    for (const place of places) {
      if (kept.has(place)) continue;
      while (taken.has(next)) next += 1;
      taken.add(next);
      kept.set(place, next);
    }
    this.#slots = kept;
    return [...kept].map(([place, slot]) => ({ place, slot })).toSorted((left, right) => left.slot - right.slot);
  }
}
