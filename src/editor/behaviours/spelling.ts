import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { spelledWords } from '../../core/spelling/spelled-words.js';

/** Who knows how words are spelt; a dictionary in a worker, or a list in a test. */
export interface SpellingChecker {
  /** Whether this text is checked at all: it is switched on and its language has a dictionary. */
  readonly isOn: () => boolean;
  /** undefined = not known yet; ask first. */
  readonly isWrong: (word: string) => boolean | undefined;
  /** Answers when `isWrong` knows all of these words. */
  readonly ask: (words: readonly string[]) => Promise<void>;
}

/** A word that the dictionary does not know, where it stands in the document. */
export interface Misspelling {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

interface SpellingState {
  readonly marks: DecorationSet;
  /**
   * Text blocks that were looked at. A block that is edited is another node, so nothing has to be counted on a key; a
   * block forgotten without need costs a look, never a mark.
   */
  readonly looked: WeakSet<ProseNode>;
}

type Meta = { readonly kind: 'all' } | { readonly kind: 'checked'; readonly blocks: readonly CheckedBlock[] };
interface CheckedBlock {
  readonly at: number;
  readonly wrong: readonly Misspelling[];
  /** The word at the cursor was left out, since it may be half typed: the block is looked at again. */
  readonly isHeld: boolean;
}

const key = new PluginKey<SpellingState>('spelling');
/** Quiet in ms after which changed blocks are looked at, and how many blocks one slice takes (about 2,000 words). */
const quiet = 350;
const blocksAtOnce = 32;

/** Everything is looked at again: another language, a word that is known now, switched on or off. */
export function recheckSpelling(view: EditorView): void {
  if (!view.isDestroyed)
    view.dispatch(view.state.tr.setMeta(key, { kind: 'all' } satisfies Meta).setMeta('addToHistory', false));
}

/** The marked word at a place of the text. */
export function misspellingAt(state: EditorState, at: number): Misspelling | undefined {
  const [found] = key.getState(state)?.marks.find(at, at) ?? [];
  return found && wordOf(state, found);
}

/** The next marked word after a place, from the start again at the end. */
export function nextMisspelling(state: EditorState, after: number): Misspelling | undefined {
  const all = (key.getState(state)?.marks.find() ?? []).toSorted((one, other) => one.from - other.from);
  const found = all.find(({ from }) => from > after) ?? all[0];
  return found && wordOf(state, found);
}

const wordOf = (state: EditorState, { from, to }: Decoration): Misspelling => ({
  from,
  to,
  word: state.doc.textBetween(from, to),
});

interface PlacedBlock {
  readonly node: ProseNode;
  readonly at: number;
}

function blocksIn(document: ProseNode, from: number, to: number): readonly PlacedBlock[] {
  const found: PlacedBlock[] = [];
  document.nodesBetween(Math.max(0, from), Math.min(to, document.content.size), (node, at) => {
    // Code is no prose: its words are not looked at.
    if (node.isTextblock && node.type.spec.code !== true) found.push({ node, at });
    return !node.isTextblock;
  });
  return found;
}

/** Blocks that nobody looked at yet. Walks the whole text: for a pause, not for a key. */
const unseen = ({ doc }: EditorState, { looked }: SpellingState): readonly PlacedBlock[] =>
  blocksIn(doc, 0, doc.content.size).filter(({ node }) => !looked.has(node));

const nothing = (): SpellingState => ({ marks: DecorationSet.empty, looked: new WeakSet() });

/** The reducer: what was marked moves with the text, what was touched is to be looked at and loses its marks. */
function reduce(state: SpellingState, transaction: Transaction): SpellingState {
  const meta = transaction.getMeta(key) as Meta | undefined;
  if (meta?.kind === 'all') return nothing();
  const { looked } = state;
  let { marks } = state;
  if (transaction.docChanged) {
    marks = marks.map(transaction.mapping, transaction.doc);
    transaction.mapping.maps.forEach((map, index) => {
      map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
        const later = transaction.mapping.slice(index + 1);
        const [from, to] = [later.map(newStart, -1), later.map(newEnd, 1)];
        // A block that was moved, or came back by undo, is the node that it was, but its marks are gone.
        for (const { node } of blocksIn(transaction.doc, from, to)) looked.delete(node);
        // A word that is being changed is not marked while it is.
        marks = marks.remove(marks.find(from, to));
      });
    });
  }
  if (meta?.kind === 'checked')
    for (const { at, wrong, isHeld } of meta.blocks) {
      const node = transaction.doc.nodeAt(at);
      if (!node) continue;
      if (!isHeld) looked.add(node);
      const fresh = wrong.map(({ from, to }) => Decoration.inline(from, to, { class: 'misspelled' }));
      marks = marks.remove(marks.find(at, at + node.nodeSize)).add(transaction.doc, fresh);
    }
  return { marks, looked };
}

/** The text of a block with one sign for each position; what is not read (other nodes, removed or coded text) is a space. */
function readable(block: ProseNode): string {
  let text = '';
  block.forEach((child) => {
    const isRead =
      child.isText &&
      !child.marks.some(({ type }) => type.name === 'deletion' || type.name === 'code' || type.name === 'language');
    text += isRead ? (child.text ?? '') : ' '.repeat(child.nodeSize);
  });
  return text;
}

/** Looks at new blocks a slice at a time, when the person pauses; never while text is composed. */
class Watcher {
  readonly #view: EditorView;
  readonly #checker: SpellingChecker;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;

  constructor(view: EditorView, checker: SpellingChecker) {
    this.#view = view;
    this.#checker = checker;
    this.#plan();
  }

  update(view: EditorView, before: EditorState): void {
    if (
      view.state.doc !== before.doc ||
      !view.state.selection.eq(before.selection) ||
      key.getState(view.state) !== key.getState(before)
    )
      this.#plan();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), quiet);
  }

  async #look(): Promise<void> {
    const view = this.#view;
    if (view.isDestroyed || !this.#checker.isOn() || this.#isAsking) return;
    if (view.composing) {
      this.#plan();
      return;
    }
    const asked = this.#unseen()
      .slice(0, blocksAtOnce)
      .map(({ node }) => node);
    if (asked.length === 0) return;
    const unknown = new Set(
      asked
        .flatMap((block) => spelledWords(readable(block)).map(({ word }) => word))
        .filter((word) => this.#checker.isWrong(word) === undefined),
    );
    if (unknown.size > 0) {
      this.#isAsking = true;
      try {
        await this.#checker.ask([...unknown]);
      } finally {
        this.#isAsking = false;
      }
    }
    this.#show(new Set(asked));
  }

  #unseen(): readonly PlacedBlock[] {
    const { state } = this.#view;
    const known = key.getState(state);
    return known ? unseen(state, known) : [];
  }

  /** Marks the blocks that are still as they were asked about; a block that changed meanwhile waits for its own turn. */
  #show(asked: ReadonlySet<ProseNode>): void {
    const view = this.#view;
    if (view.isDestroyed) return;
    if (view.composing) {
      this.#plan();
      return;
    }
    const { state } = view;
    const blocks = this.#unseen()
      .filter(({ node }) => asked.has(node))
      .map(({ node, at }) => this.#checked(state, node, at, view.hasFocus()));
    const isNew = blocks.some(({ isHeld, wrong }) => !isHeld || wrong.length > 0);
    if (isNew)
      view.dispatch(state.tr.setMeta(key, { kind: 'checked', blocks } satisfies Meta).setMeta('addToHistory', false));
    else if (blocks.length === 0) this.#plan();
  }

  #checked(state: EditorState, node: ProseNode, at: number, hasFocus: boolean): CheckedBlock {
    const { head, empty } = state.selection;
    const wrong: Misspelling[] = [];
    let isHeld = false;
    for (const { word, from, to } of spelledWords(readable(node))) {
      if (this.#checker.isWrong(word) !== true) continue;
      const [start, end] = [at + 1 + from, at + 1 + to];
      if (hasFocus && empty && head === end) isHeld = true;
      else wrong.push({ word, from: start, to: end });
    }
    return { at, wrong, isHeld };
  }
}

/** Marks words that a dictionary does not know. Looks only: nothing of it is stored, copied or exported. */
export const Spelling = Extension.create<{ checker: SpellingChecker | null }>({
  name: 'spelling',
  addOptions: () => ({ checker: null }),
  addProseMirrorPlugins() {
    const { checker } = this.options;
    if (!checker) return [];
    return [
      new Plugin<SpellingState>({
        key,
        state: {
          init: () => nothing(),
          apply: (transaction, state) => reduce(state, transaction),
        },
        props: { decorations: (state) => key.getState(state)?.marks },
        view: (view) => {
          const watcher = new Watcher(view, checker);
          return {
            update: (current, before) => {
              watcher.update(current, before);
            },
            destroy: () => {
              watcher.destroy();
            },
          };
        },
      }),
    ];
  },
});
