import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { Strings, StringKey } from '../../core/strings/strings.js';

/** A block whose words partly stand in an attribute: how it is built, and the field that writes that attribute. */
export interface FieldBlockShape {
  readonly attribute: string;
  readonly label: StringKey;
  /** The elements from the outermost to the one that holds the text, as `tag.class`. */
  readonly elements: readonly string[];
  readonly field: 'before' | 'after';
  /** The direction of the text; blocks of blocks leave it to those. */
  readonly dir?: 'auto' | 'ltr';
}

function element(shape: string): HTMLElement {
  const [tag = 'div', name = ''] = shape.split('.');
  const made = document.createElement(tag);
  if (name !== '') made.className = name;
  return made;
}

/**
 * Goes into the field of the innermost block around the caret that has one; false where there is none. `only` = just
 * that block, with the caret right in it.
 */
export function focusBlockField({ state, view }: Editor, only?: string): boolean {
  const { $from, from } = state.selection;
  const selected = state.doc.nodeAt(from);
  const places = Array.from({ length: $from.depth }, (_, at) => $from.before($from.depth - at));
  for (const at of selected && !selected.isText && !state.selection.empty ? [from, ...places] : places) {
    const node = state.doc.nodeAt(at);
    const dom = view.nodeDOM(at);
    const field =
      dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>(':scope > .block-field-place > input') : null;
    if (only !== undefined && node?.type.name !== only) continue;
    if (!field) continue;
    field.focus();
    field.select();
    return true;
  }
  return false;
}

/**
 * A block with its field in place: the source under a quote, the title of a box. Plain elements: a story may hold
 * hundreds of them, and each is built while it is opened.
 */
export class FieldBlock implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: ProseNode;
  readonly #field = document.createElement('input');
  readonly #editor: Editor;
  readonly #attribute: string;

  constructor({ node, editor, getPos }: NodeViewRendererProps, shape: FieldBlockShape, strings: Strings) {
    this.#node = node;
    this.#editor = editor;
    this.#attribute = shape.attribute;
    const chain = shape.elements.map(element);
    const [outer = document.createElement('div')] = chain;
    for (const [at, inner] of chain.slice(1).entries()) chain[at]?.append(inner);
    this.dom = outer;
    this.contentDOM = chain.at(-1) ?? outer;
    if (shape.dir) this.contentDOM.dir = shape.dir;
    const field = this.#field;
    field.className = 'block-field';
    field.dir = 'auto';
    field.setAttribute('aria-label', strings(shape.label));
    field.placeholder = strings(shape.label);
    const place = document.createElement('div');
    place.className = 'block-field-place';
    place.contentEditable = 'false';
    place.append(field);
    if (shape.field === 'before') outer.prepend(place);
    else outer.append(place);
    field.addEventListener('input', () => {
      const at = getPos();
      if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, shape.attribute, field.value));
    });
    field.addEventListener('keydown', (event) => this.#leave(event, getPos()));
    this.#take();
  }

  update(node: ProseNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#take();
    return true;
  }

  /** Enter and the arrow keys lead from the field back into the text. */
  #leave(event: KeyboardEvent, at: number | undefined): void {
    if (event.isComposing || at === undefined) return;
    const isUp = event.key === 'ArrowUp';
    if (!isUp && event.key !== 'ArrowDown' && event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { doc, tr } = this.#editor.state;
    const isBefore = this.dom.firstElementChild === this.#field.parentElement;
    const inside = isBefore ? at + 1 : at + this.#node.nodeSize - 1;
    const outside = isBefore ? at : at + this.#node.nodeSize;
    const goesOut = isBefore === isUp && event.key !== 'Escape';
    const place = doc.resolve(Math.min(goesOut ? outside : inside, doc.content.size));
    this.#editor.view.dispatch(tr.setSelection(Selection.near(place, isUp ? -1 : 1)).scrollIntoView());
    this.#editor.view.focus();
  }

  #take(): void {
    const value = String(this.#node.attrs[this.#attribute] ?? '');
    if (this.#field.value !== value) this.#field.value = value;
    this.#field.readOnly = !this.#editor.isEditable;
  }

  /** Keys and clicks in the field are its own. */
  stopEvent(event: Event): boolean {
    return event.target === this.#field;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return !this.contentDOM.contains(mutation.target);
  }
}
