import { maxDepth, maxNodes, walk, type DocumentNode, type Mark, type StoryDocument } from './document.js';
import { storyId } from '../ids.js';
import { isSafeHref } from '../text/link.js';

type Group = 'block' | 'inline' | 'listItem' | 'none';
interface NodeRule {
  readonly group: Group;
  /** What it may hold; `inline` is text and hard breaks. */
  readonly holds: Group;
  /** Carries a `blockId` (decision 15). */
  readonly isBlock: boolean;
}

/** The nodes of the schema, in one table. `src/editor/schema.ts` builds the same ones; a test compares the two. */
export const nodeRules = {
  doc: { group: 'none', holds: 'block', isBlock: false },
  paragraph: { group: 'block', holds: 'inline', isBlock: true },
  heading: { group: 'block', holds: 'inline', isBlock: true },
  bulletList: { group: 'block', holds: 'listItem', isBlock: true },
  orderedList: { group: 'block', holds: 'listItem', isBlock: true },
  listItem: { group: 'listItem', holds: 'block', isBlock: true },
  blockquote: { group: 'block', holds: 'block', isBlock: true },
  image: { group: 'block', holds: 'none', isBlock: true },
  hardBreak: { group: 'inline', holds: 'none', isBlock: false },
  text: { group: 'inline', holds: 'none', isBlock: false },
} as const satisfies Record<string, NodeRule>;
export type NodeName = keyof typeof nodeRules;

/** The marks of the schema; `insertion`, `deletion`, `modification` may stand on blocks too. */
export const markNames = [
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'insertion',
  'deletion',
  'modification',
  'annotation',
] as const;
export type MarkName = (typeof markNames)[number];

/** h1 is the headline. */
const headingLevels: readonly unknown[] = [2, 3, 4];

const isNodeName = (name: string): name is NodeName => Object.hasOwn(nodeRules, name);
const isMarkName = (name: string): name is MarkName => (markNames as readonly string[]).includes(name);

/**
 * Says what is wrong with a document, each with its place, at most 20; an empty list means that it may be opened and
 * saved. Depth and count are looked at first, so that a hostile document is refused before anything recurses.
 */
export function checkDocument(value: unknown): readonly string[] {
  if (!isNode(value) || value.type !== 'doc') return ['body: must be a document ({ "type": "doc", … })'];
  const faults: string[] = [];
  let nodes = 0;
  for (const { node, depth } of walk(value)) {
    nodes += 1;
    if (depth > maxDepth) return [`body: nested deeper than ${String(maxDepth)} levels`];
    if (nodes > maxNodes) return [`body: more than ${String(maxNodes)} nodes`];
    faults.push(...nodeFaults(node));
    if (faults.length >= 20) break;
  }
  return faults;
}

export function isStoryDocument(value: unknown): value is StoryDocument {
  return checkDocument(value).length === 0;
}

function isNode(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function hasPlainAttrs(value: DocumentNode | Mark): boolean {
  const attrs: unknown = value.attrs;
  return attrs === undefined || (typeof attrs === 'object' && attrs !== null && !Array.isArray(attrs));
}

function nodeFaults(node: DocumentNode): readonly string[] {
  if (!isNode(node)) return ['body: holds something that is not a node'];
  if (!isNodeName(node.type)) return [`body: unknown node "${node.type}"`];
  const rule: NodeRule = nodeRules[node.type];
  const faults: string[] = [];
  if (node.type === 'text') {
    if (typeof node.text !== 'string' || node.text === '') faults.push('body: a text node without text');
  } else if (node.text !== undefined) faults.push(`body: ${node.type} must not have text of its own`);
  if (!hasPlainAttrs(node)) faults.push(`body: attrs of ${node.type} must be an object`);
  if (node.content !== undefined && !Array.isArray(node.content))
    return [`body: content of ${node.type} must be a list`];
  for (const child of node.content ?? []) {
    if (!isNode(child)) return [`body: ${node.type} holds something that is not a node`];
    const childRule: NodeRule | undefined = isNodeName(child.type) ? nodeRules[child.type] : undefined;
    if (childRule && (rule.holds === 'none' || childRule.group !== rule.holds))
      faults.push(`body: ${child.type} cannot stand in ${node.type}`);
  }
  const mustHold = rule.holds === 'block' || rule.holds === 'listItem';
  if (mustHold && (node.content ?? []).length === 0) faults.push(`body: ${node.type} is empty`);
  if (node.type === 'heading' && !headingLevels.includes(node.attrs?.['level']))
    faults.push(`body: heading level must be 2, 3 or 4, got ${String(node.attrs?.['level'])}`);
  if (node.marks !== undefined && !Array.isArray(node.marks)) return [`body: marks of ${node.type} must be a list`];
  for (const mark of node.marks ?? []) faults.push(...markFaults(mark));
  return faults;
}

function markFaults(mark: unknown): readonly string[] {
  if (!isNode(mark)) return ['body: holds something that is not a mark'];
  if (!isMarkName(mark.type)) return [`body: unknown mark "${mark.type}"`];
  if (!hasPlainAttrs(mark)) return [`body: attrs of ${mark.type} must be an object`];
  if (mark.type === 'link') {
    const href = mark.attrs?.['href'];
    const target = mark.attrs?.['storyId'];
    const hasTarget = typeof target === 'string' && target !== '';
    if (hasTarget && !storyId.safeParse(target).success) return ['body: a link to a story with an id that is none'];
    // A story link may do without an address, but an address that is there is an address that may be followed.
    if (hasTarget && (href === undefined || href === null || href === '')) return [];
    if (typeof href !== 'string' || !isSafeHref(href)) return ['body: a link with an address that is not allowed'];
  }
  return [];
}
