/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Editor } from '@tiptap/core';

/** What can be on at the cursor; the toolbar shows it as pressed. */
export const formats = [
  'paragraph',
  'heading2',
  'heading3',
  'heading4',
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'bulletList',
  'orderedList',
  'blockquote',
] as const;
export type Format = (typeof formats)[number];

/** The editor of the body while there is one, and what is on at its cursor. */
export class WritingTools {
  editor = $state.raw<Editor | null>(null);
  isEditable = $state.raw(false);
  /** Names joined by a blank: it is replaced only when something turned on or off, so a key redraws nothing. */
  #on = $state.raw('');
  readonly on = $derived<ReadonlySet<string>>(new Set(this.#on.split(' ')));
  canUndo = $state.raw(false);
  canRedo = $state.raw(false);
  /** Asks for a picture from a file; put here by the canvas. */
  choosePicture: (() => void) | null = null;

  attach(editor: Editor): () => void {
    this.editor = editor;
    const look = (): void => {
      this.#on = formats.filter((format) => isOn(editor, format)).join(' ');
      this.isEditable = editor.isEditable;
      this.canUndo = editor.isEditable && editor.can().undo();
      this.canRedo = editor.isEditable && editor.can().redo();
    };
    look();
    editor.on('transaction', look);
    return () => {
      editor.off('transaction', look);
      if (this.editor === editor) this.editor = null;
    };
  }

  /** Turns a format on or off at the cursor and puts the focus back into the text. */
  toggle(format: Exclude<Format, 'link'>): void {
    const { editor } = this;
    if (!editor || !this.isEditable) return;
    // Focusing a text that has the focus would set its cursor again a frame later, before a key that was typed meanwhile.
    const chain = editor.isFocused ? editor.chain() : editor.chain().focus();
    switch (format) {
      case 'paragraph':
        chain.setParagraph().run();
        return;
      case 'heading2':
        chain.toggleHeading({ level: 2 }).run();
        return;
      case 'heading3':
        chain.toggleHeading({ level: 3 }).run();
        return;
      case 'heading4':
        chain.toggleHeading({ level: 4 }).run();
        return;
      case 'bulletList':
        chain.toggleBulletList().run();
        return;
      case 'orderedList':
        chain.toggleOrderedList().run();
        return;
      case 'blockquote':
        chain.toggleBlockquote().run();
        return;
      default:
        chain.toggleMark(format).run();
    }
  }

  undo(): void {
    if (this.editor && !this.editor.isFocused) this.editor.commands.focus();
    this.editor?.commands.undo();
  }

  redo(): void {
    if (this.editor && !this.editor.isFocused) this.editor.commands.focus();
    this.editor?.commands.redo();
  }

  /** The outermost block that holds the cursor, by its id; null where there is no editor. */
  blockAtCursor(): string | null {
    const at = this.editor?.state.selection.$from;
    const id: unknown = at && at.depth > 0 ? at.node(1).attrs['blockId'] : null;
    return typeof id === 'string' ? id : null;
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
}

function isOn(editor: Editor, format: Format): boolean {
  return format.startsWith('heading')
    ? editor.isActive('heading', { level: Number(format.slice(-1)) })
    : editor.isActive(format);
}
