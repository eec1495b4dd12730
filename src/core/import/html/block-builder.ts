import { maxDepth, maxNodes, type DocumentNode, type Mark, type StoryDocument } from '../../document/document.js';
import { tidyInline } from '../../document/tidy-body.js';
import { attributeWords } from '../../document/plain-text.js';
import { NewsroomError } from '../../errors.js';
import { rectangular } from './table.js';

type ContainerType =
  | 'doc'
  | 'blockquote'
  | 'bulletList'
  | 'orderedList'
  | 'listItem'
  | 'factbox'
  | 'gallery'
  | 'table'
  | 'tableRow'
  | 'tableCell'
  | 'tableHeader';
type Attributes = Readonly<Record<string, unknown>>;
interface Container {
  readonly type: ContainerType;
  readonly attrs?: Attributes;
  readonly content: DocumentNode[];
}
/** What a run of text becomes when its block ends. */
interface TextBlock {
  readonly type: 'paragraph' | 'heading';
  readonly attrs?: Attributes;
}
const isList = (type: ContainerType): boolean => type === 'bulletList' || type === 'orderedList';
const isCell = (type: ContainerType): boolean => type === 'tableCell' || type === 'tableHeader';

/** Containers may nest this deep; text and its block need three levels more (decision 24). */
const maxContainers = maxDepth - 4;

/**
 * Builds a document from a stream of "text", "end of block", "open list" and the like, whatever order they come in:
 * the result always keeps the rules of the schema. Nesting beyond the limit is flattened (`flattened` counts it), too
 * many nodes are refused with `input.too-large`.
 */
export class BlockBuilder {
  readonly #containers: Container[] = [{ type: 'doc', content: [] }];
  #inline: DocumentNode[] = [];
  #textBlock: TextBlock = { type: 'paragraph' };
  #nodes = 0;
  /** How many containers were left out because they stood too deep. */
  flattened = 0;

  /** Number of open containers: what `closeTo` goes back to. */
  get depth(): number {
    return this.#containers.length;
  }

  get hasText(): boolean {
    return this.#inline.length > 0;
  }

  /** Whether no text and no block has come yet. */
  get isEmpty(): boolean {
    return this.#inline.length === 0 && this.#containers.length === 1 && this.#top.content.length === 0;
  }

  /** The innermost open container. */
  get container(): ContainerType {
    return this.#top.type;
  }

  get #top(): Container {
    const top = this.#containers.at(-1);
    if (!top) throw new RangeError('the document itself is never closed');
    return top;
  }

  /** A node inside the line: a footnote. */
  inline(node: DocumentNode): void {
    this.#inline.push(node);
  }

  text(text: string, marks: readonly Mark[]): void {
    if (text === '') return;
    this.#inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }

  /** A line break inside a block. `splits`: the second in a row starts a new paragraph (text that stands in no block). */
  lineBreak(splits: boolean): void {
    const last = this.#inline.findLast((node) => node.type === 'hardBreak' || (node.text ?? '').trim() !== '');
    if (splits && last?.type === 'hardBreak') this.endBlock();
    else this.#inline.push({ type: 'hardBreak' });
  }

  /** What comes next is a heading of this level, until the next `endBlock`. */
  startHeading(level: number): void {
    this.endBlock();
    this.#textBlock = { type: 'heading', attrs: { level } };
  }

  /** Ends the paragraph or heading in progress; nothing happens where there is no text. */
  endBlock(): void {
    const content = tidyInline(this.#inline);
    this.#inline = [];
    if (content.length > 0) {
      this.#count(content.length);
      this.#put({ ...this.#textBlock, content });
    }
    this.#textBlock = { type: 'paragraph' };
  }

  /** A whole block: a picture. */
  block(node: DocumentNode): void {
    const textBlock = this.#textBlock;
    this.endBlock();
    this.#textBlock = textBlock;
    this.#put(node);
  }

  open(type: Exclude<ContainerType, 'doc'>, attrs?: Attributes): void {
    this.endBlock();
    if (type === 'listItem' && !isList(this.container)) this.#push({ type: 'bulletList', content: [] });
    if (type !== 'listItem' && isList(this.container)) this.#reopenItem();
    this.#push({ type, ...(attrs ? { attrs } : {}), content: [] });
  }

  /** Closes containers until `depth` are open; empty ones leave nothing but the words of their attributes. */
  closeTo(depth: number): void {
    this.endBlock();
    while (this.#containers.length > Math.max(depth, 1)) {
      const closed = this.#containers.pop();
      if (closed) this.#append(closed);
    }
  }

  finish(): StoryDocument {
    this.closeTo(1);
    const content = this.#top.content;
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  }

  /** A list inside a list, without an item around it (Google Docs): it belongs to the item before it. */
  #reopenItem(): void {
    const last = this.#top.content.at(-1);
    if (last?.type === 'listItem') this.#top.content.pop();
    this.#push({ type: 'listItem', content: [...(last?.content ?? [])] });
  }

  #push(container: Container): void {
    this.#count(1);
    const { type } = container;
    const parent = this.container;
    // Parts of a list or a table stand in their own parent only; where that was flattened away they are too.
    const isPlaced =
      type === 'listItem'
        ? isList(parent)
        : type === 'tableRow'
          ? parent === 'table'
          : !isCell(type) || parent === 'tableRow';
    if (!isPlaced) return;
    const isPart = type === 'listItem' || type === 'tableRow' || isCell(type);
    // A list needs an item inside and a table a row and a cell, so the last levels are kept for them.
    if (this.#containers.length >= maxContainers - (type === 'table' ? 2 : 0) && !isPart) this.flattened += 1;
    else this.#containers.push(container);
  }

  #put(node: DocumentNode): void {
    this.#count(1);
    if (isList(this.container)) this.#top.content.push({ type: 'listItem', content: [node] });
    else this.#holder.content.push(node);
  }

  /** The innermost container that takes any block: what stands between a table's cells goes before the table. */
  get #holder(): Container {
    const holder = this.#containers.findLast(({ type }) => type !== 'table' && type !== 'tableRow');
    return holder ?? this.#top;
  }

  #append(closed: Container): void {
    const { type, attrs } = closed;
    if (type === 'gallery') {
      this.#appendGallery(closed);
      return;
    }
    const content = closed.content.length === 0 && isCell(type) ? [{ type: 'paragraph' }] : closed.content;
    if (content.length === 0) {
      this.#appendWordsOf(closed);
      return;
    }
    const node = { type, ...(attrs ? { attrs } : {}), content };
    if (isList(this.container) && type !== 'listItem') this.#top.content.push({ type: 'listItem', content: [node] });
    else this.#top.content.push(type === 'table' ? rectangular(node) : node);
  }

  /** What is no picture goes after the gallery. */
  #appendGallery(closed: Container): void {
    const { attrs, content } = closed;
    const images = content.filter((node) => node.type === 'image');
    if (images.length === 0) this.#appendWordsOf(closed);
    else this.#top.content.push({ type: 'gallery', ...(attrs ? { attrs } : {}), content: images });
    this.#top.content.push(...content.filter((node) => node.type !== 'image'));
  }

  /** The title or caption of what turned out to hold nothing is text all the same. */
  #appendWordsOf({ type, attrs }: Container): void {
    const words = attributeWords({ type, ...(attrs ? { attrs } : {}) });
    if (words === '') return;
    const node = { type: 'paragraph', content: [{ type: 'text', text: words }] };
    this.#top.content.push(isList(this.container) ? { type: 'listItem', content: [node] } : node);
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > maxNodes)
      throw new NewsroomError('input.too-large', { detail: `The text has more than ${String(maxNodes)} parts` });
  }
}
