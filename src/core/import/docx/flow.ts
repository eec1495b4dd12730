import type { BlockBuilder } from '../html/block-builder.js';
import type { DocxNumbering } from './docx-numbering.js';
import { DocxLists, type ListCounters } from './docx-lists.js';

/** One column of text: the body, a cell, a box. Lists and quotations in it are runs of paragraphs, and end with it. */
export class Flow {
  readonly lists: DocxLists;
  readonly #builder: BlockBuilder;
  /** Containers around the open quotation; null = none. */
  #quote: number | null = null;

  constructor(builder: BlockBuilder, numbering: DocxNumbering, counters: ListCounters) {
    this.#builder = builder;
    this.lists = new DocxLists(builder, numbering, counters);
  }

  openQuote(): void {
    this.lists.close();
    if (this.#quote !== null) return;
    this.#quote = this.#builder.depth;
    this.#builder.open('blockquote');
  }

  endQuote(): void {
    if (this.#quote !== null) this.#builder.closeTo(this.#quote);
    this.#quote = null;
  }

  /** What comes next is neither an entry of the list nor part of the quotation. */
  end(): void {
    this.lists.close();
    this.endQuote();
  }
}
