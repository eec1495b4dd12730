import { numberAttr, textAttr, type DocumentNode, type StoryDocument } from '../../document/document.js';
import type { NodeName } from '../../document/document-rules.js';
import { blockText } from '../../document/plain-text.js';
import { readUse } from '../../media/picture-use.js';
import { assertNever } from '../../errors.js';
import { escapeHtml, writeHref } from '../../text/escape.js';
import { directionOf } from '../../text/first-strong.js';
import { isSafeHref } from '../../text/link.js';
import type { BodyContext } from './body-context.js';
import { InlineWriter } from './inline-html.js';
import { pictureHtml } from './picture-html.js';
import { tableHtml } from './table-html.js';

/**
 * A tidied body (`tidyBody`) as HTML, a block a line. Headings never skip a level, so that a screen reader's outline
 * has no gap: a level 4 under the headline is written as h2 (counted as `headingLevel`). A block gets `dir` only where
 * its first letter runs against the page, which is what `dir="auto"` would show and keeps feeds and mail clean.
 */
export function bodyHtml(body: StoryDocument, context: BodyContext): string {
  const writer = new BodyWriter(context);
  const blocks = writer.blocks(body.content ?? []);
  return [blocks, writer.footnotes()].filter((part) => part !== '').join('\n');
}

/** One block by itself, for formats that carry what they have no sign for as HTML; its footnotes stand in brackets. */
export function blockHtml(node: DocumentNode, context: BodyContext): string {
  return new BodyWriter(context, 'free').blocks([node]);
}

class BodyWriter {
  readonly #context: BodyContext;
  readonly #inlines: InlineWriter;
  readonly #isFree: boolean;
  #level = 1;

  /** @param outline `free`: the levels of headings are those of the page that this block goes into */
  constructor(context: BodyContext, outline: 'own' | 'free' = 'own') {
    this.#context = context;
    this.#isFree = outline === 'free';
    this.#inlines = new InlineWriter(context, this.#isFree ? 'inline' : 'end');
  }

  /** The notes at the end, each with its way back; '' where there are none. */
  footnotes(): string {
    const notes = this.#inlines.notes.map((note, at) => {
      const number = String(at + 1);
      const back = `<a href="#note-ref-${number}" role="doc-backlink" aria-label="${number}">\u21a9</a>`;
      return `<li id="note-${number}">${note} ${back}</li>`;
    });
    return notes.length === 0
      ? ''
      : `<section class="notes" role="doc-endnotes">\n<ol>\n${notes.join('\n')}\n</ol>\n</section>`;
  }

  blocks(nodes: readonly DocumentNode[]): string {
    return nodes.map((node) => this.#block(node)).join('\n');
  }

  #block(node: DocumentNode): string {
    const name = node.type as NodeName;
    const dir = this.#dir(node);
    switch (name) {
      case 'paragraph':
        return `<p${dir}>${this.#inline(node)}</p>`;
      case 'heading': {
        const tag = `h${String(this.#headingLevel(numberAttr(node, 'level', 2)))}`;
        return `<${tag}${dir}>${this.#inline(node)}</${tag}>`;
      }
      case 'bulletList':
        return `<ul${dir}>\n${this.blocks(node.content ?? [])}\n</ul>`;
      case 'orderedList': {
        const start = numberAttr(node, 'start', 1);
        return `<ol${dir}${start === 1 ? '' : ` start="${String(start)}"`}>\n${this.blocks(node.content ?? [])}\n</ol>`;
      }
      case 'listItem':
        return `<li>${this.#item(node.content ?? [])}</li>`;
      case 'blockquote':
        return this.#quote(node, dir);
      case 'pullQuote': {
        const credit = textAttr(node, 'credit');
        const source = credit === '' ? '' : `<p class="quote-credit">${escapeHtml(credit)}</p>\n`;
        return `<aside class="pull-quote"${dir}>\n<p>${this.#inline(node)}</p>\n${source}</aside>`;
      }
      case 'factbox': {
        const title = textAttr(node, 'title');
        const line = title === '' ? '' : `<p class="factbox-title">${escapeHtml(title)}</p>\n`;
        return `<div class="factbox"${dir}>\n${line}${this.blocks(node.content ?? [])}\n</div>`;
      }
      case 'image':
        return this.#image(node);
      case 'gallery': {
        const caption = textAttr(node, 'caption');
        const line = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>\n`;
        return `<figure class="gallery">\n${this.blocks(node.content ?? [])}\n${line}</figure>`;
      }
      case 'table':
        return tableHtml(node, (cell) => this.#item(cell.content ?? []));
      case 'codeBlock': {
        const language = textAttr(node, 'language');
        const name = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
        // Line ends as codes: a blank line would end the block of a Markdown file that carries it.
        const text = escapeHtml(blockText(node)).replaceAll('\n', this.#isFree ? '&#10;' : '\n');
        return `<pre tabindex="0" dir="ltr"><code${name}>${text}</code></pre>`;
      }
      case 'horizontalRule':
        return '<hr>';
      case 'storyCard':
        return this.#storyCard(node);
      case 'embed':
        return this.#embed(node);
      case 'tableRow':
      case 'tableCell':
      case 'tableHeader':
      case 'footnote':
      case 'doc':
      case 'hardBreak':
      case 'text':
        throw new TypeError(`${name} is no block`);
      default:
        return assertNever(name);
    }
  }

  /** The source stands outside the quote, as HTML has it (4.4.4). */
  #quote(node: DocumentNode, dir: string): string {
    const quote = `<blockquote${dir}>\n${this.blocks(node.content ?? [])}\n</blockquote>`;
    const attribution = textAttr(node, 'attribution');
    if (attribution === '') return quote;
    return `<figure class="quote">\n${quote}\n<figcaption>${escapeHtml(attribution)}</figcaption>\n</figure>`;
  }

  #storyCard(node: DocumentNode): string {
    const card = this.#context.storyCards[textAttr(node, 'storyId')];
    if (!card) {
      this.#context.losses.add('storyCard', 'A card of a story that may not be shown was left out');
      return '';
    }
    const headline = escapeHtml(card.headline);
    const lines = [
      card.section === '' ? '' : `<p class="card-section">${escapeHtml(card.section)}</p>`,
      `<p class="card-headline">${card.href === null ? headline : `<a href="${escapeHtml(writeHref(card.href))}">${headline}</a>`}</p>`,
      card.excerpt === '' ? '' : `<p class="card-excerpt">${escapeHtml(card.excerpt)}</p>`,
    ];
    const id = escapeHtml(textAttr(node, 'storyId'));
    return `<div class="story-card" data-story-card="${id}">\n${lines.filter((line) => line !== '').join('\n')}\n</div>`;
  }

  /** Nothing of another computer is loaded: a reader who wants it follows the address. */
  #embed(node: DocumentNode): string {
    const url = textAttr(node, 'url');
    if (!isSafeHref(url)) return '';
    const provider = textAttr(node, 'provider');
    const from = provider === '' ? '' : ` <span class="embed-provider">${escapeHtml(provider)}</span>`;
    const title = escapeHtml(textAttr(node, 'title') || url);
    return `<p class="embed"><a href="${escapeHtml(writeHref(url))}" rel="noopener">${title}</a>${from}</p>`;
  }

  /** An entry of one paragraph is written without `<p>`, as people write lists. */
  #item(content: readonly DocumentNode[]): string {
    const [first, ...others] = content;
    if (first?.type !== 'paragraph' || this.#dir(first) !== '') return `\n${this.blocks(content)}\n`;
    if (others.length === 0) return this.#inline(first);
    const isOnlyNested = others.every((node) => node.type === 'bulletList' || node.type === 'orderedList');
    return isOnlyNested ? `${this.#inline(first)}\n${this.blocks(others)}\n` : `\n${this.blocks(content)}\n`;
  }

  #headingLevel(wanted: number): number {
    const level = this.#isFree ? wanted : Math.min(Math.max(wanted, 2), this.#level + 1);
    if (level !== wanted)
      this.#context.losses.add(
        'headingLevel',
        'A heading was raised a level, so that the outline of the page has no gap',
      );
    this.#level = level;
    return level;
  }

  #image(node: DocumentNode): string {
    const use = readUse(node.attrs);
    const picture = this.#context.picture(textAttr(node, 'media'), use);
    const caption = captionHtml(textAttr(node, 'caption'), textAttr(node, 'credit'));
    if (!picture) {
      this.#context.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
      return caption === '' ? '' : `<p>${caption}</p>`;
    }
    const figure = use.size === 'normal' ? '<figure>' : `<figure class="${use.size}">`;
    const img = pictureHtml(picture, textAttr(node, 'alt'), use.size);
    return `${figure}\n${img}\n${caption === '' ? '' : `<figcaption>${caption}</figcaption>\n`}</figure>`;
  }

  #inline(node: DocumentNode): string {
    return this.#inlines.inline(node);
  }

  #dir(node: DocumentNode): string {
    const direction = node.type === 'image' ? null : directionOf(blockText(node));
    return direction === null || direction === this.#context.direction ? '' : ` dir="${direction}"`;
  }
}

/** Caption and credit as one line; the credit is shown without a caption too, since the right to print hangs on it. */
export function captionHtml(caption: string, credit: string): string {
  const parts = [
    caption === '' ? '' : escapeHtml(caption),
    credit === '' ? '' : `<span class="credit">${escapeHtml(credit)}</span>`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
