import { z } from 'zod';
import type { LossList } from '../../loss.js';
import { escapeHtml } from '../../text/escape.js';

const nodeSchema = z.looseObject({ type: z.string() });
type LexicalNode = z.infer<typeof nodeSchema>;

const maxDepth = 64;
/** Bits of a text's `format`, as Lexical counts them. */
const marks = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const;
const boxes: Readonly<Record<string, string>> = {
  paragraph: 'p',
  quote: 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
  'extended-text': 'span',
};

const textIn = (node: LexicalNode, key: string): string => {
  const value = Object.hasOwn(node, key) ? node[key] : undefined;
  return typeof value === 'string' ? value : '';
};

/**
 * The text of a post that has only Ghost's newer form (`lexical`), as HTML. Cards that have no words are a loss.
 * @throws SyntaxError where it is not JSON
 */
export function lexicalHtml(written: string, losses: LossList): string {
  const parsed = z.looseObject({ root: z.unknown() }).safeParse(JSON.parse(written));
  return parsed.success ? childrenHtml(parsed.data.root, losses, 0) : '';
}

function childrenHtml(value: unknown, losses: LossList, depth: number): string {
  const parsed = z.looseObject({ children: z.array(z.unknown()) }).safeParse(value);
  if (!parsed.success || depth > maxDepth) return '';
  return parsed.data.children
    .map((child) => {
      const node = nodeSchema.safeParse(child);
      return node.success ? nodeHtml(node.data, losses, depth + 1) : '';
    })
    .join('');
}

function nodeHtml(node: LexicalNode, losses: LossList, depth: number): string {
  const inner = (): string => childrenHtml(node, losses, depth);
  const box = Object.hasOwn(boxes, node.type) ? boxes[node.type] : undefined;
  if (textIn(node, 'text') !== '' && !box?.startsWith('p')) return marked(node);
  if (box) return `<${box}>${inner()}</${box}>`;
  switch (node.type) {
    case 'heading':
    case 'extended-heading': {
      const tag = /^h[1-6]$/u.exec(textIn(node, 'tag'))?.[0] ?? 'h2';
      return `<${tag}>${inner()}</${tag}>`;
    }
    case 'list': {
      const tag = textIn(node, 'listType') === 'number' ? 'ol' : 'ul';
      return `<${tag}>${inner()}</${tag}>`;
    }
    case 'link':
      return `<a href="${escapeHtml(textIn(node, 'url'))}">${inner()}</a>`;
    case 'linebreak':
      return '<br>';
    case 'horizontalrule':
      return '<hr>';
    case 'image':
      return `<figure><img src="${escapeHtml(textIn(node, 'src'))}" alt="${escapeHtml(textIn(node, 'alt'))}"><figcaption>${textIn(node, 'caption')}</figcaption></figure>`;
    case 'html':
      return textIn(node, 'html');
    case 'codeblock':
      return `<pre><code>${escapeHtml(textIn(node, 'code'))}</code></pre>`;
    case 'bookmark':
    case 'embed':
      return `<p><a href="${escapeHtml(textIn(node, 'url'))}">${escapeHtml(textIn(node, 'url'))}</a></p>`;
    case 'callout':
      return `<aside class="factbox">${textIn(node, 'calloutText')}</aside>`;
    default: {
      const inside = inner();
      if (inside === '') losses.add('card', `A card that has no words ("${node.type.slice(0, 40)}") was dropped`);
      return inside;
    }
  }
}

function marked(node: LexicalNode): string {
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  return marks.reduce(
    (html, [bit, tag]) => ((format & bit) === 0 ? html : `<${tag}>${html}</${tag}>`),
    escapeHtml(textIn(node, 'text')),
  );
}
