import type { Editor } from '@tiptap/core';
import type { App } from '../state/app.svelte.js';
import { addPictures } from './pictures.js';

const pictureIds = (editor: Editor): ReadonlySet<string> => {
  const ids = new Set<string>();
  editor.state.doc.descendants((node) => {
    if (node.type.name === 'image') ids.add(String(node.attrs['blockId']));
    return !node.isTextblock;
  });
  return ids;
};

/** Puts picture files into the library and into the text as one gallery. */
export async function addGallery(app: App, editor: Editor, files: readonly File[]): Promise<void> {
  const before = pictureIds(editor);
  await addPictures(app, editor, files);
  if (editor.isDestroyed) return;
  const added = new Set([...pictureIds(editor)].filter((id) => !before.has(id)));
  if (added.size > 0) editor.commands.gatherGallery(added);
}
