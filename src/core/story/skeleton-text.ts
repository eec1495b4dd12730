import type { DocumentNode, StoryDocument } from '../document/document.js';
import { numberAttr } from '../document/document.js';
import { blockText } from '../document/plain-text.js';

/**
 * The text that a template starts from, as lines: a paragraph each, `## ` and `### ` before a heading. null where the
 * document holds more than that, which lines would lose.
 */
export function skeletonText(body: StoryDocument): string | null {
  const lines: string[] = [];
  for (const node of body.content ?? []) {
    const isPlain = (node.content ?? []).every((inner) => inner.type === 'text' && !inner.marks?.length);
    if (!isPlain || (node.type !== 'paragraph' && node.type !== 'heading')) return null;
    const sign = node.type === 'heading' ? `${'#'.repeat(numberAttr(node, 'level', 2))} ` : '';
    lines.push(sign + blockText(node));
  }
  return lines.join('\n');
}

/** Lines as a document; what `skeletonText` gave comes back as it was. */
export function skeletonOf(text: string): StoryDocument {
  const content = text.split('\n').map((line): DocumentNode => {
    const heading = /^(#{2,4}) (.*)$/u.exec(line);
    const said = heading?.[2] ?? line;
    const inline = said === '' ? {} : { content: [{ type: 'text', text: said }] };
    return heading
      ? { type: 'heading', attrs: { level: heading[1]?.length ?? 2 }, ...inline }
      : { type: 'paragraph', ...inline };
  });
  return { type: 'doc', content };
}
