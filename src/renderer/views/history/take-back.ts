import type { Editor } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { BlockChange } from '../../../core/compare/compare-documents.js';
import type { DocumentNode } from '../../../core/document/document.js';
import type { StoryChange } from '../../state/open-story.svelte.js';
import type { Story } from '../../../core/story/story.js';

/** Fields of text that a person writes and may take from an older version; the rest is the desk's. */
const ownFields = new Set([
  'slugline',
  'urlSlug',
  'kicker',
  'headline',
  'headlines.web',
  'headlines.print',
  'headlines.seo',
  'headlines.social',
  'dek',
  'byline',
  'bodyFooter',
  'ednote',
  'internalNote',
]);

export const canTakeField = (path: string): boolean => ownFields.has(path);

/** What has to be changed in a story so that a field is as it was. */
export function fieldAsBefore(story: Story, path: string, before: unknown): StoryChange {
  const value = typeof before === 'string' ? before : '';
  const [name = '', part] = path.split('.');
  if (part === undefined) return { [name]: value };
  return { [name]: { ...(story[name] as object), [part]: value } };
}

/** Blocks that come back get ids of their own: the editor gives one to each that has none. */
function withoutIds(node: DocumentNode): DocumentNode {
  const { blockId: _old, ...attrs } = node.attrs ?? {};
  return { ...node, attrs, ...(node.content && { content: node.content.map(withoutIds) }) };
}

const idOf = (node: DocumentNode): unknown => node.attrs?.['blockId'];

/** The old block of a change, if it can be put into the text. */
export const oldBlock = (change: BlockChange): DocumentNode | null =>
  change.kind === 'removed' || change.kind === 'changed' ? change.before : null;

/** Blocks whose inner blocks come back one by one; the rows of a table only with their table. */
const takesInner = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'factbox']);

/** Whether the blocks inside a change can be taken back by themselves: items of a list, paragraphs of a quote or box. */
export const canTakeInside = (change: BlockChange): boolean =>
  change.kind === 'changed' && change.before.type === change.after.type && takesInner.has(change.after.type);

/**
 * Puts the old block of a change into the text: in the place of what became of it, or behind the nearest block before it
 * that is still there. `path` leads to the change: its place among the blocks, then among those inside, and so on. One
 * step of undo. Answers whether the text was changed.
 */
export function takeBlockBack(editor: Editor, blocks: readonly BlockChange[], path: readonly number[]): boolean {
  const found = changeAt(blocks, path);
  const old = found && oldBlock(found.change);
  if (!found || !old || !editor.isEditable) return false;
  const { change, changes, at, parent } = found;
  const node = editor.schema.nodeFromJSON(withoutIds(old));
  const { tr, doc } = editor.state;
  if (change.kind === 'changed') {
    const place = placeOf(doc, idOf(change.after));
    if (!place) return false;
    editor.view.dispatch(tr.replaceWith(place.from, place.to, node).scrollIntoView());
    return true;
  }
  const before = changes
    .slice(0, at)
    .toReversed()
    .flatMap((earlier) =>
      'after' in earlier && !('isMoved' in earlier && earlier.isMoved) ? [placeOf(doc, idOf(earlier.after))] : [],
    )
    .find((place) => place !== undefined);
  const start = parent === null ? 0 : startOf(doc, idOf(parent));
  const target = before?.to ?? start;
  if (target === undefined) return false;
  editor.view.dispatch(tr.insert(target, node).scrollIntoView());
  return true;
}

interface FoundChange {
  readonly change: BlockChange;
  /** The change among its siblings. */
  readonly changes: readonly BlockChange[];
  readonly at: number;
  /** The block that holds them now; null = the document. */
  readonly parent: DocumentNode | null;
}

function changeAt(blocks: readonly BlockChange[], path: readonly number[]): FoundChange | undefined {
  let changes = blocks;
  let parent: DocumentNode | null = null;
  for (const [depth, at] of path.entries()) {
    const change = changes[at];
    if (!change) return undefined;
    if (depth === path.length - 1) return { change, changes, at, parent };
    if (change.kind !== 'changed' || !change.inner) return undefined;
    changes = change.inner;
    parent = change.after;
  }
  return undefined;
}

/** Where the content of a block starts. */
function startOf(doc: ProseNode, id: unknown): number | undefined {
  const place = placeOf(doc, id);
  return place && place.from + 1;
}

function placeOf(doc: ProseNode, id: unknown): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  if (typeof id !== 'string') return undefined;
  doc.descendants((node, from) => {
    if (node.attrs['blockId'] === id) found = { from, to: from + node.nodeSize };
    return found === undefined && !node.isTextblock;
  });
  return found;
}
