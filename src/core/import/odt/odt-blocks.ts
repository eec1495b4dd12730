import type { DocumentNode } from '../../document/document.js';
import { blockText } from '../../document/plain-text.js';
import { documentView } from '../../document/document-view.js';
import { tidyInline } from '../../document/tidy-body.js';
import { oneLine } from '../../text/spaces.js';
import { BlockBuilder } from '../html/block-builder.js';
import { bylineText } from '../page-words.js';
import type { XmlElement } from '../office/xml-tree.js';
import { readOdtFrame, readOdtLine, type OdtLine, type OdtParts } from './odt-inline.js';

/** Reads the blocks of an OpenDocument text. */
export class OdtBlocks {
  readonly builder = new BlockBuilder();
  headline = '';
  dek = '';
  byline = '';
  readonly #parts: OdtParts;
  #quote: number | null = null;

  constructor(parts: OdtParts) {
    this.#parts = parts;
  }

  column(element: XmlElement, list: { readonly style: string; readonly level: number } | null = null): void {
    for (const node of element.elements()) {
      if (node.name !== 'text:p') this.#endQuote();
      switch (node.name) {
        case 'text:h':
          this.builder.startHeading(Number.parseInt(node.attr('text:outline-level') ?? '1', 10) || 1);
          this.#write(readOdtLine(node, this.#parts));
          break;
        case 'text:p':
          this.#paragraph(node);
          break;
        case 'text:list':
          this.#list(node, list);
          break;
        case 'table:table':
          this.#table(node);
          break;
        case 'text:change-start':
        case 'text:change-end':
          this.#parts.review.change(node);
          break;
        case 'draw:frame':
          this.#lift(readOdtFrame(node, this.#parts));
          break;
        case 'text:tracked-changes':
        case 'text:sequence-decls':
        case 'text:variable-decls':
        case 'office:forms':
          break;
        default:
          this.column(node, list);
      }
    }
    this.#endQuote();
  }

  #paragraph(element: XmlElement): void {
    const line = readOdtLine(element, this.#parts);
    const kind = this.#parts.styles.kind(element.attr('text:style-name') ?? '');
    const text = (): string => {
      const accepted = documentView(
        { type: 'doc', content: [{ type: 'paragraph', content: line.inline }] },
        'accepted',
      );
      return oneLine((accepted.content ?? []).map(blockText).join(' '));
    };
    const hasText = line.inline.some((node) => node.type !== 'text' || (node.text ?? '').trim() !== '');
    if (this.builder.isEmpty && hasText && this.#field(kind, text)) {
      this.#lift(line);
      return;
    }
    if (kind === 'rule' && !hasText) this.builder.block({ type: 'horizontalRule' });
    if (kind === 'quote' && hasText && this.#quote === null) {
      this.#quote = this.builder.depth;
      this.builder.open('blockquote');
    } else if (kind !== 'quote') this.#endQuote();
    if ((kind === 'caption' || kind === 'code') && hasText) {
      this.#lift(line);
      this.builder.block({ type: 'paragraph', attrs: { office: kind }, content: tidyInline(line.inline) });
    } else this.#write(line);
  }

  #field(kind: string, text: () => string): boolean {
    if (kind === 'title') this.headline = oneLine(`${this.headline} ${text()}`).slice(0, 2_000);
    else if (kind === 'subtitle') this.dek = oneLine(`${this.dek} ${text()}`);
    else if (kind === 'byline') this.byline = bylineText(text()).slice(0, 2_000);
    else return false;
    return true;
  }

  #endQuote(): void {
    if (this.#quote !== null && this.builder.depth > this.#quote) this.builder.closeTo(this.#quote);
    this.#quote = null;
  }

  #write(line: OdtLine): void {
    for (const node of line.inline) {
      if (node.type === 'text') this.builder.text(node.text ?? '', node.marks ?? []);
      else if (node.type === 'hardBreak') this.builder.lineBreak(false);
      else this.builder.inline(node);
    }
    this.builder.endBlock();
    this.#lift(line);
  }

  #lift({ lifted }: OdtLine): void {
    for (const block of lifted) {
      if ('image' in block) this.builder.block(block.image);
      else this.column(block.box);
    }
  }

  #list(element: XmlElement, outer: { readonly style: string; readonly level: number } | null): void {
    const style = element.attr('text:style-name') ?? outer?.style ?? '';
    const level = (outer?.level ?? 0) + 1;
    const { isOrdered, start } = this.#parts.styles.list(style, level);
    const { builder } = this;
    const items = element.elements();
    const depth = builder.depth;
    builder.open(isOrdered ? 'orderedList' : 'bulletList', isOrdered && start !== 1 ? { start } : undefined);
    for (const item of items) {
      const inside = builder.depth;
      builder.open('listItem');
      this.column(item, { style, level });
      builder.closeTo(inside);
    }
    builder.closeTo(depth);
  }

  #table(table: XmlElement): void {
    const { builder } = this;
    const depth = builder.depth;
    builder.open('table');
    for (const { row, isHeader } of rowsOf(table, false)) {
      const rowDepth = builder.depth;
      builder.open('tableRow');
      for (const cell of row.elements('table:table-cell')) {
        const cellDepth = builder.depth;
        const spans = Object.fromEntries(
          [
            ['colspan', 'table:number-columns-spanned'],
            ['rowspan', 'table:number-rows-spanned'],
          ].flatMap(([name = '', attribute = '']) => {
            const value = Number.parseInt(cell.attr(attribute) ?? '1', 10);
            return value > 1 ? [[name, Math.min(value, 200)] as const] : [];
          }),
        );
        builder.open(isHeader ? 'tableHeader' : 'tableCell', Object.keys(spans).length > 0 ? spans : undefined);
        this.column(cell);
        builder.closeTo(cellDepth);
      }
      builder.closeTo(rowDepth);
    }
    builder.closeTo(depth);
  }
}

function rowsOf(
  element: XmlElement,
  isHeader: boolean,
): readonly { readonly row: XmlElement; readonly isHeader: boolean }[] {
  return element.elements().flatMap((node) => {
    if (node.name === 'table:table-row') return [{ row: node, isHeader }];
    return /^table:table-(?:header-rows|rows|row-group)$/u.test(node.name)
      ? rowsOf(node, isHeader || node.name === 'table:table-header-rows')
      : [];
  });
}

/** Blocks with the level of headings as in the file. */
export const topHeadings = (blocks: readonly DocumentNode[]): number =>
  blocks.filter((node) => node.type === 'heading' && node.attrs?.['level'] === 1).length;
