import type { Editor, JSONContent } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { DocumentNode } from '../../../core/document/document.js';
import { settleChanges, type Verdict } from '../../../core/document/settle-changes.js';
import { changeIdOf } from '../../../core/review/suggestions.js';
import { asDone } from './suggest-mode.js';

/**
 * Takes or refuses suggestions in the text, as one step that can be undone. Only the top-level blocks between the first
 * and the last of them are read and replaced, by the rule that all readers of the text have. Answers whether there were any.
 */
export function decideSuggestions(
  editor: Editor,
  verdict: Exclude<Verdict, 'open'>,
  ids: ReadonlySet<string>,
): boolean {
  const { state } = editor;
  let [from, to, first, last] = [-1, -1, -1, -1];
  state.doc.forEach((block, at, index) => {
    if (!carries(block, ids)) return;
    if (from < 0) [from, first] = [at, index];
    [to, last] = [at + block.nodeSize, index];
  });
  if (from < 0) return false;
  const blocks = Array.from(
    { length: last - first + 1 },
    (_, index) => state.doc.child(first + index).toJSON() as DocumentNode,
  );
  const settled = settleChanges(
    { type: 'doc', content: blocks },
    {
      keepsAnnotations: true,
      verdictOf: (mark) => {
        const id = changeIdOf(mark);
        return id !== null && ids.has(id) ? verdict : 'open';
      },
    },
  );
  const isAll = first === 0 && last === state.doc.childCount - 1;
  const content = (settled.content ?? []).filter((node) => isAll || !isNothing(node));
  const nodes = content.map((node) => state.schema.nodeFromJSON(node as JSONContent));
  const tr = asDone(state.tr.replaceWith(from, to, nodes));
  const place = Math.min(state.selection.head, tr.doc.content.size);
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place))));
  return true;
}

/** The empty paragraph that stands where nothing is left. */
const isNothing = ({ type, content, attrs }: DocumentNode): boolean =>
  type === 'paragraph' && content === undefined && attrs?.['blockId'] === undefined;

function carries(block: ProseNode, ids: ReadonlySet<string>): boolean {
  const has = (node: ProseNode): boolean => node.marks.some(({ attrs }) => ids.has(String(attrs['changeId'])));
  let found = has(block);
  block.descendants((node) => {
    found ||= has(node);
    return !found;
  });
  return found;
}

/** Where the passage of a suggestion or an annotation begins and ends; undefined where no text carries it. */
export function passageOf(
  editor: Editor,
  name: 'changeId' | 'annotationId',
  id: string,
): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  editor.state.doc.descendants((node, at) => {
    if (node.marks.some(({ attrs }) => attrs[name] === id)) found = { from: found?.from ?? at, to: at + node.nodeSize };
    return true;
  });
  return found;
}

/** The ids of the suggestions that a range of the text touches. */
export function suggestionsBetween(editor: Editor, from: number, to: number): ReadonlySet<string> {
  const ids = new Set<string>();
  editor.state.doc.nodesBetween(from, to, (node) => {
    for (const { attrs } of node.marks) if (typeof attrs['changeId'] === 'string') ids.add(attrs['changeId']);
  });
  return ids;
}
