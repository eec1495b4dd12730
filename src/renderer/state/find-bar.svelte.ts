import type { Editor } from '@tiptap/core';
import type { FindQuery } from '../../core/text/find-pattern.js';
import { findReport, foundCount, type FindReport } from '../../editor/behaviours/find-text.js';

/** Finding in the open story: what is asked, what was found, whether the bar stands open. */
export class FindBar {
  isOpen = $state.raw(false);
  isReplacing = $state.raw(false);
  text = $state('');
  replacement = $state('');
  matchCase = $state(false);
  wholeWord = $state(false);
  isRegex = $state(false);
  inSelection = $state(false);
  report = $state.raw<FindReport | null>(null);
  /** How many places the last "replace all" changed; said once. */
  replaced = $state.raw<number | null>(null);
  /** Counts the times that the bar was asked for, so that it takes the focus each time. */
  asked = $state.raw(0);
  readonly #editor: () => Editor | null;

  constructor(editor: () => Editor | null) {
    this.#editor = editor;
  }

  /** Shows the bar; what is selected on one line is what is looked for, more than one line is where. */
  open(isReplacing: boolean): void {
    const editor = this.#editor();
    if (!editor) return;
    const { selection, doc } = editor.state;
    const words = doc.textBetween(selection.from, Math.min(selection.to, selection.from + 200), '\n');
    this.inSelection = words.includes('\n');
    if (words !== '' && !this.inSelection) this.text = words;
    this.isReplacing = isReplacing;
    this.isOpen = true;
    this.asked += 1;
    this.look();
  }

  close(): void {
    this.isOpen = false;
    this.report = null;
    const editor = this.#editor();
    if (!editor || editor.isDestroyed) return;
    editor.chain().find(null).focus().run();
  }

  /** Looks anew, after the question changed. */
  look(): void {
    const { text, matchCase, wholeWord, isRegex } = this;
    const query: FindQuery = { text, matchCase, wholeWord, isRegex };
    this.replaced = null;
    this.#editor()?.commands.find(query, this.inSelection);
    this.#count();
  }

  go(direction: 'next' | 'previous'): void {
    const editor = this.#editor();
    if (!editor) return;
    if (!this.isOpen && this.text === '') {
      this.open(false);
      return;
    }
    if (foundCount(editor.state) === null) this.look();
    editor.commands.selectFound(direction);
    this.#count();
  }

  replace(): void {
    const editor = this.#editor();
    if (!editor?.isEditable) return;
    editor.commands.replaceFound(this.replacement);
    editor.commands.selectFound('next');
    this.#count();
  }

  replaceAll(): void {
    const editor = this.#editor();
    if (!editor?.isEditable) return;
    const before = foundCount(editor.state)?.count ?? 0;
    if (!editor.commands.replaceAllFound(this.replacement)) return;
    this.#count();
    this.replaced = before;
  }

  /** The text changed under the search: only the count is taken, which waits for nothing. */
  follow(editor: Editor): void {
    const now = foundCount(editor.state);
    const { report } = this;
    if (now?.count === report?.count && now?.fault === report?.fault) return;
    this.report = now && { ...now, at: 0 };
  }

  #count(): void {
    const editor = this.#editor();
    this.report = editor ? findReport(editor.state) : null;
  }
}
