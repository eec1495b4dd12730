import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { filledReplacement, type FindQuery } from '../../core/text/find-pattern.js';
import { changedChildren } from './changed-blocks.js';
import { countPlaces, placesOf, Search, type FoundPlace, type SearchRange } from './found-places.js';
import { visibleBlocks, type BlockRange } from './visible-blocks.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    findText: {
      /** Looks for something in the text, in the selection alone if asked; null ends the search. */
      find: (query: FindQuery | null, inSelection?: boolean) => ReturnType;
      /** Selects the next or the previous place, around the end of the text; refused where there is none. */
      selectFound: (direction: 'next' | 'previous') => ReturnType;
      /** Replaces the place that is selected; the caret stands after it then. */
      replaceFound: (replacement: string) => ReturnType;
      /** Replaces every place, as one step of the history. */
      replaceAllFound: (replacement: string) => ReturnType;
    };
  }
}

interface Finding {
  readonly search: Search;
  readonly range: SearchRange | null;
  readonly count: number;
  readonly shown: BlockRange;
  readonly marks: DecorationSet;
}

const key = new PluginKey<Finding | null>('findText');

/** What the find bar says: how many places, which of them is selected (1 is the first, 0 = none), and what went wrong. */
export interface FindReport {
  readonly count: number;
  readonly at: number;
  readonly fault: Search['fault'] | 'gaveUp';
}

/** How many places there are, which is always known; null while nothing is looked for. */
export function foundCount(state: EditorState): Omit<FindReport, 'at'> | null {
  const finding = key.getState(state);
  if (!finding) return null;
  const { search, count } = finding;
  return { count, fault: search.fault ?? (search.gaveUp ? 'gaveUp' : null) };
}

/** The same with which place is selected. Walks to the selection: asked for when the person went there. */
export function findReport(state: EditorState): FindReport | null {
  const finding = key.getState(state);
  const found = foundCount(state);
  if (!finding || !found) return null;
  let at = 0;
  let passed = 0;
  for (const { from, to } of placesOf(state.doc, finding.search, finding.range)) {
    passed += 1;
    if (from === state.selection.from && to === state.selection.to) at = passed;
    if (from >= state.selection.from) break;
  }
  return { ...found, at };
}

/** The places on the screen, as looks. */
function draw(doc: ProseNode, search: Search, range: SearchRange | null, shown: BlockRange): DecorationSet {
  const decorations: Decoration[] = [];
  let at = 0;
  for (let index = 0; index < Math.min(shown.until, doc.childCount); index += 1) {
    const block = doc.child(index);
    if (index >= shown.first)
      for (const place of search.in(block)) {
        const [from, to] = [at + place.from, at + place.to];
        if (range !== null && (from < range.from || to > range.to)) continue;
        decorations.push(Decoration.inline(from, to, { class: 'found' }));
      }
    at += block.nodeSize;
  }
  return DecorationSet.create(doc, decorations);
}

function apply(
  transaction: Transaction,
  finding: Finding | null,
  before: EditorState,
  state: EditorState,
): Finding | null {
  const meta = transaction.getMeta(key) as { query: FindQuery | null; range: SearchRange | null } | undefined;
  const { doc } = transaction;
  if (meta?.query === null) return null;
  const shown = visibleBlocks(state);
  if (meta?.query) {
    const search = new Search(meta.query);
    const { range } = meta;
    return { search, range, count: countPlaces(doc, search, range), shown, marks: draw(doc, search, range, shown) };
  }
  if (!finding || (!transaction.docChanged && shown === finding.shown)) return finding;
  const { search } = finding;
  const range = finding.range && {
    from: transaction.mapping.map(finding.range.from, -1),
    to: transaction.mapping.map(finding.range.to, 1),
  };
  const count = !transaction.docChanged
    ? finding.count
    : range === null
      ? recount(finding.count, search, before.doc, doc)
      : countPlaces(doc, search, range);
  return { search, range, count, shown, marks: draw(doc, search, range, shown) };
}

/** The number of places after a change: only blocks that one text has and the other hasn't are looked at. */
function recount(count: number, search: Search, before: ProseNode, after: ProseNode): number {
  const changed = changedChildren(before, after);
  const size = (blocks: readonly ProseNode[]): number =>
    blocks.reduce((sum, block) => sum + search.in(block).length, 0);
  return count - size(changed.old) + size(changed.new);
}

/** The place to go to from the selection, around the end of the text. */
function neighbour(state: EditorState, { search, range }: Finding, direction: 'next' | 'previous'): FoundPlace | null {
  const { from, to } = state.selection;
  let first: FoundPlace | null = null;
  let before: FoundPlace | null = null;
  let last: FoundPlace | null = null;
  for (const place of placesOf(state.doc, search, range)) {
    const isAfter = place.from >= from && !(place.from === from && place.to === to);
    if (isAfter && direction === 'next') return place;
    if (isAfter && before !== null) return before;
    if (place.from < from) before = place;
    first ??= place;
    last = place;
  }
  return direction === 'next' ? first : (before ?? last);
}

/** Puts a replacement in, with the marks of the first replaced character. */
function replace(tr: Transaction, place: FoundPlace, replacement: string, isRegex: boolean): void {
  const text = filledReplacement(replacement, place.match, isRegex);
  const [from, to] = [tr.mapping.map(place.from, 1), tr.mapping.map(place.to, -1)];
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  if (text === '') tr.delete(from, to);
  else tr.replaceWith(from, to, tr.doc.type.schema.text(text, marks));
}

/** Find and replace on the document itself; what is found is only drawn where it is on the screen. */
export const FindText = Extension.create({
  name: 'findText',
  addCommands: () => ({
    find:
      (query, inSelection = false) =>
      ({ tr }) => {
        const { from, to, empty } = tr.selection;
        const range = inSelection && !empty ? { from, to } : null;
        tr.setMeta(key, { query, range }).setMeta('addToHistory', false);
        return true;
      },
    selectFound:
      (direction) =>
      ({ state, tr, dispatch }) => {
        const finding = key.getState(state);
        const place = finding ? neighbour(state, finding, direction) : null;
        if (!place) return false;
        if (dispatch) tr.setSelection(TextSelection.create(tr.doc, place.from, place.to)).scrollIntoView();
        return true;
      },
    replaceFound:
      (replacement) =>
      ({ state, tr, dispatch }) => {
        const finding = key.getState(state);
        if (!finding) return false;
        const { from, to } = state.selection;
        for (const place of placesOf(state.doc, finding.search, finding.range)) {
          if (place.from > from) break;
          if (place.from !== from || place.to !== to) continue;
          if (dispatch) {
            replace(tr, place, replacement, finding.search.query.isRegex);
            tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(to)));
          }
        }
        return true;
      },
    replaceAllFound:
      (replacement) =>
      ({ state, tr, dispatch }) => {
        const finding = key.getState(state);
        if (!finding || finding.count === 0) return false;
        if (!dispatch) return true;
        const places = [...placesOf(state.doc, finding.search, finding.range)];
        // From the end, so that the places before are where they were.
        for (const place of places.reverse()) replace(tr, place, replacement, finding.search.query.isRegex);
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<Finding | null>({
      key,
      state: { init: () => null, apply },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});
