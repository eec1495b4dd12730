import type { Editor } from '@tiptap/core';
import { mediaId, type MediaId } from '../../core/ids.js';
import { readUse, type PictureUse } from '../../core/media/picture-use.js';
import type { PictureTexts } from './picture-texts.js';

/** A picture of the body, with its place in the document as it is now. */
export interface BodyPicture {
  readonly at: number;
  readonly blockId: string;
  readonly media: MediaId;
  readonly texts: PictureTexts;
  readonly use: PictureUse;
}

/** The pictures of the text in their order. */
export function bodyPictures(editor: Editor): readonly BodyPicture[] {
  const found: BodyPicture[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name !== 'image') return true;
    const { attrs } = node;
    const media = mediaId.safeParse(attrs['media']);
    const text = (name: string): string => String(attrs[name] ?? '');
    const texts = { alt: text('alt'), caption: text('caption'), credit: text('credit') };
    if (media.success) found.push({ at, blockId: text('blockId'), media: media.data, texts, use: readUse(attrs) });
    return false;
  });
  return found;
}

/** Writes texts or the use of a picture, in one step of the history. */
export function changeBodyPicture(editor: Editor, at: number, change: Partial<PictureTexts & PictureUse>): void {
  const { tr } = editor.state;
  for (const [name, value] of Object.entries(change)) tr.setNodeAttribute(at, name, value);
  editor.view.dispatch(tr);
}
