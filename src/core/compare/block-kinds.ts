import type { DocumentNode } from '../document/document.js';
import { nodeRules, type NodeName } from '../document/document-rules.js';

/** Read from the table of rules, so that a node that is added there is compared without a word here. */
const isBlock = (node: DocumentNode): boolean =>
  Object.hasOwn(nodeRules, node.type) ? nodeRules[node.type as NodeName].isBlock : node.type !== 'text';

/** Whether a block holds text itself, not other blocks. An empty one that may hold text counts. */
export function isTextBlock(node: DocumentNode): boolean {
  if (!isBlock(node)) return false;
  const content = node.content ?? [];
  if (content.length > 0) return content.every((child) => !isBlock(child));
  return Object.hasOwn(nodeRules, node.type) && nodeRules[node.type as NodeName].holds === 'inline';
}

/** The blocks inside a block; none for one that holds text or nothing. */
export function innerBlocks(node: DocumentNode): readonly DocumentNode[] {
  return isTextBlock(node) ? [] : (node.content ?? []).filter(isBlock);
}
