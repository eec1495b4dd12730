import type { Editor, Extensions, NodeViewRendererProps } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { Strings } from '../../core/strings/strings.js';
import { changedChildren } from '../../editor/behaviours/changed-blocks.js';
import { Footnote } from '../../editor/nodes/footnote.js';
import { showNear } from './show-near.js';

/** The number of a footnote, which opens the field with its text. */
class FootnoteMark implements NodeView {
  readonly dom = document.createElement('sup');
  #node: ProseNode;
  readonly #button = document.createElement('button');
  readonly #editor: Editor;
  readonly #getPos: () => number | undefined;
  readonly #strings: Strings;
  #panel: HTMLElement | null = null;

  constructor({ node, editor, getPos }: NodeViewRendererProps, strings: Strings) {
    this.#node = node;
    this.#editor = editor;
    this.#getPos = getPos;
    this.#strings = strings;
    this.dom.className = 'footnote-mark';
    this.dom.contentEditable = 'false';
    this.#button.type = 'button';
    this.#button.addEventListener('click', () => this.open());
    this.dom.append(this.#button);
    this.#name();
    // One that was just put in waits for its text; one of a story that is being opened does not.
    if (node.content.size === 0 && editor.isEditable && editor.view.hasFocus()) queueMicrotask(() => this.open());
  }

  update(node: ProseNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#name();
    return true;
  }

  #name(): void {
    const text = this.#node.textContent;
    const label = text === '' ? this.#strings('footnote.empty') : this.#strings('footnote.numbered', { text });
    this.#button.setAttribute('aria-label', label);
    this.#button.title = text;
  }

  open(): void {
    const host = this.#editor.view.dom.parentElement;
    if (this.#panel || !host || this.#getPos() === undefined) return;
    const panel = document.createElement('div');
    panel.className = 'footnote-panel';
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', this.#strings('footnote.name'));
    const field = document.createElement('textarea');
    field.className = 'input';
    field.dir = 'auto';
    field.value = this.#node.textContent;
    field.readOnly = !this.#editor.isEditable;
    field.setAttribute('aria-label', this.#strings('footnote.text'));
    field.placeholder = this.#strings('footnote.text');
    field.addEventListener('input', () => this.#write(field.value));
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'button quiet';
    remove.textContent = this.#strings('footnote.remove');
    remove.disabled = !this.#editor.isEditable;
    remove.addEventListener('click', () => {
      const at = this.#getPos();
      if (at !== undefined) this.#editor.view.dispatch(this.#editor.state.tr.delete(at, at + this.#node.nodeSize));
      this.#close(true);
    });
    panel.append(field, remove);
    panel.addEventListener('keydown', (event) => {
      const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && event.target === field);
      if (!isEnd || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.#close(true);
    });
    panel.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !panel.contains(relatedTarget)) this.#close(false);
    });
    this.#panel = panel;
    host.append(panel);
    showNear(panel, this.dom.getBoundingClientRect(), 'under');
    field.focus();
  }

  #write(value: string): void {
    const at = this.#getPos();
    if (at === undefined) return;
    const { tr, schema } = this.#editor.state;
    const text = value.replace(/\s*\n\s*/gu, ' ');
    const [from, to] = [at + 1, at + this.#node.nodeSize - 1];
    this.#editor.view.dispatch(text === '' ? tr.delete(from, to) : tr.replaceWith(from, to, schema.text(text)));
  }

  #close(backToText: boolean): void {
    const panel = this.#panel;
    if (!panel) return;
    this.#panel = null;
    panel.remove();
    const at = this.#getPos();
    if (!backToText) return;
    const { state, view } = this.#editor;
    const place = at === undefined ? state.selection.from : Math.min(at + this.#node.nodeSize, state.doc.content.size);
    view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(place))));
    view.focus();
  }

  stopEvent(event: Event): boolean {
    return event.type === 'click' || event.type === 'keydown';
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#panel?.remove();
    this.#panel = null;
  }
}

/** Nodes never change, so whether a block has footnotes holds for as long as it lives. */
const withFootnotes = new WeakMap<ProseNode, boolean>();

function hasFootnote(block: ProseNode): boolean {
  const known = withFootnotes.get(block);
  if (known !== undefined) return known;
  let has = false;
  block.descendants((node) => {
    has ||= node.type.name === 'footnote';
    return !has;
  });
  withFootnotes.set(block, has);
  return has;
}

/** Whether a change touched a block with footnotes; blocks that both texts share are not looked at. */
function mayRenumber(before: ProseNode, after: ProseNode): boolean {
  const changed = changedChildren(before, after);
  return [...changed.old, ...changed.new].some(hasFootnote);
}

/** Numbers follow from the order. Counters of a style sheet cannot do it: blocks off the screen are shut off from them. */
function number(view: EditorView): void {
  for (const [at, button] of view.dom.querySelectorAll<HTMLElement>('.footnote-mark > button').entries())
    button.dataset['number'] = String(at + 1);
}

const numbering = new Plugin({
  view: (view) => {
    queueMicrotask(() => {
      if (!view.isDestroyed) number(view);
    });
    return {
      update: (updated, before) => {
        if (before.doc !== updated.state.doc && mayRenumber(before.doc, updated.state.doc)) number(updated);
      },
    };
  },
});

/** Footnotes with their text behind the number, for the page. Enter on a selected number opens it. */
export function footnoteMarks(strings: Strings): Extensions {
  return [
    Footnote.extend({
      addNodeView: () => (props) => new FootnoteMark(props, strings),
      addProseMirrorPlugins: () => [numbering],
      addKeyboardShortcuts() {
        return {
          Enter: ({ editor }) => {
            const { selection } = editor.state;
            const dom = editor.view.nodeDOM(selection.from);
            if (selection.empty || !(dom instanceof HTMLElement) || !dom.matches('.footnote-mark')) return false;
            dom.querySelector('button')?.click();
            return true;
          },
        };
      },
    }),
  ];
}
