import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What a person typed to be offered something: `/` for blocks, `[[` for stories. */
export interface Trigger {
  readonly kind: 'blocks' | 'stories';
  /** Where the sign stands. */
  readonly from: number;
  /** What was typed after it, to the caret. */
  readonly query: string;
  /** The words that were selected when a story was asked for; they become the link. */
  readonly words: string;
}

const signs = { blocks: '/', stories: '[[' } as const;
const longestQuery = 60;
/** What the menu knows: the one that stands open, and words that the first `[` replaced. */
interface Watched {
  readonly trigger: Trigger | null;
  readonly bracketed: { readonly at: number; readonly words: string } | null;
}
const nothing: Watched = { trigger: null, bracketed: null };
const key = new PluginKey<Watched>('triggerMenu');

/** The menu that stands open at the caret; null while none does. */
export function triggerIn(state: EditorState): Trigger | null {
  return key.getState(state)?.trigger ?? null;
}

/** The end of the trigger's text: sign and query, up to the caret. */
export const triggerEnd = ({ kind, from, query }: Trigger): number => from + signs[kind].length + query.length;

/** Follows the typed words; nothing is open as soon as the caret leaves them. */
function follow(transaction: Transaction, watched: Watched): Watched {
  const meta = transaction.getMeta(key) as Watched | undefined;
  if (meta) return meta;
  if (!transaction.docChanged && !transaction.selectionSet) return watched;
  const isAppended = transaction.getMeta('appendedTransaction') !== undefined;
  const trigger = watched.trigger && followed(transaction, watched.trigger);
  return trigger === null && !isAppended ? nothing : { ...watched, trigger };
}

function followed(transaction: Transaction, trigger: Trigger): Trigger | null {
  const from = transaction.mapping.map(trigger.from, -1);
  const { selection, doc } = transaction;
  const { $from } = selection;
  if (!selection.empty || !$from.parent.isTextblock || from < $from.start() || from > $from.pos) return null;
  const text = doc.textBetween(from, $from.pos, undefined, '\ufffc');
  const sign = signs[trigger.kind];
  const query = text.slice(sign.length);
  const isOpen = text.startsWith(sign) && query.length <= longestQuery && !/[\ufffc\]]|^\s|\s{2}/u.test(query);
  return isOpen ? { ...trigger, from, query } : null;
}

/** The sign that a typed character makes, if a menu may open there. */
function openedBy(view: EditorView, from: number, text: string): Trigger['kind'] | null {
  const { selection, storedMarks } = view.state;
  const { $from } = selection;
  if (!$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if ((storedMarks ?? $from.marks()).some(({ type }) => type.name === 'code')) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, '\ufffc');
  if (text === '/' && /^$|\s/u.test(before)) return 'blocks';
  return text === '[' && before === '[' && from === selection.from ? 'stories' : null;
}

export interface TriggerOptions {
  /** A key while a menu is open; true = the menu took it. */
  readonly onKey: (event: KeyboardEvent, trigger: Trigger) => boolean;
}

/** Opens a menu at `/` and `[[`, while typing only: a caret that is set beside such a sign opens nothing. */
export const TriggerMenu = Extension.create<TriggerOptions>({
  name: 'triggerMenu',
  priority: 1_100,
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { onKey } = this.options;
    return [
      new Plugin<Watched>({
        key,
        state: { init: () => nothing, apply: follow },
        props: {
          handleTextInput: (view, from, to, text) => {
            if (view.composing || text.length !== 1) return false;
            const kind = openedBy(view, from, text);
            if (kind === null) return text === '[' && from < to && keepWords(view, from, to);
            const { tr } = view.state;
            const bracketed = key.getState(view.state)?.bracketed;
            const start = kind === 'blocks' ? from : from - 1;
            const words = kind === 'stories' && bracketed?.at === start ? bracketed.words : '';
            tr.insertText(text, from, to);
            view.dispatch(open(tr, { kind, from: start, query: '', words }).scrollIntoView());
            return true;
          },
          handleKeyDown: (view, event) => {
            const trigger = triggerIn(view.state);
            if (!trigger || view.composing || event.isComposing) return false;
            if (event.key !== 'Escape') return onKey(event, trigger);
            closeTrigger(view);
            event.stopPropagation();
            return true;
          },
          handleDOMEvents: {
            compositionstart: (view) => {
              // What is composed is text; "/" and words of an input method are never a question.
              if (triggerIn(view.state)?.kind === 'blocks') closeTrigger(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});

const open = (transaction: Transaction, trigger: Trigger): Transaction =>
  transaction.setMeta(key, { trigger, bracketed: null } satisfies Watched);

/** A `[` that is typed over words: they may be meant as the text of a link. */
function keepWords(view: EditorView, from: number, to: number): boolean {
  const { tr, doc } = view.state;
  const words = doc.textBetween(from, to, ' ');
  view.dispatch(
    tr.insertText('[', from, to).setMeta(key, { trigger: null, bracketed: { at: from, words } } satisfies Watched),
  );
  return true;
}

/** Closes the menu and leaves what was typed; words that the sign replaced come back after it. */
export function closeTrigger(view: EditorView): void {
  const trigger = triggerIn(view.state);
  const { tr } = view.state;
  if (trigger && trigger.words !== '') tr.insertText(trigger.words, triggerEnd(trigger));
  else tr.setMeta('addToHistory', false);
  view.dispatch(tr.setMeta(key, nothing));
}
