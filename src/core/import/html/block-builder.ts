import { maxDepth, maxNodes, type DocumentNode, type Mark, type StoryDocument } from '../../document/document.js';
import { tidyInline } from '../../document/tidy-body.js';
import { NewsroomError } from '../../errors.js';

type ContainerType = 'doc' | 'blockquote' | 'bulletList' | 'orderedList' | 'listItem';
interface Container {
  readonly type: ContainerType;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content: DocumentNode[];
}
const isList = (type: ContainerType): boolean => type === 'bulletList' || type === 'orderedList';

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
  #heading: number | null = null;
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

  /** The innermost open container. */
  get container(): ContainerType {
    return this.#top.type;
  }

  get #top(): Container {
    const top = this.#containers.at(-1);
    if (!top) throw new RangeError('the document itself is never closed');
    return top;
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
    this.#heading = level;
  }

  /** Ends the paragraph or heading in progress; nothing happens where there is no text. */
  endBlock(): void {
    const content = tidyInline(this.#inline);
    this.#inline = [];
    if (content.length > 0) {
      this.#count(content.length);
      this.#put(
        this.#heading === null
          ? { type: 'paragraph', content }
          : { type: 'heading', attrs: { level: this.#heading }, content },
      );
    }
    this.#heading = null;
  }

  /** A whole block: a picture. */
  block(node: DocumentNode): void {
    const heading = this.#heading;
    this.endBlock();
    this.#heading = heading;
    this.#put(node);
  }

  open(type: Exclude<ContainerType, 'doc'>, attrs?: Readonly<Record<string, unknown>>): void {
    this.endBlock();
    if (type === 'listItem' && !isList(this.container)) this.#push({ type: 'bulletList', content: [] });
    if (type !== 'listItem' && isList(this.container)) this.#reopenItem();
    this.#push({ type, ...(attrs ? { attrs } : {}), content: [] });
  }

  /** Closes containers until `depth` are open; empty ones leave nothing. */
  closeTo(depth: number): void {
    this.endBlock();
    while (this.#containers.length > Math.max(depth, 1)) {
      const closed = this.#containers.pop();
      if (closed && closed.content.length > 0) this.#append(closed);
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
    // Lists need an item inside, so the last levels are kept for it.
    if (this.#containers.length >= maxContainers && container.type !== 'listItem') this.flattened += 1;
    else if (container.type !== 'listItem' || isList(this.container)) this.#containers.push(container);
  }

  #put(node: DocumentNode): void {
    this.#count(1);
    if (!isList(this.container)) this.#top.content.push(node);
    else this.#top.content.push({ type: 'listItem', content: [node] });
  }

  #append({ type, attrs, content }: Container): void {
    const node = { type, ...(attrs ? { attrs } : {}), content };
    if (isList(this.container) && type !== 'listItem') this.#top.content.push({ type: 'listItem', content: [node] });
    else this.#top.content.push(node);
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > maxNodes)
      throw new NewsroomError('input.too-large', { detail: `The text has more than ${String(maxNodes)} parts` });
  }
}
