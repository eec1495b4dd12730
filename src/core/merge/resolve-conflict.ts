import { mustHoldAnother, nodeRules, type NodeName } from '../document/document-rules.js';
import { emptyDocument, type DocumentNode, type StoryDocument } from '../document/document.js';
import { withBlockIds, withUniqueIds } from '../document/block-ids.js';
import type { NewId } from '../ids.js';
import type { Story } from '../story/story.js';
import type { Conflict, Take } from './conflict.js';

/**
 * The story after a person chose for one conflict. `both` keeps the two versions one after the other: of a block two
 * blocks, of a text "mine / theirs"; of any other field it keeps mine, since it can hold but one value. What the person
 * wrote into the block meanwhile counts as mine. A conflict that is unknown changes nothing.
 */
export function resolveConflict(story: Story, conflictId: string, take: Take, newId: NewId): Story {
  const conflict = story.conflicts?.find(({ id }) => id === conflictId);
  if (!conflict) return story;
  const left = story.conflicts?.filter(({ id }) => id !== conflictId) ?? [];
  const { conflicts: _old, ...bare } = story;
  const rest: Story = left.length > 0 ? { ...bare, conflicts: left } : bare;
  if (conflict.blockId === null) return withField(rest, conflict, take);
  return { ...rest, body: withBlock(rest.body, conflict, conflict.blockId, take, newId) };
}

function withField(story: Story, { path, mine, theirs }: Conflict, take: Take): Story {
  if (take === 'mine') return story;
  const [name = '', part] = path.split('.');
  const now = (story as Readonly<Record<string, unknown>>)[name];
  const held: unknown = part === undefined ? now : (now as Readonly<Record<string, unknown>> | null)?.[part];
  const isText = typeof held === 'string' && typeof theirs === 'string';
  const both = isText ? [held, theirs].filter((text) => text !== '').join(' / ') : (held ?? mine);
  const value = take === 'theirs' ? theirs : both;
  const whole = part === undefined ? value : { ...(now as object), [part]: value };
  return { ...story, [name]: whole };
}

function withBlock(
  document: StoryDocument,
  { mine, theirs }: Conflict,
  blockId: string,
  take: Take,
  newId: NewId,
): StoryDocument {
  const [ours, other] = [mine as DocumentNode | null, theirs as DocumentNode | null];
  const replaced = (now: DocumentNode): readonly DocumentNode[] => {
    if (take === 'mine') return ours === null ? [] : [now];
    if (take === 'theirs') return other === null ? [] : [{ ...other, attrs: { ...other.attrs, blockId } }];
    return ours !== null && other !== null ? together(now, fresh(other, newId)) : [now];
  };
  const { nodes, isFound } = replace(document.content ?? [], blockId, replaced);
  // The block was taken away meanwhile: a version that is wanted comes back at the end, where it is seen.
  const back = !isFound && take !== 'mine' && other ? [fresh(other, newId)] : [];
  const content = [...nodes, ...back.flatMap(onItsOwn)];
  return content.length > 0 ? withUniqueIds({ type: 'doc', content }, newId) : emptyDocument;
}

/** Two versions one after the other; two cells become one, since a row has as many as it had. */
function together(now: DocumentNode, other: DocumentNode): readonly DocumentNode[] {
  if (nodeRules[now.type as NodeName].group !== 'cell') return [now, other];
  return [{ ...now, content: [...(now.content ?? []), ...(other.content ?? [])] }];
}

/** A part of a list or a table as blocks that may stand anywhere. */
function onItsOwn(node: DocumentNode): readonly DocumentNode[] {
  if (node.type === 'listItem') return [{ type: 'bulletList', content: [node] }];
  if (node.type === 'tableRow') return [{ type: 'table', content: [node] }];
  return nodeRules[node.type as NodeName].group === 'cell' ? (node.content ?? []) : [node];
}

const fresh = (node: DocumentNode, newId: NewId): DocumentNode =>
  withBlockIds({ type: 'doc', content: [node] }, newId).content?.[0] ?? node;

function replace(
  nodes: readonly DocumentNode[],
  blockId: string,
  replaced: (now: DocumentNode) => readonly DocumentNode[],
): { readonly nodes: readonly DocumentNode[]; readonly isFound: boolean } {
  let isFound = false;
  const out = nodes.flatMap((node): readonly DocumentNode[] => {
    if (isFound) return [node];
    if (node.attrs?.['blockId'] === blockId) {
      isFound = true;
      return replaced(node);
    }
    if (!node.content) return [node];
    const inside = replace(node.content, blockId, replaced);
    if (!inside.isFound) return [node];
    isFound = true;
    return inside.nodes.length === 0 && mustHoldAnother(node.type) ? [] : [{ ...node, content: inside.nodes }];
  });
  return { nodes: out, isFound };
}
