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

/**
 * Puts the old block of a change into the text: in the place of what became of it, or behind the nearest block before it
 * that is still there. One step of undo. Answers whether the text was changed.
 */
export function takeBlockBack(editor: Editor, changes: readonly BlockChange[], at: number): boolean {
  const change = changes[at];
  const old = change && oldBlock(change);
  if (!change || !old || !editor.isEditable) return false;
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
  editor.view.dispatch(tr.insert(before?.to ?? 0, node).scrollIntoView());
  return true;
}

function placeOf(doc: ProseNode, id: unknown): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  doc.forEach((node, from) => {
    if (typeof id === 'string' && node.attrs['blockId'] === id) found = { from, to: from + node.nodeSize };
  });
  return found;
}
