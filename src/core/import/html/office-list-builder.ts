import type { BlockBuilder } from './block-builder.js';

/** Word's lists are paragraphs in a row, each with its level: this opens and closes the lists that they stand for. */
export class OfficeListBuilder {
  readonly #builder: BlockBuilder;
  /** Depth of the builder under the open list, and the levels open in it; null = none. */
  #open: { readonly depth: number; readonly levels: number[] } | null = null;

  constructor(builder: BlockBuilder) {
    this.#builder = builder;
  }

  /** The next block is an entry of this level; it stays open for deeper ones. */
  openItem(level: number, isOrdered: boolean): void {
    const builder = this.#builder;
    builder.endBlock();
    this.#open ??= { depth: builder.depth, levels: [] };
    const { depth, levels } = this.#open;
    while ((levels.at(-1) ?? 0) > level) levels.pop();
    // A level is a list and its open entry, two containers.
    builder.closeTo(depth + levels.length * 2);
    if (levels.at(-1) === level) builder.closeTo(depth + levels.length * 2 - 1);
    else {
      builder.open(isOrdered ? 'orderedList' : 'bulletList');
      levels.push(level);
    }
    builder.open('listItem');
  }

  /** What comes next is no entry. */
  close(): void {
    if (this.#open) this.#builder.closeTo(this.#open.depth);
    this.#open = null;
  }
}
