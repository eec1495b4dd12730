import type { MarkName } from '../../document/document-rules.js';
import { textAttr, type DocumentNode, type Mark } from '../../document/document.js';
import { assertNever } from '../../errors.js';
import { escapeHtml, writeHref } from '../../text/escape.js';
import { isSafeHref } from '../../text/link.js';
import type { BodyContext } from './body-context.js';

/** Writes the text of blocks: marks as nested tags, footnotes as numbers whose texts are collected for the end. */
export class InlineWriter {
  readonly #context: Pick<BodyContext, 'storyLinks' | 'losses'>;
  readonly #place: 'end' | 'inline';
  /** The texts of the footnotes so far, in the order of their numbers. */
  readonly notes: string[] = [];

  /** @param place where the texts of footnotes go: to the end of the page, or in brackets where there is no end */
  constructor(context: Pick<BodyContext, 'storyLinks' | 'losses'>, place: 'end' | 'inline' = 'end') {
    this.#context = context;
    this.#place = place;
  }

  inline(node: DocumentNode): string {
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
    if (node.type === 'hardBreak') return '<br>\n';
    return node.type === 'footnote' ? this.#footnote(node) : escapeHtml(node.text ?? '');
  }

  /** DPUB-ARIA 1.1 `doc-noteref`; the way back stands at the note. */
  #footnote(node: DocumentNode): string {
    const text = this.inline(node);
    if (this.#place === 'inline') {
      this.#context.losses.add('footnote', 'A footnote inside a box or a table became text in brackets');
      return ` (${text})`;
    }
    this.notes.push(text);
    const number = String(this.notes.length);
    return `<sup class="note-ref"><a href="#note-${number}" id="note-ref-${number}" role="doc-noteref">${number}</a></sup>`;
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
      case 'subscript':
        return `<sub>${inner}</sub>`;
      case 'superscript':
        return `<sup>${inner}</sup>`;
      case 'highlight':
        return `<mark>${inner}</mark>`;
      case 'code':
        return `<code>${inner}</code>`;
      case 'language':
        return `<span lang="${escapeHtml(textAttr(mark, 'lang'))}">${inner}</span>`;
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
}

/** The address of a link: its own, or that of the story it leads to; null = none that may be written. */
export function linkAddress(mark: Mark, storyLinks: Readonly<Record<string, string | null>>): string | null {
  const storyId = textAttr(mark, 'storyId');
  if (storyId !== '') return storyLinks[storyId] ?? null;
  const href = textAttr(mark, 'href');
  return isSafeHref(href) ? href : null;
}
