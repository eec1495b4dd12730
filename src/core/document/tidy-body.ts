import { collapseSpaces, cleanText } from '../text/spaces.js';
import { emptyDocument, numberAttr, textAttr, type DocumentNode, type Mark, type StoryDocument } from './document.js';
import { markNames } from './document-rules.js';

/**
 * A body as it can be written in any format and read back the same: no empty blocks, white space as HTML reads it, no
 * line break at the edge of a block, neighbouring texts with the same marks joined, marks in one order, only the
 * attributes that a format carries (no `blockId`). tidyBody(tidyBody(x)) equals tidyBody(x). Give it an accepted view.
 */
export function tidyBody(document: StoryDocument): StoryDocument {
  const content = tidyBlocks(document.content ?? []);
  return content.length > 0 ? { type: 'doc', content } : emptyDocument;
}

function tidyBlocks(nodes: readonly DocumentNode[]): readonly DocumentNode[] {
  return nodes.flatMap((node) => {
    const block = tidyBlock(node);
    return block ? [block] : [];
  });
}

function tidyBlock(node: DocumentNode): DocumentNode | undefined {
  if (node.type === 'image') {
    const [media, alt, caption, credit] = ['media', 'alt', 'caption', 'credit'].map((name) =>
      cleanLine(textAttr(node, name)),
    );
    return { type: 'image', attrs: { media, alt, caption, credit } };
  }
  const isText = node.type === 'paragraph' || node.type === 'heading';
  const content = isText ? tidyInline(node.content ?? []) : tidyBlocks(node.content ?? []);
  if (content.length === 0) return undefined;
  if (node.type === 'heading') return { type: 'heading', attrs: { level: numberAttr(node, 'level', 2) }, content };
  const start = node.type === 'orderedList' ? Math.trunc(numberAttr(node, 'start', 1)) : 1;
  return start === 1 ? { type: node.type, content } : { type: node.type, attrs: { start }, content };
}

const cleanLine = (text: string): string => collapseSpaces(cleanText(text)).trim();

/** The inline content of one block, tidied; empty when nothing is left that a reader could see. */
export function tidyInline(nodes: readonly DocumentNode[]): DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of joinTexts(nodes)) {
    const previous = out.at(-1);
    if (node.type === 'hardBreak') {
      trimLastText(out);
      if (out.length > 0) out.push({ type: 'hardBreak' });
      continue;
    }
    let text = collapseSpaces(node.text ?? '');
    if (previous?.type !== 'text') text = text.trimStart();
    else if (/[ \u00a0]$/u.test(previous.text ?? '')) text = text.replace(/^[ \u00a0]/u, '');
    if (text !== '') pushText(out, text, node.marks ?? []);
  }
  trimLastText(out);
  while (out.at(-1)?.type === 'hardBreak') {
    out.pop();
    trimLastText(out);
  }
  return out;
}

function joinTexts(nodes: readonly DocumentNode[]): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of nodes) {
    if (node.type === 'hardBreak') out.push(node);
    else if (node.type === 'text') pushText(out, cleanText(node.text ?? ''), sortMarks(node.marks ?? []));
  }
  return out;
}

function pushText(out: DocumentNode[], text: string, marks: readonly Mark[]): void {
  const previous = out.at(-1);
  if (text === '') return;
  if (previous?.type === 'text' && JSON.stringify(previous.marks ?? []) === JSON.stringify(marks))
    out[out.length - 1] = { ...previous, text: (previous.text ?? '') + text };
  else out.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}

function trimLastText(out: DocumentNode[]): void {
  for (let last = out.at(-1); last?.type === 'text'; last = out.at(-1)) {
    const text = (last.text ?? '').trimEnd();
    out.pop();
    if (text === '') continue;
    out.push({ ...last, text });
    return;
  }
}

/** Marks in the order of `markNames`, one of a kind; a link keeps only the target that it has. */
function sortMarks(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return marks;
  return markNames.flatMap((name) => {
    const mark = marks.find((candidate) => candidate.type === name);
    if (!mark) return [];
    if (name !== 'link') return [mark.attrs && Object.keys(mark.attrs).length > 0 ? mark : { type: name }];
    const storyId = textAttr(mark, 'storyId');
    return [{ type: name, attrs: storyId ? { storyId } : { href: textAttr(mark, 'href') } }];
  });
}
