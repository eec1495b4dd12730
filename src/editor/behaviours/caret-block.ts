import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey<DecorationSet>('caretBlock');

interface Place {
  readonly from: number;
  readonly to: number;
  readonly class: 'has-caret' | 'near-caret';
}

/** The top-level block of the caret and the two beside it. */
function placesOf({ doc, selection: { $head } }: EditorState): readonly Place[] {
  if ($head.depth === 0) return [];
  const at = $head.index(0);
  const [from, to] = [$head.before(1), $head.after(1)];
  const [before, after] = [doc.maybeChild(at - 1), doc.maybeChild(at + 1)];
  return [
    ...(before ? [{ from: from - before.nodeSize, to: from, class: 'near-caret' as const }] : []),
    { from, to, class: 'has-caret' },
    ...(after ? [{ from: to, to: to + after.nodeSize, class: 'near-caret' as const }] : []),
  ];
}

const decorated = ({ from, to, class: name }: Place): Decoration =>
  Decoration.node(from, to, { class: name }, { class: name });

const isAt = ({ from, to, spec }: Decoration, place: Place | undefined): boolean =>
  from === place?.from && to === place.to && (spec as { class?: unknown }).class === place.class;

/** The same marks moved along with the text while the caret stays in its block: on a key nothing is looked through. */
function moved(before: DecorationSet, transaction: Transaction, state: EditorState): DecorationSet {
  if (!transaction.docChanged && !transaction.selectionSet) return before;
  const set = transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before;
  const places = placesOf(state);
  const known = set.find().toSorted((one, other) => one.from - other.from);
  const isStill = known.length === places.length && known.every((mark, at) => isAt(mark, places[at]));
  return isStill ? set : DecorationSet.create(state.doc, places.map(decorated));
}

/**
 * Marks the top-level block of the caret (`has-caret`) and the two beside it (`near-caret`), which are always drawn. In
 * a block that `content-visibility: auto` has not drawn yet, as the paragraph that Enter made less than a frame ago or
 * the next one below the window, Chromium knows no place but its start: a letter would come before the last one typed.
 * The focus mode looks for the mark too.
 */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => DecorationSet.create(state.doc, placesOf(state).map(decorated)),
        apply: (transaction, before, _old, state) => moved(before, transaction, state),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
