import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { tksIn } from '../../core/check/tk.js';
import { redrawChanged } from './changed-blocks.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    toComeMarks: {
      /** Selects the next TK after the selection, from the top again after the last; refused where there is none. */
      selectNextTk: () => ReturnType;
    };
  }
}

const key = new PluginKey<DecorationSet>('toComeMarks');

interface Place {
  readonly from: number;
  readonly to: number;
}

/** TK marks of one text block; what is no text counts as a sign of its own, so that places fit. */
function tksOf(block: ProseNode, at: number): readonly Place[] {
  let text = '';
  block.forEach((child) => (text += child.isText ? (child.text ?? '') : '\ufffc'.repeat(child.nodeSize)));
  if (!/tk/iu.test(text)) return [];
  return tksIn(text).map((tk) => ({ from: at + 1 + tk.at, to: at + 1 + tk.at + tk.mark.length }));
}

/** TK marks of the text blocks in a range: only whole blocks are read, never the whole text. */
function placesIn(document: ProseNode, from: number, to: number): readonly Place[] {
  const found: Place[] = [];
  document.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    found.push(...tksOf(node, at));
    return false;
  });
  return found;
}

const marksIn = (document: ProseNode, from: number, to: number): readonly Decoration[] =>
  placesIn(document, from, to).map((place) => Decoration.inline(place.from, place.to, { class: 'to-come' }));

/** Shows the TKs ("to come") of a text, so that no hole is overlooked. They are looks only and never stored. */
export const ToComeMarks = Extension.create({
  name: 'toComeMarks',
  addCommands: () => ({
    selectNextTk:
      () =>
      ({ tr, dispatch }) => {
        const places = placesIn(tr.doc, 0, tr.doc.content.size);
        const next = places.find(({ from }) => from >= tr.selection.to) ?? places[0];
        if (!next) return false;
        if (dispatch) tr.setSelection(TextSelection.create(tr.doc, next.from, next.to)).scrollIntoView();
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => DecorationSet.create(doc, [...marksIn(doc, 0, doc.content.size)]),
        apply: (transaction, marks) => (transaction.docChanged ? redrawChanged(marks, transaction, marksIn) : marks),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
