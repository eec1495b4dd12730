import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import type { Strings } from '../../core/strings/strings.js';
import { Image } from '../../editor/nodes/image.js';
import PictureFields from './picture-fields.svelte';
import type { PictureTexts } from './picture-texts.js';

/** A picture of the body with its caption, credit and description as fields: the writing stays in the text. */
class ImageBlock implements NodeView {
  readonly dom = document.createElement('figure');
  #node: ProseNode;
  #props = $state({ media: '', texts: { alt: '', caption: '', credit: '' }, isEditable: true });
  readonly #component: Record<string, unknown>;

  constructor({ node, editor, getPos }: NodeViewRendererProps, strings: Strings) {
    this.#node = node;
    this.dom.className = 'picture-block';
    this.dom.contentEditable = 'false';
    this.#take(node, editor.isEditable);
    const shown = this.#props;
    const change = (texts: Partial<PictureTexts>): void => {
      const at = getPos();
      if (at === undefined) return;
      const { tr } = editor.state;
      for (const [name, text] of Object.entries(texts)) tr.setNodeAttribute(at, name, text);
      editor.view.dispatch(tr);
    };
    const remove = (): void => {
      const at = getPos();
      if (at !== undefined) editor.view.dispatch(editor.state.tr.delete(at, at + this.#node.nodeSize));
      editor.commands.focus();
    };
    this.#component = mount(PictureFields, {
      target: this.dom,
      props: {
        strings,
        onchange: change,
        onremove: remove,
        get media() {
          return shown.media;
        },
        get texts() {
          return shown.texts;
        },
        get isEditable() {
          return shown.isEditable;
        },
      },
    });
  }

  update(node: ProseNode): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#take(node, this.#props.isEditable);
    return true;
  }

  #take(node: ProseNode, isEditable: boolean): void {
    const text = (name: string): string => String(node.attrs[name] ?? '');
    this.#props.media = text('media');
    this.#props.texts = { alt: text('alt'), caption: text('caption'), credit: text('credit') };
    this.#props.isEditable = isEditable;
  }

  /** Keys and clicks in the fields are theirs, not the text's. */
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('input, textarea, button') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    void unmount(this.#component);
  }
}

/** The picture node with its fields, for the page. */
export function imageWithFields(strings: Strings) {
  return Image.extend({
    addNodeView: () => (props) => new ImageBlock(props, strings),
  });
}
