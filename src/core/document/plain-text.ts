import { textAttr, type DocumentNode, type StoryDocument } from './document.js';
import { documentView } from './document-view.js';

/** The text of one block; a hard break is a line feed, a picture gives its caption. */
export function blockText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'image') return textAttr(node, 'caption');
  return (node.content ?? []).map(blockText).join('');
}

const leafBlocks = new Set(['paragraph', 'heading', 'image']);

/** The blocks that hold text, in reading order, whatever lists or quotes they stand in. */
export function textBlocks(node: DocumentNode): readonly DocumentNode[] {
  if (leafBlocks.has(node.type)) return [node];
  return (node.content ?? []).flatMap(textBlocks);
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
