import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The top-level blocks that stand on the screen, by their place in the text; `until` is not among them. */
export interface BlockRange {
  readonly first: number;
  readonly until: number;
}

const key = new PluginKey<BlockRange>('visibleBlocks');
/** Blocks above and under the screen that are drawn too, so that a short scroll shows nothing bare. */
const spare = 8;
const atFirst: BlockRange = { first: 0, until: 60 };

export function visibleBlocks(state: EditorState): BlockRange {
  return key.getState(state) ?? atFirst;
}

/** The first block whose lower edge is under `line`, by halving: reads a dozen boxes, however long the text is. */
function firstUnder(blocks: HTMLCollection, line: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = blocks[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function look(view: EditorView): BlockRange {
  const blocks = view.dom.children;
  const height = view.dom.ownerDocument.defaultView?.innerHeight ?? 0;
  const first = firstUnder(blocks, 0);
  return { first: Math.max(0, first - spare), until: Math.max(firstUnder(blocks, height), first) + 1 + spare };
}

/**
 * Keeps which blocks are on the screen, for what is only drawn there (found words, invisible signs). It looks when
 * the text is scrolled or resized, a frame at most once, and says nothing while text is composed.
 */
export const VisibleBlocks = Extension.create({
  name: 'visibleBlocks',
  // Before those that read it in the same transaction.
  priority: 200,
  addProseMirrorPlugins: () => [
    new Plugin<BlockRange>({
      key,
      state: {
        init: () => atFirst,
        apply: (transaction, range) => (transaction.getMeta(key) as BlockRange | undefined) ?? range,
      },
      view: (view) => {
        let frame = 0;
        const page = view.dom.ownerDocument.defaultView;
        const update = (): void => {
          frame = 0;
          if (view.isDestroyed || view.composing) return;
          const next = look(view);
          const { first, until } = visibleBlocks(view.state);
          if (next.first === first && next.until === until) return;
          view.dispatch(view.state.tr.setMeta(key, next).setMeta('addToHistory', false));
        };
        const plan = (): void => {
          if (frame === 0) frame = requestAnimationFrame(update);
        };
        page?.addEventListener('scroll', plan, { capture: true, passive: true });
        page?.addEventListener('resize', plan);
        return {
          destroy: () => {
            cancelAnimationFrame(frame);
            page?.removeEventListener('scroll', plan, { capture: true });
            page?.removeEventListener('resize', plan);
          },
        };
      },
    }),
  ],
});
