import { collapseSpaces, cleanText } from '../text/spaces.js';
import { emptyDocument, numberAttr, textAttr, type DocumentNode, type Mark, type StoryDocument } from './document.js';
import { pictureUseSchema, plainUse, type PictureUse } from '../media/picture-use.js';
import { markNames } from './document-rules.js';

/**
 * A body as it can be written in any format and read back the same: no empty blocks, white space as HTML reads it, no
 * line break at the edge of a block, neighbouring texts with the same marks joined, marks in one order, only the
 * attributes that a format carries (no `blockId`). A cell of a table stays where it is empty. tidyBody(tidyBody(x))
 * equals tidyBody(x). Give it an accepted view.
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
  switch (node.type) {
    case 'horizontalRule':
      return { type: node.type };
    case 'image':
      return tidyImage(node);
    case 'storyCard':
      return { type: node.type, attrs: { storyId: textAttr(node, 'storyId') } };
    case 'embed':
      return { type: node.type, attrs: lines(node, 'provider', 'url', 'title') };
    case 'codeBlock':
      return tidyCode(node);
    case 'paragraph':
    case 'pullQuote':
    case 'heading':
      return tidyText(node);
    default:
      return tidyContainer(node);
  }
}

function tidyText(node: DocumentNode): DocumentNode | undefined {
  const content = tidyInline(node.content ?? []);
  if (content.length === 0) return undefined;
  if (node.type === 'heading') return { type: 'heading', attrs: { level: numberAttr(node, 'level', 2) }, content };
  return { type: node.type, ...given(node.type === 'pullQuote' ? lines(node, 'credit') : {}), content };
}

const cellTypes: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);
/** The texts that a container keeps in attributes; they become a paragraph where it holds nothing else. */
const containerTexts: Partial<Readonly<Record<string, string>>> = {
  blockquote: 'attribution',
  factbox: 'title',
  gallery: 'caption',
  table: 'caption',
};

function tidyContainer(node: DocumentNode): DocumentNode | undefined {
  const content = tidyBlocks(node.content ?? []);
  if (cellTypes.has(node.type)) {
    const spans = Object.fromEntries(
      ['colspan', 'rowspan'].flatMap((name) => {
        const value = numberAttr(node, name, 1);
        return value > 1 ? [[name, value]] : [];
      }),
    );
    return { type: node.type, ...given(spans), content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  }
  const name = containerTexts[node.type];
  const attrs = name === undefined ? {} : lines(node, name);
  if (content.length === 0) {
    const text = name === undefined ? '' : (attrs[name] ?? '');
    return text === '' ? undefined : { type: 'paragraph', content: [{ type: 'text', text }] };
  }
  if (node.type !== 'orderedList') return { type: node.type, ...given(attrs), content };
  const start = Math.trunc(numberAttr(node, 'start', 1));
  return { type: node.type, ...given(start === 1 ? {} : { start }), content };
}

function tidyImage(node: DocumentNode): DocumentNode {
  const [media, alt, caption, credit] = ['media', 'alt', 'caption', 'credit'].map((name) =>
    cleanLine(textAttr(node, name)),
  );
  const use = pictureUseSchema.parse(node.attrs ?? {});
  const changed = Object.entries(use).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(plainUse[name as keyof PictureUse]),
  );
  return { type: 'image', attrs: { media, alt, caption, credit, ...Object.fromEntries(changed) } };
}

/** Code keeps its lines and blanks; only what no format carries goes, and the empty lines around it. */
function tidyCode(node: DocumentNode): DocumentNode | undefined {
  const text = cleanText((node.content ?? []).map((child) => child.text ?? '').join(''))
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/^(?:[ \t\u00a0]*\n)+|\s+$/gu, '');
  if (text === '') return undefined;
  const language = textAttr(node, 'language').replace(/[^\w+#.-]/gu, '');
  return { type: 'codeBlock', ...given(language === '' ? {} : { language }), content: [{ type: 'text', text }] };
}

const given = (attrs: Readonly<Record<string, unknown>>): Pick<DocumentNode, 'attrs'> =>
  Object.keys(attrs).length > 0 ? { attrs } : {};

/** Attributes that are lines of text, without the empty ones. */
function lines(node: DocumentNode, ...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => [name, cleanLine(textAttr(node, name))] as const).filter(([, value]) => value !== ''),
  );
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
    if (node.type === 'footnote') {
      out.push(node);
      continue;
    }
    let text = collapseSpaces(node.text ?? '');
    if (previous?.type === 'hardBreak' || !previous) text = text.trimStart();
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
    if (node.type === 'hardBreak') out.push({ type: 'hardBreak' });
    else if (node.type === 'footnote') {
      const content = tidyInline(node.content ?? []);
      if (content.length > 0) out.push({ type: 'footnote', content });
    } else if (node.type === 'text') pushText(out, cleanText(node.text ?? ''), sortMarks(node.marks ?? []));
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

/** Marks in the order of `markNames`, one of a kind but for annotations; a link keeps only the target that it has. */
function sortMarks(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return marks;
  return markNames.flatMap((name): readonly Mark[] => {
    // A passage may be what several comments speak of.
    if (name === 'annotation') return marks.filter(({ type }) => type === name);
    const mark = marks.find((candidate) => candidate.type === name);
    if (!mark || (name === 'superscript' && marks.some(({ type }) => type === 'subscript'))) return [];
    if (name === 'language') return [{ type: name, attrs: { lang: textAttr(mark, 'lang') } }];
    if (name !== 'link') return [mark.attrs && Object.keys(mark.attrs).length > 0 ? mark : { type: name }];
    const storyId = textAttr(mark, 'storyId');
    return [{ type: name, attrs: storyId ? { storyId } : { href: textAttr(mark, 'href') } }];
  });
}
