import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import { mediaId } from '../../core/ids.js';
import { plainUse, readUse, type PictureUse } from '../../core/media/picture-use.js';
import type { Strings } from '../../core/strings/strings.js';
import { Image } from '../../editor/nodes/image.js';
import type { PictureEdit } from '../state/dialogs.svelte.js';
import { changeBodyPicture } from './body-pictures.js';
import PictureFields from './picture-fields.svelte';
import type { PictureTexts } from './picture-texts.js';

/** Opens the tool that crops and turns. */
export type EditPicture = (edit: PictureEdit) => void;

/** A picture of the body with its caption, credit and description as fields: the writing stays in the text. */
class ImageBlock implements NodeView {
  readonly dom = document.createElement('figure');
  #node: ProseNode;
  #props = $state({
    media: '',
    texts: { alt: '', caption: '', credit: '' },
    use: plainUse,
    isEditable: true,
  });
  readonly #component: Record<string, unknown>;

  constructor({ node, editor, getPos }: NodeViewRendererProps, strings: Strings, editPicture: EditPicture) {
    this.#node = node;
    this.dom.className = 'picture-block';
    this.dom.contentEditable = 'false';
    this.#take(node, editor.isEditable);
    const shown = this.#props;
    const change = (changed: Partial<PictureTexts & PictureUse>): void => {
      const at = getPos();
      if (at !== undefined) changeBodyPicture(editor, at, changed);
    };
    const remove = (): void => {
      const at = getPos();
      if (at !== undefined) editor.view.dispatch(editor.state.tr.delete(at, at + this.#node.nodeSize));
      editor.commands.focus();
    };
    const leave = (): void => {
      const at = getPos();
      if (at !== undefined) editor.commands.focus(at + this.#node.nodeSize);
    };
    const edit = (): void => {
      const media = mediaId.safeParse(shown.media);
      if (media.success) editPicture({ media: media.data, use: shown.use, apply: change });
    };
    this.#component = mount(PictureFields, {
      target: this.dom,
      props: {
        strings,
        hasSize: true,
        onchange: change,
        onedit: edit,
        onremove: remove,
        onleave: leave,
        get media() {
          return shown.media;
        },
        get texts() {
          return shown.texts;
        },
        get use() {
          return shown.use;
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
    this.#props.use = readUse(node.attrs);
    this.#props.isEditable = isEditable;
    this.dom.dataset['media'] = text('media');
    this.dom.dataset['size'] = this.#props.use.size;
  }

  /** Keys and clicks in the fields are theirs, not the text's. */
  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('input, textarea, button, select') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    void unmount(this.#component);
  }
}

/** The picture node with its fields, for the page. */
export function imageWithFields(strings: Strings, editPicture: EditPicture) {
  return Image.extend({
    addNodeView: () => (props) => new ImageBlock(props, strings, editPicture),
  });
}
