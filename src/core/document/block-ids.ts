import type { NewId } from '../ids.js';
import type { DocumentNode, StoryDocument } from './document.js';
import { nodeRules, type NodeName } from './document-rules.js';

/** A new id for every block (decision 15): for documents that come from elsewhere. Bounded by the depth limit. */
export function withBlockIds(document: StoryDocument, newId: NewId): StoryDocument {
  return { ...document, content: (document.content ?? []).map((node) => identified(node, newId)) };
}

function identified(node: DocumentNode, newId: NewId): DocumentNode {
  if (!nodeRules[node.type as NodeName].isBlock) return node;
  const attrs = { ...node.attrs, blockId: newId() };
  return node.content
    ? { ...node, attrs, content: node.content.map((child) => identified(child, newId)) }
    : { ...node, attrs };
}
