import { numberAttr, textAttr, type DocumentNode, type Mark, type StoryDocument } from '../../document/document.js';
import type { MarkName, NodeName } from '../../document/document-rules.js';
import { assertNever } from '../../errors.js';
import { escapeMarkdown, escapeMarkdownLine, writeHref } from '../../text/escape.js';
import { plainUse, readUse } from '../../media/picture-use.js';
import type { BodyContext } from '../html/body-context.js';
import { blockHtml } from '../html/body-html.js';
import { linkAddress } from '../html/inline-html.js';
import { pipeTable } from './pipe-table.js';

/** What a body needs to know of its file; `picture` says a path beside the file. */
export type MarkdownContext = BodyContext;

/**
 * A tidied body as CommonMark with pipe tables and footnotes. What Markdown has no sign for (underline, boxes, galleries,
 * tables with merged cells) is HTML, which every Markdown reader lets through.
 */
export function markdownBody(body: StoryDocument, context: MarkdownContext): string {
  const writer = new MarkdownWriter(context);
  return [...writer.blocks(body.content ?? []), ...writer.footnotes()].join('\n\n');
}

class MarkdownWriter {
  readonly #context: MarkdownContext;
  readonly #notes: string[] = [];

  constructor(context: MarkdownContext) {
    this.#context = context;
  }

  /** The definitions of the footnotes that were written so far. */
  footnotes(): readonly string[] {
    return this.#notes.map((note, at) => `[^${String(at + 1)}]: ${note}`);
  }

  /** Each block as its lines; a list after a list of its kind gets another marker, else the two would be one. */
  blocks(nodes: readonly DocumentNode[]): readonly string[] {
    let isAlternate = false;
    return nodes.map((node, at) => {
      isAlternate = node.type === nodes[at - 1]?.type && !isAlternate;
      return this.#block(node, isAlternate);
    });
  }

  #block(node: DocumentNode, isAlternate: boolean): string {
    const name = node.type as NodeName;
    switch (name) {
      case 'paragraph':
        return this.#inline(node, '  \n');
      case 'heading': {
        const text = this.#inline(node, '<br>').replace(/(^|[^\\#])(#+)$/u, '$1\\$2');
        return `${'#'.repeat(numberAttr(node, 'level', 2))} ${text}`;
      }
      case 'bulletList':
        return this.#list(node, () => (isAlternate ? '*' : '-'));
      case 'orderedList': {
        const start = Math.min(Math.max(numberAttr(node, 'start', 1), 0), 900_000_000);
        return this.#list(node, (at) => `${String(start + at)}${isAlternate ? ')' : '.'}`, start !== 1);
      }
      case 'listItem':
        return this.blocks(node.content ?? []).join('\n\n');
      case 'blockquote':
        if (textAttr(node, 'attribution') !== '') return this.#html(node);
        return this.blocks(node.content ?? [])
          .join('\n\n')
          .split('\n')
          .map((line) => (line === '' ? '>' : `> ${line}`))
          .join('\n');
      case 'image':
        return this.#image(node);
      case 'table':
        return pipeTable(node, (cell) => this.#inline(cell, '<br>')) ?? this.#html(node);
      case 'codeBlock':
        return this.#code(node);
      case 'horizontalRule':
        // The one sign for a line that no marker of a list can be part of.
        return '___';
      case 'pullQuote':
      case 'factbox':
      case 'gallery':
      case 'storyCard':
      case 'embed':
        return this.#html(node);
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

  /** A block that Markdown has no sign for. Site builders would read "{{" and "{%" in it as a command. */
  #html(node: DocumentNode): string {
    return blockHtml(node, this.#context).replace(/\{(?=[{%<#])/gu, '&#123;');
  }

  #code(node: DocumentNode): string {
    const text = (node.content ?? []).map((child) => child.text ?? '').join('');
    if (/\{[{%<#]/u.test(text)) return this.#html(node);
    const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${textAttr(node, 'language')}\n${text}\n${fence}`;
  }

  #list(list: DocumentNode, marker: (at: number) => string, mayNotFollowText = false): string {
    const items = list.content ?? [];
    const isTight = !mayNotFollowText && items.every(isTightItem);
    const written = items.map((item, at) => {
      const first = `${marker(at)} `;
      const lines = this.blocks(item.content ?? [])
        .join(isTight ? '\n' : '\n\n')
        .split('\n');
      return lines
        .map((line, number) => (number === 0 ? first : line === '' ? '' : ' '.repeat(first.length)) + line)
        .join('\n');
    });
    return written.join(isTight ? '\n' : '\n\n');
  }

  #image(node: DocumentNode): string {
    const use = readUse(node.attrs);
    const path = this.#context.picture(textAttr(node, 'media'), use)?.path;
    const caption = textAttr(node, 'caption');
    if (use.size !== plainUse.size) this.#context.losses.add('pictureSize', 'Sizes of pictures were left out');
    if (path === undefined) {
      this.#context.losses.add('picture', 'A picture that is not in the library was left out; its caption was kept');
      return escapeMarkdownLine(escapeMarkdown(caption));
    }
    const title = caption === '' ? '' : ` "${escapeMarkdown(caption).replaceAll('"', '\\"')}"`;
    return `![${escapeMarkdown(textAttr(node, 'alt'))}](<${path}>${title})`;
  }

  /** Line starts are escaped after all marks stand, since a mark's own signs may start the line. */
  #inline(node: DocumentNode, lineBreak: string): string {
    const lines: DocumentNode[][] = [[]];
    for (const child of node.content ?? []) {
      if (child.type === 'hardBreak') lines.push([]);
      else lines.at(-1)?.push(child);
    }
    return lines.reduce((out, line, at) => {
      const text = this.#runs(line, 0, { before: '', after: '' });
      if (at === 0) return text;
      // An empty line would end the paragraph, so breaks beside one are written as HTML.
      return `${out}${line.length === 0 || lines[at - 1]?.length === 0 ? '<br>' : lineBreak}${text}`;
    }, '');
  }

  /** `around`: the letters beside this run, which decide whether a delimiter is read as one. */
  #runs(
    nodes: readonly DocumentNode[],
    depth: number,
    around: { readonly before: string; readonly after: string },
  ): string {
    let out = '';
    for (let at = 0; at < nodes.length;) {
      const node = nodes[at];
      if (!node) break;
      const mark = node.marks?.[depth];
      const key = JSON.stringify(mark);
      let end = at + 1;
      while (mark && end < nodes.length && JSON.stringify(nodes[end]?.marks?.[depth]) === key) end += 1;
      const before = out === '' ? around.before : out;
      const after = end < nodes.length ? this.#startOf(nodes, end, depth) : around.after;
      if (!mark && node.type === 'footnote') {
        this.#notes.push(this.#runs(node.content ?? [], 0, { before: '', after: '' }));
        out += `[^${String(this.#notes.length)}]`;
      } else if (mark) out += this.#marked(mark, nodes.slice(at, end), depth, { before, after });
      else {
        // "!" before a link would make it a picture, "^" a footnote.
        const text = escapeMarkdown(node.text ?? '').replace(/[!^]$/u, end < nodes.length ? '\\$&' : '$&');
        // After a footnote's sign ":" would make it the definition of one, and "(" a link.
        out += before === '' ? escapeMarkdownLine(text) : before.endsWith(']') ? text.replace(/^[:(]/u, '\\$&') : text;
      }
      at = end;
    }
    return out;
  }

  /** What a later run starts with: its text, or a sign that no delimiter may touch. */
  #startOf(nodes: readonly DocumentNode[], at: number, depth: number): string {
    const next = nodes[at];
    if (next?.type === 'footnote') return '[';
    return next?.marks?.[depth] ? '*' : (next?.text ?? '');
  }

  #marked(
    mark: Mark,
    nodes: readonly DocumentNode[],
    depth: number,
    around: { readonly before: string; readonly after: string },
  ): string {
    const name = mark.type as MarkName;
    switch (name) {
      case 'bold':
        return this.#delimited('**', 'strong', nodes, depth, around);
      case 'italic':
        return this.#delimited('*', 'em', nodes, depth, around);
      case 'strike':
        return this.#delimited('~~', 's', nodes, depth, around);
      case 'underline':
        return this.#tagged('u', nodes, depth);
      case 'subscript':
        return this.#tagged('sub', nodes, depth);
      case 'superscript':
        return this.#tagged('sup', nodes, depth);
      case 'highlight':
        return this.#tagged('mark', nodes, depth);
      case 'language':
        return this.#tagged('span', nodes, depth, ` lang="${textAttr(mark, 'lang')}"`);
      case 'code': {
        const text = nodes.map((node) => node.text ?? '').join('');
        return /^[^\s`{|\\<&](?:[^`{|\n\u00a0]*[^\s`{|\\])?$/u.test(text)
          ? `\`${text}\``
          : this.#tagged('code', nodes, depth);
      }
      case 'link': {
        const href = linkAddress(mark, this.#context.storyLinks);
        if (href !== null)
          return `[${this.#runs(nodes, depth + 1, { before: '[', after: ']' })}](<${escapeMarkdown(writeHref(href))}>)`;
        this.#context.losses.add('storyLink', 'A link to a story that has no page was written as plain text');
        return this.#runs(nodes, depth + 1, around);
      }
      case 'insertion':
      case 'deletion':
      case 'modification':
      case 'annotation':
        return this.#runs(nodes, depth + 1, around);
      default:
        return assertNever(name);
    }
  }

  #tagged(tag: string, nodes: readonly DocumentNode[], depth: number, attributes = ''): string {
    return `<${tag}${attributes}>${this.#runs(nodes, depth + 1, { before: '>', after: '<' })}</${tag}>`;
  }

  #delimited(
    sign: string,
    tag: string,
    nodes: readonly DocumentNode[],
    depth: number,
    around: { readonly before: string; readonly after: string },
  ): string {
    const inner = this.#runs(nodes, depth + 1, { before: sign, after: sign });
    const text = nodes.map((node) => node.text ?? '').join('');
    const canDelimit = isReadable(around.before, text, around.after, inner, sign);
    return canDelimit ? `${sign}${inner}${sign}` : `<${tag}>${inner}</${tag}>`;
  }
}

const isWordLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

/**
 * Whether signs around `inner` are read as emphasis (CommonMark 6.2): stricter than the rule on purpose, so that it holds
 * in every reader. The text starts and ends with a letter, no other sign stands beside, and the signs touch no letter outside.
 */
function isReadable(before: string, text: string, after: string, inner: string, sign: string): boolean {
  const first = text.at(0) ?? '';
  const last = text.at(-1) ?? '';
  if (!isWordLetter(first) || !isWordLetter(last) || !inner.startsWith(first) || !inner.endsWith(last)) return false;
  const outside = [before.at(-1) ?? ' ', after.at(0) ?? ' '];
  return outside.every(
    (letter) =>
      letter !== sign[0] &&
      !/[*_~\\]/u.test(letter) &&
      !isWordLetter(letter) &&
      letter.codePointAt(0) !== undefined &&
      letter < '\u0300',
  );
}

/** An entry that needs no blank lines: a paragraph, then at most lists that are tight themselves. */
function isTightItem(item: DocumentNode): boolean {
  const [first, ...others] = item.content ?? [];
  return (
    first?.type === 'paragraph' &&
    others.every((node) => isNestedList(node) && (node.content ?? []).every(isTightItem)) &&
    others.length < 2
  );
}

function isNestedList(node: DocumentNode): boolean {
  return node.type === 'bulletList' || (node.type === 'orderedList' && numberAttr(node, 'start', 1) === 1);
}
