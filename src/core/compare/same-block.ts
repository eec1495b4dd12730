import type { DocumentNode } from '../document/document.js';

/** Whether two blocks are the same but for their ids: most blocks are, so this is asked before any word is read. */
export function sameBlock(left: DocumentNode, right: DocumentNode): boolean {
  return left === right || sameValue(left, right);
}

/** Equality of JSON values; `blockId` counts as missing. Recursion is bounded by the depth of a document. */
function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right))
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((value, at) => sameValue(value, right[at]))
    );
  const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>];
  for (const key of Object.keys(one)) if (key !== 'blockId' && !sameValue(one[key], other[key])) return false;
  return Object.keys(other).every((key) => key === 'blockId' || Object.hasOwn(one, key));
}
