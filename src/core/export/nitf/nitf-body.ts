import { numberAttr, textAttr, type DocumentNode } from '../../document/document.js';
import { blockName } from '../../document/document-rules.js';
import { blockText } from '../../document/plain-text.js';
import { assertNever } from '../../errors.js';
import type { LossList } from '../../loss.js';
import { readUse } from '../../media/picture-use.js';
import { isSafeHref } from '../../text/link.js';
import { writeHref } from '../../text/escape.js';
import type { Rendition } from '../rendition.js';
import type { WirePicture, WirePictures } from '../wire/wire-pictures.js';
import { element, inlineElement, textElement, type Xml, type XmlContent } from '../xml/xml-writer.js';
import { nitfInline } from './nitf-inline.js';

export interface NitfBody {
  readonly rendition: Rendition;
  readonly pictures: WirePictures;
  readonly losses: LossList;
}

/** Blocks of a tidied body, then the texts of their footnotes; what NITF has no element for says so in its class. */
export function nitfBlocks(nodes: readonly DocumentNode[], body: NitfBody): readonly Xml[] {
  const writer = new NitfWriter(body);
  const blocks = writer.blocks(nodes);
  // fn: text "pertaining to a footnote"; it holds blocks, so that it cannot stand inside a line.
  const notes = writer.notes.map((note, at) =>
    element('fn', {}, element('body.content', {}, inlineElement('p', {}, `[${String(at + 1)}] `, ...note))),
  );
  return [...blocks, ...notes];
}

/** A picture with its caption and credit. */
export function mediaXml({ path, contentType, width, height, alt, caption, credit }: WirePicture): Xml {
  return element(
    'media',
    { 'media-type': 'image' },
    element('media-reference', { source: path, 'mime-type': contentType, width, height, 'alternate-text': alt }),
    textElement('media-caption', caption),
    textElement('media-producer', credit),
  );
}

class NitfWriter {
  readonly #body: NitfBody;
  readonly notes: (readonly XmlContent[])[] = [];

  constructor(body: NitfBody) {
    this.#body = body;
  }

  blocks(nodes: readonly DocumentNode[]): readonly Xml[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: DocumentNode): readonly Xml[] {
    const name = blockName(node);
    const content = node.content ?? [];
    switch (name) {
      case 'paragraph':
        return [inlineElement('p', {}, ...this.#inline(node))];
      case 'heading': {
        const level = numberAttr(node, 'level', 2);
        return [inlineElement('hl2', { class: level === 2 ? null : `h${String(level)}` }, ...this.#inline(node))];
      }
      case 'bulletList':
      case 'orderedList': {
        const start = numberAttr(node, 'start', 1);
        const attributes = name === 'orderedList' && start > 1 ? { seqnum: start } : {};
        const tag = name === 'orderedList' ? 'ol' : 'ul';
        return [element(tag, attributes, ...content.map((item) => this.#cell('li', {}, item)))];
      }
      case 'blockquote':
        return [this.#quote('', this.blocks(content), textAttr(node, 'attribution'))];
      case 'pullQuote':
        return [this.#quote('pullquote', [inlineElement('p', {}, ...this.#inline(node))], textAttr(node, 'credit'))];
      case 'factbox':
        return this.#box('factbox', textAttr(node, 'title'), content);
      case 'gallery': {
        this.#body.losses.add('gallery', 'Galleries became pictures one after another');
        return [...this.blocks(content), ...line(textAttr(node, 'caption'), 'gallery-caption')];
      }
      case 'image':
        return this.#image(node);
      case 'table':
        return [this.#table(node)];
      case 'codeBlock':
        return [inlineElement('pre', { class: textAttr(node, 'language') }, blockText(node))];
      case 'horizontalRule':
        return [element('hr', {})];
      case 'storyCard':
        return this.#card(node);
      case 'embed': {
        const url = textAttr(node, 'url');
        if (!isSafeHref(url)) return [];
        const [title, provider] = [textAttr(node, 'title'), textAttr(node, 'provider')];
        const reference = element('media-reference', { source: writeHref(url), 'source-credit': provider });
        return [element('media', { 'media-type': 'other' }, reference, textElement('media-caption', title))];
      }
      default:
        return assertNever(name);
    }
  }

  #inline(node: DocumentNode): readonly XmlContent[] {
    return nitfInline(node.content ?? [], { ...this.#body, notes: this.notes });
  }

  /** bq holds blocks only, and its credit after them. */
  #quote(name: string, blocks: readonly Xml[], credit: string): Xml {
    return element('bq', { class: name }, element('block', {}, ...blocks), textElement('credit', credit));
  }

  /** `block` may not stand inside a block, a list or a cell, so a box is a passage between two lines of its class. */
  #box(name: string, title: string, content: readonly DocumentNode[]): readonly Xml[] {
    this.#body.losses.add('box', 'Boxes became quoted passages of the class "factbox"');
    const heading = title === '' ? [] : [inlineElement('hl2', { class: `${name}-title` }, title)];
    return [element('bq', { class: name }, element('block', {}, ...heading, ...this.blocks(content)))];
  }

  /** li, th and td take text as it is, and blocks. One paragraph is written without `p`, as people write lists. */
  #cell(name: string, attributes: Readonly<Record<string, number | null>>, node: DocumentNode): Xml {
    const content = node.content ?? [];
    const [first, ...rest] = content;
    if (first?.type === 'paragraph')
      return inlineElement(name, attributes, ...this.#inline(first), ...this.blocks(rest));
    return inlineElement(name, attributes, ...this.blocks(content));
  }

  #table(node: DocumentNode): Xml {
    const rows = (node.content ?? []).map((row) => {
      const cells = row.content ?? [];
      const written = cells.map((cell) => {
        const [colspan, rowspan] = ['colspan', 'rowspan'].map((name) => numberAttr(cell, name, 1));
        const spans = { colspan: over(colspan), rowspan: over(rowspan) };
        return this.#cell(cell.type === 'tableHeader' ? 'th' : 'td', spans, cell);
      });
      // A row whose every cell is covered from above still is a row.
      return element('tr', {}, ...(written.length > 0 ? written : [element('td', {})]));
    });
    return element('table', {}, textElement('caption', textAttr(node, 'caption')), ...rows);
  }

  #image(node: DocumentNode): readonly Xml[] {
    const picture = this.#body.pictures.of(textAttr(node, 'media'), readUse(node.attrs));
    const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => textAttr(node, name));
    if (picture) {
      if (readUse(node.attrs).size !== 'normal')
        this.#body.losses.add('pictureSize', 'How wide a picture stands is for the page that it goes into');
      return [mediaXml({ ...picture, alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' })];
    }
    this.#body.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
    return line([caption, credit].filter(Boolean).join(' '), 'caption');
  }

  #card(node: DocumentNode): readonly Xml[] {
    const card = this.#body.rendition.storyCards[textAttr(node, 'storyId')];
    this.#body.losses.add('storyCard', 'Cards of other stories became links or lines');
    if (!card) return [];
    if (card.href === null) return line(card.headline, 'card');
    return [inlineElement('p', { class: 'card' }, inlineElement('a', { href: writeHref(card.href) }, card.headline))];
  }
}

const over = (span: number | undefined): number | null => (span !== undefined && span > 1 ? span : null);

const line = (text: string, name: string): readonly Xml[] =>
  text === '' ? [] : [inlineElement('p', { class: name }, text)];
