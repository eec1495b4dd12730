import type { Node as ProseNode } from '@tiptap/pm/model';
import type { DocumentNode, StoryDocument } from '../core/document/document.js';

/** What was made of a block: an editor's blocks never change, another text is another block. */
const made = new WeakMap<ProseNode, DocumentNode>();

/**
 * The document as it is kept and exported. Blocks that did not change since the last time are the same objects, so that
 * a draft of a long story costs what was typed.
 */
export function documentOf(document: ProseNode): StoryDocument {
  const content: DocumentNode[] = [];
  document.forEach((block) => {
    let known = made.get(block);
    if (!known) {
      known = block.toJSON() as DocumentNode;
      made.set(block, known);
    }
    content.push(known);
  });
  return { type: 'doc', content };
}
