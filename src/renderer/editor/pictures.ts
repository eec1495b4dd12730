import type { Editor } from '@tiptap/core';
import type { MediaInfo } from '../../core/contract/calls.js';
import type { App } from '../state/app.svelte.js';

/** Largest file that is handed over, in MB: a larger one is refused with its name (`reliability.md` 45). */
const largestMegabytes = 20;

/** Puts a picture file into the library; undefined after the reason was shown. */
export async function addPicture(app: App, file: File): Promise<MediaInfo | undefined> {
  if (file.size > largestMegabytes * 1_000_000) {
    app.toasts.trouble(app.strings('image.tooLarge', { name: file.name, n: largestMegabytes }));
    return undefined;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return app.toasts.valueOf(await app.bridge.call('media.add', { fileName: file.name || 'pasted.png', bytes }));
}

/** Puts picture files into the library and then into the text, one after the other. */
export async function addPictures(app: App, editor: Editor, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const added = await addPicture(app, file);
    if (added && !editor.isDestroyed)
      editor.commands.insertImage({ media: added.mediaId, alt: '', caption: '', credit: '' });
  }
}
