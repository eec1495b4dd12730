/* eslint-disable svelte/prefer-svelte-reactivity -- these sets are replaced whole */
import type { SplitPoint } from '../../core/story/split-document.js';
import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { LetterCase } from '../../core/text/letter-case.js';
import { activeFormats } from '../../editor/behaviours/active-formats.js';
import { triggerIn, type Trigger } from '../../editor/behaviours/trigger-menu.js';
import { tableEdits, textFormats, type TableEdit, type TextFormat } from '../editor/text-formats.js';
import { FindBar } from './find-bar.svelte.js';

/** How the text is written and shown on this machine. */
export interface WritingOptions {
  readonly typography: boolean;
  readonly invisibles: boolean;
  readonly typewriter: boolean;
}
export const plainWriting: WritingOptions = { typography: true, invisibles: false, typewriter: false };

/** The editor of the body while there is one, and what is on at its cursor. */
export class WritingTools {
  editor = $state.raw<Editor | null>(null);
  isEditable = $state.raw(false);
  /** Names joined by a blank: it is replaced only when something turned on or off, so a key redraws nothing. */
  #on = $state.raw('');
  readonly on = $derived<ReadonlySet<string>>(new Set(this.#on.split(' ')));
  canUndo = $state.raw(false);
  canRedo = $state.raw(false);
  /** The menu at the caret, `/` or `[[`. */
  trigger = $state.raw<Trigger | null>(null);
  /** Counts the changes of a selection that holds something; 0 while nothing is selected. */
  selected = $state.raw(0);
  isFocusMode = $state.raw(false);
  /** Whether what is done to the text is suggested instead of made. */
  isSuggesting = $state(false);
  options = $state.raw<WritingOptions>(plainWriting);
  readonly find = new FindBar(() => this.editor);
  /** Asks for pictures from files; put here by the canvas. */
  choosePicture: ((as: 'pictures' | 'gallery') => void) | null = null;
  /** A key while the menu at the caret is open; put here by that menu. */
  onTriggerKey: ((event: KeyboardEvent) => boolean) | null = null;
  /** The language of the open story; put here by the canvas. */
  language: () => string = () => 'en';

  attach(editor: Editor): () => void {
    this.editor = editor;
    const look = ({ transaction }: { transaction?: { selectionSet: boolean; docChanged: boolean } } = {}): void => {
      this.#on = activeFormats(editor.state).join(' ');
      this.isEditable = editor.isEditable;
      this.canUndo = editor.isEditable && undoDepth(editor.state) > 0;
      this.canRedo = editor.isEditable && redoDepth(editor.state) > 0;
      this.trigger = triggerIn(editor.state);
      if (this.find.isOpen) this.find.follow(editor);
      if (editor.state.selection.empty) this.selected = 0;
      else if (transaction?.selectionSet || transaction?.docChanged) this.selected += 1;
    };
    look();
    editor.on('transaction', look);
    this.#apply(editor);
    return () => {
      editor.off('transaction', look);
      this.trigger = null;
      this.selected = 0;
      this.find.isOpen = false;
      if (this.editor === editor) this.editor = null;
    };
  }

  /** Turns a format on or off at the cursor and puts the focus back into the text. */
  toggle(format: TextFormat): void {
    this.#run(textFormats[format]);
  }

  editTable(edit: TableEdit): void {
    this.#run(tableEdits[edit]);
  }

  moveBlocks(direction: 'up' | 'down'): void {
    this.#run((chain) => chain.moveBlocks(direction));
  }

  changeCase(letters: LetterCase): void {
    this.#run((chain) => chain.changeCase(letters, this.language()));
  }

  nextTk(): boolean {
    return this.editor?.chain().focus().selectNextTk().run() ?? false;
  }

  /** Another way of writing or showing; kept by whoever listens to `options`. */
  set(change: Partial<WritingOptions>): void {
    this.options = { ...this.options, ...change };
    if (this.editor) this.#apply(this.editor);
  }

  setSuggesting(isOn: boolean): void {
    this.isSuggesting = isOn;
  }

  setFocusMode(isOn: boolean): void {
    this.isFocusMode = isOn;
  }

  undo(): void {
    if (this.editor && !this.editor.isFocused) this.editor.commands.focus();
    this.editor?.commands.undo();
  }

  redo(): void {
    if (this.editor && !this.editor.isFocused) this.editor.commands.focus();
    this.editor?.commands.redo();
  }

  /** Where the cursor stands: in the innermost block of text, or at a block that holds none; null without an editor. */
  pointAtCursor(): SplitPoint | null {
    if (!this.editor) return null;
    const at = this.editor.state.selection.$from;
    for (let depth = at.depth; depth > 0; depth -= 1) {
      const id: unknown = at.node(depth).attrs['blockId'];
      if (typeof id === 'string') {
        const offset = at.node(depth).isTextblock ? at.pos - at.start(depth) : 0;
        return { blockId: id, offset };
      }
    }
    const id: unknown = at.nodeAfter?.attrs['blockId'];
    return typeof id === 'string' ? { blockId: id, offset: 0 } : null;
  }

  /** Puts the cursor at a block; answers whether it is in the text. */
  goToBlock(blockId: string): boolean {
    const editor = this.editor;
    if (!editor) return false;
    const places: number[] = [];
    editor.state.doc.descendants((node, at) => {
      if (node.attrs['blockId'] === blockId) places.push(at);
      return places.length === 0;
    });
    const [place] = places;
    if (place === undefined) return false;
    editor
      .chain()
      .focus()
      .setTextSelection(place + 1)
      .scrollIntoView()
      .run();
    return true;
  }

  #run(change: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>): void {
    const { editor } = this;
    if (!editor || !this.isEditable) return;
    // Focusing a text that has the focus would set its cursor again a frame later, before a key that was typed meanwhile.
    change(editor.isFocused ? editor.chain() : editor.chain().focus()).run();
  }

  #apply(editor: Editor): void {
    editor.commands.showInvisibleSigns(this.options.invisibles);
  }
}
