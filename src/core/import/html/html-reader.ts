import type { StoryDocument } from '../../document/document.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import { BlockBuilder } from './block-builder.js';
import { countAttributes, elementLosses, lossOfElement, plainedTags } from './dropped-elements.js';
import {
  attr,
  childrenOf,
  inlineTags,
  isElement,
  styleOf,
  textOf,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.js';
import { marksOf, plainStyle, styleInside, type InlineStyle } from './inline-style.js';
import { OfficeListBuilder } from './office-list-builder.js';
import { officeItem, officeMarker } from './office-list.js';
import { figureTexts, type ImageCollector } from './read-image.js';
import { linkMark } from './read-link.js';
import { isLayoutTable } from './table.js';

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
}

export interface HtmlReaderOptions {
  readonly losses: LossList;
  readonly images: ImageCollector;
  /** Address of the page, for its relative links; '' = unknown. */
  readonly base: string;
  /** Parts that were read already (headline, byline) or are furniture. */
  readonly skip: ReadonlySet<HtmlNode>;
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
  #cutsMarker = false;
  #cells = 0;

  constructor(options: HtmlReaderOptions) {
    this.#options = options;
    this.#skip = new Set(options.skip);
  }

  read(root: HtmlNode): StoryDocument {
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
    this.#office.close();
    const { flattened } = this.#builder;
    if (flattened > 0) this.#options.losses.add('depth', 'Lists or quotes nested too deep were flattened', flattened);
    return this.#builder.finish();
  }

  #text(value: string, style: InlineStyle): void {
    let text = value;
    if (this.#cutsMarker && text.trim() !== '') {
      text = text.replace(officeMarker, '');
      this.#cutsMarker = false;
    }
    if (!style.inBlock && text.trim() !== '') this.#office.close();
    if (!style.pre || style.flat) this.#builder.text(text, marksOf(style));
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
    const style = styleInside(outer, element);
    if (styleOf(element).get('mso-spacerun') === 'yes') {
      this.#builder.text(' ', marksOf(style));
      return null;
    }
    if (element.tagName === 'a')
      return { style: { ...style, link: linkMark(element, this.#options.base, losses) ?? style.link } };
    if (element.tagName === 'br') {
      if (style.flat) this.#builder.text(' ', []);
      else this.#builder.lineBreak(!style.inBlock);
      return null;
    }
    if (element.tagName === 'img') {
      this.#image(element);
      return null;
    }
    return inlineTags.has(element.tagName) ? { style } : this.#enterBlock(element, style);
  }

  #enterBlock(element: HtmlElement, style: InlineStyle): Entered | null {
    const builder = this.#builder;
    if (style.flat) return this.#enterCell(element, style);
    const item = officeItem(element);
    if (item) {
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
    switch (element.tagName) {
      case 'p':
        this.#office.close();
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
        this.#office.close();
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
        this.#office.close();
        builder.open('bulletList');
        return { style: { ...style, inBlock: false }, leave: close };
      case 'ol': {
        this.#office.close();
        const start = Number.parseInt(attr(element, 'start') || '1', 10);
        builder.open('orderedList', Number.isSafeInteger(start) && start !== 1 ? { start } : undefined);
        return { style: { ...style, inBlock: false }, leave: close };
      }
      case 'li':
        builder.open('listItem');
        return { style: { ...style, inBlock: true }, leave: close };
      case 'blockquote':
        this.#office.close();
        builder.open('blockquote');
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

  #image(element: HtmlElement): void {
    const media = this.#options.images.keyOf(element);
    if (media === null) return;
    const figure = this.#figures.at(-1);
    const caption = figure?.caption ?? oneLine(attr(element, 'title'));
    const credit = figure?.credit ?? oneLine(attr(element, 'data-credit'));
    if (figure) figure.caption = figure.credit = '';
    this.#office.close();
    this.#builder.block({
      type: 'image',
      attrs: { media: `import:${media}`, alt: oneLine(attr(element, 'alt')), caption, credit },
    });
  }

  /** The caption goes with the first picture; where none came along it is a paragraph, so that no words are lost. */
  #enterFigure(element: HtmlElement, style: InlineStyle): Entered {
    const texts = figureTexts(element);
    const figure: Figure = { caption: texts?.caption ?? '', credit: texts?.credit ?? '' };
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
    this.#office.close();
    const leave = (): void => {
      this.#builder.endBlock();
    };
    if (isLayoutTable(element)) return { style: { ...style, inBlock: false }, leave };
    this.#options.losses.add('table', 'A table became paragraphs, one for each row, with " | " between the cells');
    return { style: { ...style, flat: true, inBlock: true }, leave };
  }

  #enterCell(element: HtmlElement, style: InlineStyle): Entered | null {
    const builder = this.#builder;
    switch (element.tagName) {
      case 'tr':
        if (textOf(element) === '') return null;
        builder.endBlock();
        this.#cells = 0;
        return {
          style,
          leave: () => {
            builder.endBlock();
          },
        };
      case 'td':
      case 'th':
        if (this.#cells > 0) builder.text(' | ', []);
        this.#cells += 1;
        return { style };
      case 'caption':
        return {
          style,
          leave: () => {
            builder.endBlock();
          },
        };
      default:
        builder.text(' ', []);
        return {
          style,
          leave: () => {
            builder.text(' ', []);
          },
        };
    }
  }
}
