import { maxDepth, maxNodes, walk, type DocumentNode, type Mark, type StoryDocument } from './document.js';
import { markAttributeFaults, nodeAttributeFaults } from './attribute-rules.js';

type Group = 'block' | 'inline' | 'listItem' | 'cell' | 'none';
interface NodeRule {
  readonly group: Group;
  /** A group, or one node by its name; `none` = nothing. */
  readonly holds: Group | 'tableRow' | 'image' | 'text';
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
  pullQuote: { group: 'block', holds: 'inline', isBlock: true },
  factbox: { group: 'block', holds: 'block', isBlock: true },
  image: { group: 'block', holds: 'none', isBlock: true },
  gallery: { group: 'block', holds: 'image', isBlock: true },
  table: { group: 'block', holds: 'tableRow', isBlock: true },
  tableRow: { group: 'none', holds: 'cell', isBlock: true },
  tableCell: { group: 'cell', holds: 'block', isBlock: true },
  tableHeader: { group: 'cell', holds: 'block', isBlock: true },
  codeBlock: { group: 'block', holds: 'text', isBlock: true },
  horizontalRule: { group: 'block', holds: 'none', isBlock: true },
  storyCard: { group: 'block', holds: 'none', isBlock: true },
  embed: { group: 'block', holds: 'none', isBlock: true },
  footnote: { group: 'inline', holds: 'text', isBlock: false },
  hardBreak: { group: 'inline', holds: 'none', isBlock: false },
  text: { group: 'inline', holds: 'none', isBlock: false },
} as const satisfies Record<string, NodeRule>;
export type NodeName = keyof typeof nodeRules;
/** Nodes that stand by themselves, one under the other. */
type BlockName = { [N in NodeName]: (typeof nodeRules)[N]['group'] extends 'block' ? N : never }[NodeName];

/** The marks of the schema, the outermost first as formats nest them; `insertion`, `deletion`, `modification` may stand on blocks too. */
export const markNames = [
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
  'highlight',
  'language',
  'link',
  'code',
  'insertion',
  'deletion',
  'modification',
  'annotation',
] as const;
export type MarkName = (typeof markNames)[number];

/** What such a node or group must hold at least one of; text and nothing may be missing. */
const mayBeEmpty: ReadonlySet<string> = new Set(['inline', 'text', 'none']);

/** The name of a block, for a writer that has a case for each. @throws TypeError for what only stands inside of one */
export function blockName({ type }: DocumentNode): BlockName {
  if (isNodeName(type) && isBlockName(type)) return type;
  throw new TypeError(`${type} is no block by itself`);
}

/** Whether a node of this type may never be without content. */
export function mustHoldAnother(type: string): boolean {
  return isNodeName(type) && !mayBeEmpty.has(nodeRules[type].holds);
}

const isBlockName = (name: NodeName): name is BlockName => nodeRules[name].group === 'block';
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
    if (childRule && (rule.holds === 'none' || (childRule.group !== rule.holds && child.type !== rule.holds)))
      faults.push(`body: ${child.type} cannot stand in ${node.type}`);
  }
  if (mustHoldAnother(node.type) && (node.content ?? []).length === 0) faults.push(`body: ${node.type} is empty`);
  faults.push(...nodeAttributeFaults(node.type, node));
  if (node.marks !== undefined && !Array.isArray(node.marks)) return [`body: marks of ${node.type} must be a list`];
  for (const mark of node.marks ?? []) faults.push(...markFaults(mark));
  return faults;
}

function markFaults(mark: unknown): readonly string[] {
  if (!isNode(mark)) return ['body: holds something that is not a mark'];
  if (!isMarkName(mark.type)) return [`body: unknown mark "${mark.type}"`];
  if (!hasPlainAttrs(mark)) return [`body: attrs of ${mark.type} must be an object`];
  return markAttributeFaults(mark.type, mark);
}
