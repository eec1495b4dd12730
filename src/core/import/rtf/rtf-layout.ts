import type { DocumentNode, Mark } from '../../document/document.js';
import type { BlockBuilder } from '../html/block-builder.js';
import type { RtfLists } from './rtf-lists.js';

interface OpenList {
  readonly level: number;
  readonly list: number;
  readonly depth: number;
}

/** Paragraphs, lists and tables of an RTF text, made of words that say only "this paragraph is in a table". */
export class RtfLayout {
  readonly #builder: BlockBuilder;
  readonly #lists: RtfLists;
  #line: DocumentNode[] = [];
  #pictures: DocumentNode[] = [];
  #open: OpenList[] = [];
  #list = 0;
  #level = 0;
  #outline = -1;
  #isInTable = false;
  /** Containers around the open table; null = none. */
  #table: number | null = null;
  #isInRow = false;
  #isInCell = false;

  constructor(builder: BlockBuilder, lists: RtfLists) {
    this.#builder = builder;
    this.#lists = lists;
  }

  text(text: string, marks: readonly Mark[]): void {
    this.#line.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }

  inline(node: DocumentNode): void {
    this.#line.push(node);
  }

  /** A picture never cuts a sentence in two: it comes after its paragraph. */
  picture(node: DocumentNode): void {
    this.#pictures.push(node);
  }

  take(word: string, value: number | null): void {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.endParagraph();
        break;
      case 'line':
        this.#line.push({ type: 'hardBreak' });
        break;
      case 'pard':
        this.#list = 0;
        this.#level = 0;
        this.#outline = -1;
        this.#isInTable = false;
        break;
      case 'ls':
        this.#list = value ?? 0;
        break;
      case 'ilvl':
        this.#level = Math.min(Math.max(value ?? 0, 0), 8);
        break;
      case 'outlinelevel':
        this.#outline = value ?? 0;
        break;
      case 'intbl':
        this.#isInTable = true;
        break;
      case 'cell':
        this.#isInTable = true;
        this.#openCell();
        this.endParagraph();
        this.#closeLists();
        this.#isInCell = false;
        break;
      case 'row':
        this.#closeRow();
        break;
    }
  }

  endParagraph(): void {
    const line = this.#line;
    const pictures = this.#pictures;
    this.#line = [];
    this.#pictures = [];
    const hasText = line.some((node) => node.type !== 'text' || (node.text ?? '').trim() !== '');
    if (!hasText && pictures.length === 0) return;
    if (this.#isInTable) this.#openCell();
    else this.#closeTable();
    if (hasText) this.#write(line);
    for (const picture of pictures) this.#builder.block(picture);
  }

  finish(): void {
    this.#closeTable();
    this.#closeLists();
  }

  #write(line: readonly DocumentNode[]): void {
    const builder = this.#builder;
    if (this.#list > 0) this.#openItem(this.#list, this.#level);
    else this.#closeLists();
    if (this.#list === 0 && this.#outline >= 0 && this.#outline < 9)
      builder.startHeading(Math.min(Math.max(this.#outline + 1, 2), 4));
    for (const node of line) {
      if (node.type === 'text') builder.text(node.text ?? '', node.marks ?? []);
      else if (node.type === 'hardBreak') builder.lineBreak(false);
      else builder.inline(node);
    }
    builder.endBlock();
  }

  #openItem(list: number, level: number): void {
    const builder = this.#builder;
    for (let top = this.#open.at(-1); top && top.level > level; top = this.#open.at(-1)) this.#pop();
    const top = this.#open.at(-1);
    if (top?.level === level && top.list === list) builder.closeTo(top.depth + 1);
    else {
      if (top?.level === level) this.#pop();
      const { depth } = builder;
      builder.open(this.#lists.isOrdered(list, level) ? 'orderedList' : 'bulletList');
      this.#open.push({ level, list, depth });
    }
    builder.open('listItem');
  }

  #pop(): void {
    const top = this.#open.pop();
    if (top) this.#builder.closeTo(top.depth);
  }

  #closeLists(): void {
    while (this.#open.length > 0) this.#pop();
  }

  #openCell(): void {
    if (this.#isInCell) return;
    const builder = this.#builder;
    if (this.#table === null) {
      this.#closeLists();
      this.#table = builder.depth;
      builder.open('table');
    }
    if (!this.#isInRow) builder.closeTo(this.#table + 1);
    if (!this.#isInRow) builder.open('tableRow');
    this.#isInRow = true;
    builder.closeTo(this.#table + 2);
    builder.open('tableCell');
    this.#isInCell = true;
  }

  #closeRow(): void {
    this.endParagraph();
    this.#closeLists();
    if (this.#table !== null) this.#builder.closeTo(this.#table + 1);
    this.#isInRow = false;
    this.#isInCell = false;
  }

  #closeTable(): void {
    if (this.#table === null) return;
    this.#closeLists();
    this.#builder.closeTo(this.#table);
    this.#table = null;
    this.#isInRow = false;
    this.#isInCell = false;
  }
}
