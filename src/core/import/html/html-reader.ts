import type { DocumentNode, StoryDocument } from '../../document/document.js';
import { textBlocks } from '../../document/plain-text.js';
import { tidyBody, tidyInline } from '../../document/tidy-body.js';
import { pictureSizes, type PictureUse } from '../../media/picture-use.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import { BlockBuilder } from './block-builder.js';
import { countAttributes, elementLosses, lossOfElement, plainedTags } from './dropped-elements.js';
import { embedOf, isEmbedded, ownEmbed, ownStoryCard } from './embedded.js';
import { findFootnotes, type Footnotes } from './footnotes.js';
import {
  attr,
  childrenOf,
  inlineTags,
  isElement,
  nameOf,
  styleOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';
import { marksOf, plainStyle, styleInside, type InlineStyle } from './inline-style.js';
import { OfficeListBuilder } from './office-list-builder.js';
import { officeItem, officeMarker } from './office-list.js';
import { isIndentedQuote } from './indented-quote.js';
import { figureTexts, type ImageCollector } from './read-image.js';
import { linkMark } from './read-link.js';
import type { TrackedChanges } from './tracked-changes.js';
import { codeIn, creditOf, isFactbox, isGallery, isPullQuote, sourceInside, titleOf } from './quotes-and-boxes.js';
import { captionOf, isLayoutTable, spansOf } from './table.js';

interface Frame {
  readonly children: readonly HtmlNode[];
  next: number;
  readonly style: InlineStyle;
  readonly leave: (() => void) | undefined;
}

/** What entering an element gives: how its content looks, and what is done when it ends. `null` = don't go in. */
interface Entered {
  readonly style: InlineStyle;
  readonly leave?: () => void;
}

interface Figure {
  caption: string;
  credit: string;
  /** How wide our own page showed the picture. */
  readonly use: Partial<Pick<PictureUse, 'size'>>;
}

export interface HtmlReaderOptions {
  readonly losses: LossList;
  readonly images: ImageCollector;
  /** Address of the page, for its relative links; '' = unknown. */
  readonly base: string;
  /** Parts that were read already (headline, byline) or are furniture. */
  readonly skip: ReadonlySet<HtmlNode>;
  /** Written by a word processor, which says a language on every piece of text. */
  readonly isOffice: boolean;
  /** Reads what will be one line, so that nothing in it is a line of its own; bounds the nesting of readers. */
  readonly isLine?: boolean;
  /** Collects tracked changes; missing = they are read as the page shows them, underlined and struck through. */
  readonly changes?: TrackedChanges;
}

/**
 * Reads a parsed tree into a story's document (decision 19): one walk, without recursion, so that depth is harmless.
 * Nothing of the tree but text, structure, safe addresses and picture keys comes through.
 */
export class HtmlReader {
  readonly #builder = new BlockBuilder();
  readonly #options: HtmlReaderOptions;
  readonly #skip: Set<HtmlNode>;
  /** Figures that stand open, the innermost last. */
  readonly #figures: Figure[] = [];
  readonly #office = new OfficeListBuilder(this.#builder);
  /** Depth of the builder under the open quotation of a word processor; null = none. */
  #quote: number | null = null;
  #cutsMarker = false;
  #footnotes: Footnotes = { notes: new Map(), skip: new Set(), blocks: new Set() };

  constructor(options: HtmlReaderOptions) {
    this.#options = options;
    this.#skip = new Set(options.skip);
  }

  read(root: HtmlNode): StoryDocument {
    if (!this.#options.isLine) this.#footnotes = findFootnotes(root);
    for (const node of [...this.#footnotes.skip, ...this.#footnotes.blocks]) this.#skip.add(node);
    this.#walk(root);
    this.#endRun();
    const { flattened } = this.#builder;
    if (flattened > 0) this.#options.losses.add('depth', 'Lists or quotes nested too deep were flattened', flattened);
    return this.#builder.finish();
  }

  #walk(root: HtmlNode): void {
    const stack: Frame[] = [{ children: childrenOf(root), next: 0, style: plainStyle, leave: undefined }];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const node = frame.children[frame.next];
      frame.next += 1;
      if (!node) {
        frame.leave?.();
        stack.pop();
      } else if (node.nodeName === '#text' && 'value' in node) this.#text(node.value, frame.style);
      else if (isElement(node) && !this.#skip.has(node)) {
        const entered = this.#enter(node, frame.style);
        if (entered) stack.push({ children: childrenOf(node), next: 0, style: entered.style, leave: entered.leave });
      }
    }
  }

  /** What an element says as the content of one line: of a footnote, a pull quote. Blocks are parted by `between`. */
  #lineOf(element: HtmlElement, skip: Iterable<HtmlNode>, between: DocumentNode): readonly DocumentNode[] {
    const options = { ...this.#options, isLine: true, skip: new Set([...this.#skip, ...skip]) };
    options.skip.delete(element);
    const blocks = textBlocks(new HtmlReader(options).read(element));
    const texts = blocks.filter(({ type, content }) => type !== 'image' && content !== undefined);
    return tidyInline(texts.flatMap(({ content = [] }, at) => (at === 0 ? content : [between, ...content])));
  }

  #text(value: string, style: InlineStyle): void {
    let text = value;
    if (this.#cutsMarker && text.trim() !== '') {
      text = text.replace(officeMarker, '');
      this.#cutsMarker = false;
    }
    if (!style.inBlock && text.trim() !== '') this.#endRun();
    if (!style.pre) this.#builder.text(text, marksOf(style));
    else {
      for (const [at, line] of text.replace(/\r\n?/gu, '\n').split('\n').entries()) {
        if (at > 0) this.#builder.lineBreak(false);
        this.#builder.text(line, marksOf(style));
      }
    }
  }

  #enter(element: HtmlElement, outer: InlineStyle): Entered | null {
    const { losses } = this.#options;
    const loss = lossOfElement(element);
    if (loss !== undefined) {
      if (loss !== '') losses.add(loss, elementLosses[loss] ?? loss);
      return null;
    }
    const plained = plainedTags[element.tagName];
    if (plained && Object.hasOwn(plainedTags, element.tagName)) losses.add(plained.what, plained.detail);
    countAttributes(element, losses);
    const change = this.#options.changes?.markOf(element);
    const style = change ? { ...outer, change } : styleInside(outer, element, this.#options.isOffice);
    if (styleOf(element).get('mso-spacerun') === 'yes') {
      this.#builder.text(' ', marksOf(style));
      return null;
    }
    const note = this.#footnotes.notes.get(element);
    if (note) {
      const content = this.#lineOf(note, [], { type: 'text', text: ' ' }).filter(({ type }) => type === 'text');
      if (content.length > 0) this.#builder.inline({ type: 'footnote', content });
      return null;
    }
    if (element.tagName === 'a')
      return { style: { ...style, link: linkMark(element, this.#options.base, losses) ?? style.link } };
    if (element.tagName === 'br') {
      this.#builder.lineBreak(!style.inBlock);
      return null;
    }
    if (element.tagName === 'img') {
      this.#image(element);
      return null;
    }
    if (isEmbedded(element)) {
      const embed = embedOf(element, this.#options.base);
      if (embed) this.#whole(embed);
      else losses.add('embed', elementLosses['embed'] ?? 'embed');
      return null;
    }
    return inlineTags.has(element.tagName) ? { style } : this.#enterBlock(element, style);
  }

  #enterBlock(element: HtmlElement, style: InlineStyle): Entered | null {
    const builder = this.#builder;
    const whole = this.#wholeBlock(element);
    if (whole !== undefined) {
      if (whole !== null) this.#whole(whole);
      return null;
    }
    const item = officeItem(element);
    if (item) {
      this.#endQuote();
      this.#office.openItem(item.level, item.ordered);
      for (const node of item.marker) this.#skip.add(node);
      this.#cutsMarker = item.cutsText;
      return {
        style: { ...style, inBlock: true },
        leave: () => {
          builder.endBlock();
          this.#cutsMarker = false;
        },
      };
    }
    builder.endBlock();
    const depth = builder.depth;
    const close = (): void => {
      builder.closeTo(depth);
    };
    const block = { ...style, inBlock: true };
    const box = this.#boxOf(element);
    if (box) {
      builder.open(box.type, given(box.attrs));
      return { style: { ...style, inBlock: false }, leave: close };
    }
    switch (element.tagName) {
      case 'p':
        if (this.#options.isOffice && isIndentedQuote(element)) this.#openQuote();
        else this.#endRun();
        return {
          style: block,
          leave: () => {
            builder.endBlock();
          },
        };
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#endRun();
        builder.startHeading(Math.min(Math.max(Number(element.tagName.slice(1)), 2), 4));
        return {
          style: block,
          leave: () => {
            builder.endBlock();
          },
        };
      case 'ul':
      case 'menu':
      case 'dir':
        this.#endRun();
        builder.open('bulletList');
        return { style: { ...style, inBlock: false }, leave: close };
      case 'ol': {
        this.#endRun();
        const start = Number.parseInt(attr(element, 'start') || '1', 10);
        builder.open('orderedList', Number.isSafeInteger(start) && start !== 1 ? { start } : undefined);
        return { style: { ...style, inBlock: false }, leave: close };
      }
      case 'li':
        builder.open('listItem');
        return { style: { ...style, inBlock: true }, leave: close };
      case 'blockquote':
        this.#endRun();
        builder.open('blockquote', this.#attribution(element));
        return { style: { ...style, inBlock: false }, leave: close };
      case 'td':
      case 'th':
        builder.open(element.tagName === 'th' ? 'tableHeader' : 'tableCell', given(spansOf(element)));
        return { style: block, leave: close };
      case 'tr':
        builder.open('tableRow');
        return { style: { ...style, inBlock: false }, leave: close };
      case 'figure':
        return this.#enterFigure(element, style);
      case 'pre':
        return {
          style: block,
          leave: () => {
            builder.endBlock();
          },
        };
      case 'table':
        return this.#enterTable(element, style);
      default:
        return {
          style,
          leave: () => {
            builder.endBlock();
          },
        };
    }
  }

  /** What comes next is no entry of a word processor's list, and no paragraph of a quotation that is set in. */
  #endRun(): void {
    this.#office.close();
    this.#endQuote();
  }

  /** Paragraphs in a row that are set in are one quotation. */
  #openQuote(): void {
    const builder = this.#builder;
    this.#office.close();
    if (this.#quote !== null && builder.depth === this.#quote + 1 && builder.container === 'blockquote') return;
    this.#quote = builder.depth;
    builder.open('blockquote');
  }

  #endQuote(): void {
    // A container around it may have been closed, and the quotation with it.
    if (this.#quote !== null && this.#builder.depth > this.#quote) this.#builder.closeTo(this.#quote);
    this.#quote = null;
  }

  #image(element: HtmlElement): void {
    const media = this.#options.images.keyOf(element);
    if (media === null) return;
    const figure = this.#figures.at(-1);
    const caption = figure?.caption ?? oneLine(attr(element, 'title'));
    const credit = figure?.credit ?? oneLine(attr(element, 'data-credit'));
    if (figure) figure.caption = figure.credit = '';
    this.#endRun();
    this.#builder.block({
      type: 'image',
      attrs: { media: `import:${media}`, alt: oneLine(attr(element, 'alt')), caption, credit, ...figure?.use },
    });
  }

  /** The caption goes with the first picture; where none came along it is a paragraph, so that no words are lost. */
  #enterFigure(element: HtmlElement, style: InlineStyle): Entered {
    const texts = figureTexts(element);
    const size = pictureSizes.find((name) => name !== 'normal' && nameOf(element).includes(` ${name} `));
    const figure: Figure = {
      caption: texts?.caption ?? '',
      credit: texts?.credit ?? '',
      use: size === undefined ? {} : { size },
    };
    if (texts) this.#skip.add(texts.element);
    this.#figures.push(figure);
    return {
      style,
      leave: () => {
        this.#figures.pop();
        this.#builder.endBlock();
        this.#builder.text([figure.caption, figure.credit].filter((text) => text !== '').join(' '), []);
        this.#builder.endBlock();
      },
    };
  }

  #enterTable(element: HtmlElement, style: InlineStyle): Entered {
    const builder = this.#builder;
    this.#endRun();
    const depth = builder.depth;
    if (!isLayoutTable(element)) {
      const caption = captionOf(element);
      if (caption) this.#skip.add(caption.element);
      builder.open('table', given(caption && caption.text !== '' ? { caption: caption.text } : {}));
    }
    return {
      style: { ...style, inBlock: false },
      leave: () => {
        builder.closeTo(depth);
      },
    };
  }

  /** A block that is read at once; null = one that leaves nothing, undefined = an element that is gone into. */
  #wholeBlock(element: HtmlElement): DocumentNode | null | undefined {
    if (element.tagName === 'hr') return { type: 'horizontalRule' };
    if (isPullQuote(element) && !this.#options.isLine) {
      const credit = creditOf(element);
      const content = this.#lineOf(element, credit ? [credit.element] : [], { type: 'hardBreak' });
      const attrs = credit && credit.text !== '' ? { attrs: { credit: credit.text } } : {};
      return content.length === 0 ? null : { type: 'pullQuote', ...attrs, content };
    }
    if (element.tagName === 'pre') {
      const code = codeIn(element);
      if (!code) return undefined;
      const { text, language } = code;
      const tidied = tidyBody({
        type: 'doc',
        content: [{ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }],
      });
      return tidied.content?.find(({ type }) => type === 'codeBlock') ?? null;
    }
    return ownStoryCard(element) ?? (element.tagName === 'p' ? ownEmbed(element) : undefined);
  }

  #whole(node: DocumentNode): void {
    this.#endRun();
    this.#builder.block(node);
  }

  /** The source of a quote: the caption of the figure that it stands in, or its own last line. */
  #attribution(quote: HtmlElement): Readonly<Record<string, string>> | undefined {
    const figure = this.#figures.at(-1);
    const isInFigure = quote.parentNode && isElement(quote.parentNode) && quote.parentNode.tagName === 'figure';
    const inside = sourceInside(quote);
    if (inside) this.#skip.add(inside.element);
    const attribution = (isInFigure && figure ? figure.caption : '') || (inside?.text ?? '');
    if (isInFigure && figure) figure.caption = '';
    return given(attribution === '' ? {} : { attribution });
  }

  #boxOf(
    element: HtmlElement,
  ): { readonly type: 'factbox' | 'gallery'; readonly attrs: Record<string, string> } | null {
    if (isFactbox(element)) {
      const title = titleOf(element);
      if (title) this.#skip.add(title.element);
      return { type: 'factbox', attrs: title && title.text !== '' ? { title: title.text } : {} };
    }
    if (!isGallery(element)) return null;
    const texts = figureTexts(element, 'own');
    if (texts) this.#skip.add(texts.element);
    return { type: 'gallery', attrs: texts && texts.caption !== '' ? { caption: texts.caption } : {} };
  }
}

/** Attributes, or none where there are none. */
const given = <T extends Readonly<Record<string, unknown>>>(attrs: T): T | undefined =>
  Object.keys(attrs).length > 0 ? attrs : undefined;
