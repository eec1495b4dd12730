import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { countTks } from '../../core/check/tk.js';
import { attributeWords } from '../../core/document/plain-text.js';
import { measureText, type TextMeasure } from '../../core/text/words.js';
import { changedChildren } from './changed-blocks.js';

/** What the status line says of a body: its words and reading time, and TK marks ("to come") still in the text. */
export interface TextCounts extends TextMeasure {
  readonly tks: number;
}

export const noCounts: TextCounts = { words: 0, characters: 0, letters: 0, unspaced: 0, tks: 0 };
const sum = (left: TextCounts, right: TextCounts, sign: 1 | -1): TextCounts => ({
  words: left.words + sign * right.words,
  characters: left.characters + sign * right.characters,
  letters: left.letters + sign * right.letters,
  unspaced: left.unspaced + sign * right.unspaced,
  tks: left.tks + sign * right.tks,
});
const plus = (left: TextCounts, right: TextCounts): TextCounts => sum(left, right, 1);
const minus = (left: TextCounts, right: TextCounts): TextCounts => sum(left, right, -1);

/** Nodes never change, so a count made once holds for as long as the node lives. */
const counted = new WeakMap<ProseNode, TextCounts>();

/** The sign of a split that was suggested stands in changed text only (`document-view.ts`). */
const isChanged = (node: ProseNode): boolean =>
  node.marks.some(({ type }) => type.name === 'insertion' || type.name === 'modification');
const isDeleted = (node: ProseNode): boolean => node.marks.some((mark) => mark.type.name === 'deletion');

/** The text of one block as it will read when every suggestion is accepted; its footnotes come after it. */
function acceptedText(block: ProseNode): string {
  if (block.isAtom && block.isBlock) return ownWords(block);
  let text = '';
  let notes = '';
  block.forEach((child) => {
    if (isDeleted(child)) return;
    if (child.isText) text += isChanged(child) ? (child.text ?? '').replaceAll('\u200b', '') : (child.text ?? '');
    else if (child.type.name === 'footnote') notes += `\n${acceptedText(child)}`;
    else text += '\n';
  });
  return text + notes;
}

const ownWords = (node: ProseNode): string => attributeWords({ type: node.type.name, attrs: node.attrs });
const countText = (text: string): TextCounts => ({ ...measureText(text), tks: countTks(text) });

/** Counts a node, asking only for the parts that were never counted. */
export function countsOf(node: ProseNode): TextCounts {
  if (isDeleted(node)) return noCounts;
  const known = counted.get(node);
  if (known) return known;
  let counts = noCounts;
  if (node.isTextblock || node.isAtom) {
    counts = countText(acceptedText(node));
  } else {
    counts = countText(ownWords(node));
    node.forEach((child) => (counts = plus(counts, countsOf(child))));
  }
  counted.set(node, counts);
  return counts;
}

/** The counts after a change, from those before it: blocks that both documents share are not even looked up. */
export function recount(counts: TextCounts, before: ProseNode, after: ProseNode): TextCounts {
  if (before === after) return counts;
  const changed = changedChildren(before, after);
  let next = counts;
  for (const block of changed.old) next = minus(next, countsOf(block));
  for (const block of changed.new) next = plus(next, countsOf(block));
  return next;
}

const countsKey = new PluginKey<TextCounts>('textCounts');

/** The counts of an editor's text; zero where the behaviour is not installed. */
export function countsIn(state: EditorState): TextCounts {
  return countsKey.getState(state) ?? noCounts;
}

/** Keeps the counts beside the state, so that no key press reads the whole text. */
export const TextCounting = Extension.create({
  name: 'textCounting',
  addProseMirrorPlugins: () => [
    new Plugin<TextCounts>({
      key: countsKey,
      state: {
        init: (_config, state) => countsOf(state.doc),
        apply: (transaction, counts, before, after) =>
          transaction.docChanged ? recount(counts, before.doc, after.doc) : counts,
      },
    }),
  ],
});
