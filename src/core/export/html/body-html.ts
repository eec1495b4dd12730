import { numberAttr, textAttr, type DocumentNode, type Mark, type StoryDocument } from '../../document/document.js';
import type { MarkName, NodeName } from '../../document/document-rules.js';
import { blockText } from '../../document/plain-text.js';
import { assertNever } from '../../errors.js';
import type { LossList } from '../../loss.js';
import { escapeHtml, writeHref } from '../../text/escape.js';
import { directionOf } from '../../text/first-strong.js';
import { isSafeHref } from '../../text/link.js';

/** What a body needs to know of the page around it. */
export interface BodyContext {
  readonly direction: 'ltr' | 'rtl';
  /** Address of a linked story; null or missing = its text without a link. */
  readonly storyLinks: Readonly<Record<string, string | null>>;
  /** Path and size in pixels of a picture; null = it is not there, so only its caption is shown. */
  readonly picture: (
    media: string,
  ) => { readonly path: string; readonly width: number; readonly height: number } | null;
  readonly losses: LossList;
}

/**
 * A tidied body (`tidyBody`) as HTML, a block a line. Headings never skip a level, so that a screen reader's outline
 * has no gap: a level 4 under the headline is written as h2 (counted as `headingLevel`). A block gets `dir` only where
 * its first letter runs against the page, which is what `dir="auto"` would show and keeps feeds and mail clean.
 */
export function bodyHtml(body: StoryDocument, context: BodyContext): string {
  return new BodyWriter(context).blocks(body.content ?? []);
}

class BodyWriter {
  readonly #context: BodyContext;
  #level = 1;

  constructor(context: BodyContext) {
    this.#context = context;
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
        return `<blockquote${dir}>\n${this.blocks(node.content ?? [])}\n</blockquote>`;
      case 'image':
        return this.#image(node);
      case 'doc':
      case 'hardBreak':
      case 'text':
        throw new TypeError(`${name} is no block`);
      default:
        return assertNever(name);
    }
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
    const level = Math.min(Math.max(wanted, 2), this.#level + 1);
    if (level !== wanted)
      this.#context.losses.add(
        'headingLevel',
        'A heading was raised a level, so that the outline of the page has no gap',
      );
    this.#level = level;
    return level;
  }

  #image(node: DocumentNode): string {
    const picture = this.#context.picture(textAttr(node, 'media'));
    const caption = captionHtml(textAttr(node, 'caption'), textAttr(node, 'credit'));
    if (!picture) {
      this.#context.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
      return caption === '' ? '' : `<p>${caption}</p>`;
    }
    const size = `width="${String(picture.width)}" height="${String(picture.height)}"`;
    const img = `<img src="${escapeHtml(picture.path)}" alt="${escapeHtml(textAttr(node, 'alt'))}" ${size} loading="lazy" decoding="async">`;
    return `<figure>\n${img}\n${caption === '' ? '' : `<figcaption>${caption}</figcaption>\n`}</figure>`;
  }

  #inline(node: DocumentNode): string {
    return this.#runs(node.content ?? [], 0);
  }

  /** Neighbours that share a mark share its tag; marks are in one order in each text, so the tags nest. */
  #runs(nodes: readonly DocumentNode[], depth: number): string {
    let html = '';
    for (let at = 0; at < nodes.length;) {
      const node = nodes[at];
      const mark = node?.marks?.[depth];
      if (!node) break;
      if (!mark) {
        html += this.#leaf(node);
        at += 1;
        continue;
      }
      const key = JSON.stringify(mark);
      let end = at + 1;
      while (end < nodes.length && JSON.stringify(nodes[end]?.marks?.[depth]) === key) end += 1;
      html += this.#marked(mark, this.#runs(nodes.slice(at, end), depth + 1));
      at = end;
    }
    return html;
  }

  #leaf(node: DocumentNode): string {
    return node.type === 'hardBreak' ? '<br>\n' : escapeHtml(node.text ?? '');
  }

  #marked(mark: Mark, inner: string): string {
    const name = mark.type as MarkName;
    switch (name) {
      case 'bold':
        return `<strong>${inner}</strong>`;
      case 'italic':
        return `<em>${inner}</em>`;
      case 'underline':
        return `<u>${inner}</u>`;
      case 'strike':
        return `<s>${inner}</s>`;
      case 'link':
        return this.#link(mark, inner);
      case 'insertion':
      case 'deletion':
      case 'modification':
      case 'annotation':
        // A rendition's body is the accepted view, which has none of these; if one came, nothing of it may show.
        return inner;
      default:
        return assertNever(name);
    }
  }

  #link(mark: Mark, inner: string): string {
    const href = linkAddress(mark, this.#context.storyLinks);
    if (href === null) {
      this.#context.losses.add('storyLink', 'A link to a story that has no page was written as plain text');
      return inner;
    }
    const rel = /^https?:/iu.test(href) && textAttr(mark, 'storyId') === '' ? ' rel="noopener"' : '';
    return `<a href="${escapeHtml(writeHref(href))}"${rel}>${inner}</a>`;
  }

  #dir(node: DocumentNode): string {
    const direction = node.type === 'image' ? null : directionOf(blockText(node));
    return direction === null || direction === this.#context.direction ? '' : ` dir="${direction}"`;
  }
}

/** The address of a link: its own, or that of the story it leads to; null = none that may be written. */
export function linkAddress(mark: Mark, storyLinks: Readonly<Record<string, string | null>>): string | null {
  const storyId = textAttr(mark, 'storyId');
  if (storyId !== '') return storyLinks[storyId] ?? null;
  const href = textAttr(mark, 'href');
  return isSafeHref(href) ? href : null;
}

/** Caption and credit as one line; the credit is shown without a caption too, since the right to print hangs on it. */
export function captionHtml(caption: string, credit: string): string {
  const parts = [
    caption === '' ? '' : escapeHtml(caption),
    credit === '' ? '' : `<span class="credit">${escapeHtml(credit)}</span>`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
