import { walk, type DocumentNode } from '../../document/document.js';
import { blockText } from '../../document/plain-text.js';
import { tidyInline } from '../../document/tidy-body.js';
import { BlockBuilder } from '../html/block-builder.js';
import type { OfficeMark } from '../office/fold-marked.js';
import type { XmlElement } from '../office/xml-tree.js';
import { readAltChunk } from './alt-chunk.js';
import type { DocxParts } from './docx-parts.js';
import { outlineLevel, startIndent, type ParagraphStyle } from './docx-styles.js';
import { tableRows } from './docx-table.js';
import { Flow } from './flow.js';
import { InlineReader, type LiftedBlock, type ReadLine } from './inline-reader.js';
import { ListCounters } from './docx-lists.js';
import { readOwnControl } from './own-blocks.js';
import { ParagraphBorders } from './paragraph-borders.js';
import type { StoryFields } from './story-fields.js';

/** A third of an inch in twentieths of a point: less is how a first line is set. */
const leastIndent = 480;

/** Paragraphs that say something of a neighbour, by the kind of their style. */
const marked: Partial<Readonly<Record<ParagraphStyle['kind'], OfficeMark>>> = {
  credit: 'credit',
  tableCaption: 'tableCaption',
  galleryCaption: 'galleryCaption',
  quoteSource: 'quoteSource',
  boxTitle: 'boxTitle',
  code: 'code',
};

/** Reads paragraphs, tables and what holds them into blocks; recursion is bounded by the depth that `parseXml` takes. */
export class BlockReader {
  readonly parts: DocxParts;
  readonly fields: StoryFields;
  readonly counters: ListCounters;
  #builder = new BlockBuilder();
  readonly #lines: InlineReader;
  /** What is waiting to be joined by a drop cap: the letter that was set in a frame. */
  #dropCap: readonly DocumentNode[] = [];
  readonly #borders: ParagraphBorders;

  constructor(parts: DocxParts, fields: StoryFields) {
    this.parts = parts;
    this.fields = fields;
    this.counters = new ListCounters();
    this.#lines = new InlineReader(parts, parts.relationships);
    this.#borders = new ParagraphBorders(parts.changes);
  }

  get builder(): BlockBuilder {
    return this.#builder;
  }

  /** Blocks of their own, apart from those around them: of a gallery, a piece of code. */
  apart(content: XmlElement): readonly DocumentNode[] {
    const outer = this.#builder;
    this.#builder = new BlockBuilder();
    this.column(content);
    const blocks = this.#builder.finish().content ?? [];
    this.#builder = outer;
    return blocks;
  }

  /** One column of text with lists and quotations of its own. */
  column(element: XmlElement): void {
    const flow = new Flow(this.#builder, this.parts.numbering, this.counters);
    this.#children(element, flow);
    flow.end();
  }

  #children(element: XmlElement, flow: Flow): void {
    for (const node of element.elements()) {
      switch (node.name) {
        case 'w:p':
          this.#paragraph(node, flow);
          break;
        case 'w:tbl':
          flow.end();
          this.#borders.interrupt();
          this.#table(node);
          break;
        case 'w:sdt': {
          const content = node.child('w:sdtContent');
          if (content && !readOwnControl(node, content, flow, this)) this.#children(content, flow);
          break;
        }
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:moveTo':
        case 'w:moveFrom':
        case 'w:del':
          this.#children(node, flow);
          break;
        case 'mc:AlternateContent': {
          const choice = node.child('mc:Choice') ?? node.child('mc:Fallback');
          if (choice) this.#children(choice, flow);
          break;
        }
        case 'w:commentRangeStart':
        case 'w:commentRangeEnd':
          this.#lines.commentMark(node);
          break;
        case 'w:altChunk':
          flow.end();
          for (const block of readAltChunk(node, this.parts)) this.#builder.block(block);
          break;
      }
    }
  }

  #paragraph(paragraph: XmlElement, flow: Flow): void {
    const properties = paragraph.child('w:pPr');
    const line = this.#lines.read(paragraph);
    const style = this.parts.styles.paragraph(properties?.child('w:pStyle')?.attr('w:val'));
    if (properties?.child('w:pPrChange'))
      this.parts.losses.add('formatChange', 'Tracked changes of paragraph styles were taken as accepted');
    const hasText = line.inline.some((node) => node.type !== 'text' || (node.text ?? '').trim() !== '');
    if (hasText && properties && isDropCap(properties)) {
      this.#dropCap = line.inline;
      return;
    }
    const inline = this.#dropCap.length > 0 && hasText ? [...this.#dropCap, ...line.inline] : line.inline;
    if (hasText) this.#dropCap = [];
    if (!hasText) {
      this.#empty(properties, style, line, flow);
      return;
    }
    if (this.fields.take(style.kind, inline, this.#isAtStart)) {
      this.#lifted([...line.before, ...line.after], flow);
      return;
    }
    this.#line({ ...line, inline: this.#borders.around(inline, properties) }, properties, style, flow);
  }

  get #isAtStart(): boolean {
    return this.#builder.isEmpty;
  }

  #empty(properties: XmlElement | undefined, style: ParagraphStyle, line: ReadLine, flow: Flow): void {
    this.#lifted([...line.before, ...line.after], flow);
    if (line.before.length + line.after.length > 0) return;
    const isRule = style.kind === 'rule' || properties?.child('w:pBdr')?.child('w:bottom') !== undefined;
    if (!isRule) return;
    flow.end();
    this.#builder.block({ type: 'horizontalRule' });
  }

  #line(line: ReadLine, properties: XmlElement | undefined, style: ParagraphStyle, flow: Flow): void {
    const { inline, before, after } = line;
    const number = numberOf(properties) ?? style.numbered;
    const level = style.kind === 'heading' ? style.level : outlineLevel(properties);
    const mark = style.kind === 'caption' ? captionMark(properties) : marked[style.kind];
    if (style.kind === 'pullQuote' || mark !== undefined) {
      this.#lifted(before, flow);
      if (mark !== 'quoteSource') flow.end();
      else flow.endQuote();
      const content = mark === 'code' ? codeLine(inline) : tidyInline(inline);
      const block: DocumentNode =
        mark === undefined ? { type: 'pullQuote', content } : { type: 'paragraph', attrs: { office: mark }, content };
      if (content.length > 0) this.#builder.block(block);
    } else if (level !== undefined) {
      flow.end();
      this.#lifted(before, flow);
      this.#builder.startHeading(level);
      this.#write(inline);
    } else {
      if (!this.#opensItem(number, style, flow)) {
        if (style.kind === 'quote' || this.#isSetIn(properties, style)) flow.openQuote();
        else flow.end();
      }
      for (const block of before) this.#lift(block);
      this.#write(inline);
    }
    this.#lifted(after, undefined);
  }

  #opensItem(
    number: { readonly numId: string; readonly level: number } | undefined,
    style: ParagraphStyle,
    flow: Flow,
  ): boolean {
    if (number && number.numId !== '0') {
      flow.endQuote();
      if (flow.lists.openItem(number.numId, number.level)) return true;
    }
    if (style.kind === 'listContinue') return flow.lists.goOn(style.level);
    return style.kind === 'listParagraph' && flow.lists.goOn(99);
  }

  /** How a quotation is written where there is no style for one. */
  #isSetIn(properties: XmlElement | undefined, style: ParagraphStyle): boolean {
    if (style.kind !== 'normal') return false;
    const own = properties ? startIndent(properties) : undefined;
    return own === undefined ? style.indent >= leastIndent : own >= leastIndent;
  }

  #write(inline: readonly DocumentNode[]): void {
    for (const node of inline) {
      if (node.type === 'text') this.#builder.text(node.text ?? '', node.marks ?? []);
      else if (node.type === 'hardBreak') this.#builder.lineBreak(false);
      else this.#builder.inline(node);
    }
    this.#builder.endBlock();
  }

  /** Blocks that stood in a line; `flow` ends before them, but for those in an entry of a list. */
  #lifted(blocks: readonly LiftedBlock[], flow: Flow | undefined): void {
    if (blocks.length > 0) flow?.end();
    for (const block of blocks) this.#lift(block);
  }

  #lift(block: LiftedBlock): void {
    if ('image' in block) this.#builder.block(block.image);
    else {
      const depth = this.#builder.depth;
      this.column(block.box);
      this.#builder.closeTo(depth);
    }
  }

  #table(table: XmlElement): void {
    const builder = this.#builder;
    const depth = builder.depth;
    builder.open('table');
    for (const row of tableRows(table)) {
      const rowDepth = builder.depth;
      builder.open('tableRow');
      for (const { element, isHeader, colspan, rowspan } of row) {
        const cellDepth = builder.depth;
        const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
        builder.open(isHeader ? 'tableHeader' : 'tableCell', Object.keys(spans).length > 0 ? spans : undefined);
        this.column(element);
        builder.closeTo(cellDepth);
      }
      builder.closeTo(rowDepth);
    }
    builder.closeTo(depth);
  }
}

function numberOf(properties: XmlElement | undefined): { readonly numId: string; readonly level: number } | undefined {
  const numPr = properties?.child('w:numPr');
  const numId = numPr?.child('w:numId')?.attr('w:val');
  if (numId === undefined) return undefined;
  return { numId, level: Number.parseInt(numPr?.child('w:ilvl')?.attr('w:val') ?? '0', 10) || 0 };
}

/** Word keeps a caption on the page of what it stands over. */
const captionMark = (properties: XmlElement | undefined): OfficeMark =>
  properties?.child('w:keepNext') ? 'captionOver' : 'caption';

function isDropCap(properties: XmlElement): boolean {
  const frame = properties.child('w:framePr')?.attr('w:dropCap');
  return frame !== undefined && frame !== 'none';
}

/** A line of code keeps its blanks, so it is one text. */
function codeLine(inline: readonly DocumentNode[]): readonly DocumentNode[] {
  const text = inline
    .filter(({ type }) => type !== 'footnote')
    .map(blockText)
    .join('');
  return [{ type: 'text', text }];
}

/** Whether a line holds suggestions or comments. */
export const hasReview = (inline: readonly DocumentNode[]): boolean =>
  inline.some((root) =>
    [...walk(root)].some(({ node }) =>
      (node.marks ?? []).some(({ type }) => ['insertion', 'deletion', 'modification', 'annotation'].includes(type)),
    ),
  );
