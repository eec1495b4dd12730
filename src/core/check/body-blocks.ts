import { textAttr, type DocumentNode } from '../document/document.js';
import { documentView } from '../document/document-view.js';
import { blockText, textBlocks } from '../document/plain-text.js';
import type { Story } from '../story/story.js';

/** A block of the body as readers will get it, with its place for a finding. */
export interface BodyBlock {
  readonly where: string;
  readonly node: DocumentNode;
  /** '' for a picture. */
  readonly text: string;
}

/** The blocks that hold text or a picture, in order, with every suggestion accepted. */
export function bodyBlocks(story: Story): readonly BodyBlock[] {
  return textBlocks(documentView(story.body, 'accepted')).map((node, at) => ({
    where: `body:${textAttr(node, 'blockId') || String(at + 1)}`,
    node,
    text: node.type === 'image' ? '' : blockText(node),
  }));
}

/** Headline, dek and the body's blocks: what a rule about writing reads. */
export function writtenTexts(story: Story): readonly { readonly where: string; readonly text: string }[] {
  return [{ where: 'headline', text: story.headline }, { where: 'dek', text: story.dek }, ...bodyBlocks(story)].filter(
    ({ text }) => text !== '',
  );
}
