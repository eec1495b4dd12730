import { textAttr, type DocumentNode, type StoryDocument } from './document.js';
import { documentView } from './document-view.js';

/** Nodes whose words stand in attributes, in the order in which a reader meets them. */
const attributeTexts: Partial<Readonly<Record<string, readonly string[]>>> = {
  image: ['caption'],
  embed: ['title'],
};

/** The text of one block; a hard break is a line feed, a picture gives its caption. A footnote is a block of its own. */
export function blockText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (attributeTexts[node.type]) return attributeWords(node);
  return (node.content ?? []).map((child) => (child.type === 'footnote' ? '' : blockText(child))).join('');
}

const leafBlocks = new Set(['paragraph', 'heading', 'pullQuote', 'codeBlock', 'image', 'embed']);

/** Containers with words of their own beside what they hold: those words come as a paragraph, before or after it. */
const ownWords: Partial<Readonly<Record<string, { readonly name: string; readonly after?: true }>>> = {
  factbox: { name: 'title' },
  table: { name: 'caption' },
  blockquote: { name: 'attribution', after: true },
  gallery: { name: 'caption', after: true },
};

/** The words that a block keeps in its attributes: a caption, a title, a source; '' for any other. */
export function attributeWords(node: {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}): string {
  const names = attributeTexts[node.type] ?? (ownWords[node.type] ? [ownWords[node.type]?.name ?? ''] : []);
  return names.map((name) => textAttr(node, name)).join(' ');
}

/**
 * The blocks that hold text, in reading order, whatever lists, quotes or tables they stand in; a footnote follows the
 * block that it stands in, and the title of a factbox or a quote's source counts as a paragraph.
 */
export function textBlocks(node: DocumentNode): readonly DocumentNode[] {
  if (leafBlocks.has(node.type)) {
    const notes = (node.content ?? []).filter((child) => child.type === 'footnote');
    return notes.length === 0 ? [node] : [node, ...notes];
  }
  const inside = (node.content ?? []).flatMap(textBlocks);
  const own = ownWords[node.type];
  const words = attributeWords(node);
  if (!own || words === '') return inside;
  const { blockId } = node.attrs ?? {};
  const line: DocumentNode = {
    type: 'paragraph',
    ...(blockId === undefined ? {} : { attrs: { blockId } }),
    content: [{ type: 'text', text: words }],
  };
  return own.after ? [...inside, line] : [line, ...inside];
}

/** The paragraphs of a story as a reader gets them (changes accepted), empty ones left out. */
export function paragraphTexts(document: StoryDocument): readonly string[] {
  return textBlocks(documentView(document, 'accepted'))
    .map(blockText)
    .filter((text) => text.trim() !== '');
}

/** The whole body as plain text, a blank line between blocks. */
export function plainText(document: StoryDocument): string {
  return paragraphTexts(document).join('\n\n');
}
