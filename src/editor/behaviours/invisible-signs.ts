import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { blocksBetween, type PlacedText } from './blocks-between.js';
import { redrawChanged } from './changed-blocks.js';
import { visibleBlocks, type BlockRange } from './visible-blocks.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    invisibleSigns: {
      /** Shows or hides spaces, no-break spaces, line ends and paragraph ends. */
      showInvisibleSigns: (isShown: boolean) => ReturnType;
    };
  }
}

interface Shown {
  readonly isOn: boolean;
  readonly range: BlockRange;
  readonly signs: DecorationSet;
}

const key = new PluginKey<Shown>('invisibleSigns');
const classOf: Readonly<Record<string, string>> = { ' ': 'sign-space', '\t': 'sign-tab', '\u200b': 'sign-zero' };
/** Characters that nobody sees: spaces of every width, the soft hyphen, marks of direction and joiners. */
const unseen = /[ \t\u00a0\u00ad\u2000-\u200f\u202f\u2060\u3000\ufeff]/gu;

/** Nodes never change, so what was found in one holds as long as it lives. */
const found = new WeakMap<ProseNode, readonly (readonly [offset: number, name: string])[]>();

function signsOf(block: ProseNode): readonly (readonly [offset: number, name: string])[] {
  const known = found.get(block);
  if (known) return known;
  const signs: (readonly [number, string])[] = [];
  block.forEach((child, offset) => {
    if (child.type.name === 'hardBreak') signs.push([offset, 'sign-break']);
    for (const match of (child.text ?? '').matchAll(unseen))
      signs.push([offset + match.index, classOf[match[0]] ?? 'sign-fixed']);
  });
  found.set(block, signs);
  return signs;
}

function decorationsOf({ node, at }: PlacedText): readonly Decoration[] {
  const signs = signsOf(node).map(([offset, name]) =>
    Decoration.inline(at + 1 + offset, at + 2 + offset, { class: name }),
  );
  return [...signs, Decoration.node(at, at + node.nodeSize, { class: 'sign-end' })];
}

function drawBetween(document: ProseNode, from: number, to: number): readonly Decoration[] {
  const decorations: Decoration[] = [];
  document.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock) decorations.push(...decorationsOf({ node, at }));
    return !node.isTextblock;
  });
  return decorations;
}

const draw = (document: ProseNode, range: BlockRange): DecorationSet =>
  DecorationSet.create(document, [...blocksBetween(document, range)].flatMap(decorationsOf));

const hidden: Shown = { isOn: false, range: { first: 0, until: 0 }, signs: DecorationSet.empty };

/** Shows what cannot be seen, on the screen only: looks, never part of the text. */
export const InvisibleSigns = Extension.create({
  name: 'invisibleSigns',
  addCommands: () => ({
    showInvisibleSigns:
      (isShown) =>
      ({ tr }) => {
        tr.setMeta(key, isShown).setMeta('addToHistory', false);
        return true;
      },
  }),
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: () => hidden,
        apply: (transaction, shown, _before, state) => {
          const isOn = (transaction.getMeta(key) as boolean | undefined) ?? shown.isOn;
          if (!isOn) return hidden;
          const range = visibleBlocks(state);
          if (!shown.isOn || range !== shown.range) return { isOn, range, signs: draw(state.doc, range) };
          return transaction.docChanged
            ? { ...shown, signs: redrawChanged(shown.signs, transaction, drawBetween) }
            : shown;
        },
      },
      props: { decorations: (state) => key.getState(state)?.signs },
    }),
  ],
});
