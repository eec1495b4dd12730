import type { NewId } from '../ids.js';
import type { DocumentNode, StoryDocument } from './document.js';
import { nodeRules, type NodeName } from './document-rules.js';

/** A new id for every block (decision 15): for documents that come from elsewhere. Bounded by the depth limit. */
export function withBlockIds(document: StoryDocument, newId: NewId): StoryDocument {
  return { ...document, content: (document.content ?? []).map((node) => identified(node, newId)) };
}

/** Every id once: a block whose id one before it has gets a new one. Blocks without an id stay without. */
export function withUniqueIds(document: StoryDocument, newId: NewId): StoryDocument {
  const seen = new Set<unknown>();
  const unique = (node: DocumentNode): DocumentNode => {
    const known = node.attrs?.['blockId'];
    const isTaken = known !== undefined && seen.has(known);
    const id = isTaken ? newId() : known;
    if (id !== undefined) seen.add(id);
    const own = isTaken ? { ...node, attrs: { ...node.attrs, blockId: id } } : node;
    const content = own.content?.map(unique);
    return content?.some((child, at) => child !== own.content?.[at]) ? { ...own, content } : own;
  };
  return document.content ? { ...document, content: document.content.map(unique) } : document;
}

function identified(node: DocumentNode, newId: NewId): DocumentNode {
  if (!nodeRules[node.type as NodeName].isBlock) return node;
  const attrs = { ...node.attrs, blockId: newId() };
  return node.content
    ? { ...node, attrs, content: node.content.map((child) => identified(child, newId)) }
    : { ...node, attrs };
}
