/** Whether each level of a list is numbered, by the list's number in the text (`\ls`). */
export class RtfLists {
  readonly #levels = new Map<number, boolean[]>();
  readonly #lists = new Map<number, number>();
  #reading: boolean[] = [];
  #overridden = 0;

  /** Words of `\listtable` and `\listoverridetable`. */
  take(word: string, value: number | null): void {
    if (word === 'list') this.#reading = [];
    // 23 is a bullet, 255 no mark at all.
    else if (word === 'levelnfc') this.#reading.push(value !== 23 && value !== 255);
    else if (word === 'listid') {
      if (this.#reading.length > 0) this.#levels.set(value ?? 0, this.#reading);
      this.#reading = [];
      this.#overridden = value ?? 0;
    } else if (word === 'ls') this.#lists.set(value ?? 0, this.#overridden);
  }

  isOrdered(list: number, level: number): boolean {
    return this.#levels.get(this.#lists.get(list) ?? -1)?.[level] ?? false;
  }
}
