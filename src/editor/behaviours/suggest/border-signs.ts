import type { Node as ProseNode, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { border, changeIdOf, markOf } from './suggestion-marks.js';

/** How many signs of a border stand at a side of a paragraph, and of which suggestions they are. */
function signsAt(block: ProseNode | null, side: 'start' | 'end'): { length: number; ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  let length = 0;
  const count = block?.isTextblock ? block.childCount : 0;
  for (let index = 0; index < count; index += 1) {
    const child = block?.child(side === 'start' ? index : count - 1 - index);
    const text = child?.text ?? '';
    const signs = (side === 'start' ? /^\u200b+/u : /\u200b+$/u).exec(text)?.[0].length ?? 0;
    if (signs === 0) break;
    length += signs;
    for (const kind of ['insertion', 'deletion'] as const) {
      const id = changeIdOf(markOf(child, kind));
      if (id !== null) ids.add(id);
    }
    if (signs < text.length) break;
  }
  return { length, ids };
}

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((id) => other.has(id));

/** Where words come that are put in here: between the signs of the paragraph's borders, never beyond them. */
export function insideSigns(state: EditorState, at: number): number {
  const $at = state.doc.resolve(at);
  if (!$at.parent.isTextblock || $at.depth === 0) return at;
  const [before, after] = brothersOf($at);
  const [own, ownEnd] = [signsAt($at.parent, 'start'), signsAt($at.parent, 'end')];
  const start = meet(signsAt(before, 'end').ids, own.ids) ? own.length : 0;
  const end = meet(ownEnd.ids, signsAt(after, 'start').ids) ? ownEnd.length : 0;
  const { size } = $at.parent.content;
  // A paragraph that holds nothing but signs: half of them are of the border before it.
  if (start + end > size) return at;
  return Math.min(Math.max(at, $at.start() + start), $at.end() - end);
}

function brothersOf($at: ResolvedPos): readonly [ProseNode | null, ProseNode | null] {
  const [index, parent] = [$at.index(-1), $at.node(-1)];
  return [parent.maybeChild(index - 1), parent.maybeChild(index + 1)];
}

/** The parts of a text without the signs of borders, as offsets. */
export function withoutSigns(text: string): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  for (const { index, 0: part } of text.matchAll(/[^\u200b]+/gu)) parts.push([index, index + part.length]);
  return parts;
}

export const hasSign = (text: string): boolean => text.includes(border);
