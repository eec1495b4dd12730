import type { BlockBuilder } from '../html/block-builder.js';
import type { DocxNumbering, ListLevel } from './docx-numbering.js';

interface OpenList {
  readonly level: number;
  readonly numId: string;
  readonly isOrdered: boolean;
  /** Containers of the builder that are open around it. */
  readonly depth: number;
}

/** Where the counters of a document stand; they go on over tables and boxes. */
export class ListCounters {
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  /** The number of the next entry of a list. */
  next(numId: string, level: number, { counter, start, restart }: ListLevel): number {
    const numbers = this.#counters.get(counter) ?? [];
    this.#counters.set(counter, numbers);
    const isFirst = !this.#started.has(`${numId} ${String(level)}`);
    this.#started.add(`${numId} ${String(level)}`);
    const value = isFirst && restart !== null ? restart : (numbers[level] ?? start - 1) + 1;
    numbers.length = Math.min(numbers.length, level);
    numbers[level] = value;
    return value;
  }
}

/** Makes lists of the paragraphs of Word, which only say "third level of list 2". */
export class DocxLists {
  readonly #builder: BlockBuilder;
  readonly #numbering: DocxNumbering;
  readonly #counters: ListCounters;
  #open: OpenList[] = [];

  constructor(builder: BlockBuilder, numbering: DocxNumbering, counters: ListCounters) {
    this.#builder = builder;
    this.#numbering = numbering;
    this.#counters = counters;
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** Opens the entry that a paragraph starts; false where the file means no list. */
  openItem(numId: string, level: number): boolean {
    const definition = this.#numbering.level(numId, level);
    if (!definition) return false;
    const { isOrdered } = definition;
    const number = this.#counters.next(numId, level, definition);
    this.#closeOver(level);
    const top = this.#open.at(-1);
    if (top?.level === level && top.numId === numId && top.isOrdered === isOrdered)
      this.#builder.closeTo(top.depth + 1);
    else {
      if (top?.level === level) this.#pop();
      const depth = this.#builder.depth;
      this.#builder.open(
        isOrdered ? 'orderedList' : 'bulletList',
        isOrdered && number !== 1 ? { start: number } : undefined,
      );
      this.#open.push({ level, numId, isOrdered, depth });
    }
    this.#builder.open('listItem');
    return true;
  }

  /** A paragraph without a number that belongs to the entry before it; false where no list is open. */
  goOn(level: number): boolean {
    if (!this.isOpen) return false;
    this.#closeOver(Math.max(level, this.#open[0]?.level ?? 0));
    return true;
  }

  close(): void {
    const [first] = this.#open;
    if (first) this.#builder.closeTo(first.depth);
    this.#open = [];
  }

  #closeOver(level: number): void {
    for (let top = this.#open.at(-1); top && top.level > level && this.#open.length > 0; top = this.#open.at(-1))
      this.#pop();
  }

  #pop(): void {
    const top = this.#open.pop();
    if (top) this.#builder.closeTo(top.depth);
  }
}
