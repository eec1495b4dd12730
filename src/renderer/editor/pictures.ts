import type { Editor } from '@tiptap/core';
import { tick } from 'svelte';
import type { MediaInfo } from '../../core/contract/media-calls.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import { errorText } from '../../core/strings/error-text.js';
import type { App } from '../state/app.svelte.js';

/**
 * Puts picture files into the library, one after the other, since each is read whole. One that is refused keeps none of
 * the others out; what happened to each is said once, at the end.
 */
export async function addFiles(app: App, files: readonly File[]): Promise<readonly MediaInfo[]> {
  const added: MediaInfo[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const name = file.name || 'pasted.png';
    if (file.size > pictureLimits.taken.bytes) {
      refused.push(app.strings('image.tooLarge', { name, n: Math.floor(pictureLimits.taken.bytes / 1024 / 1024) }));
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await app.bridge.call('media.add', { fileName: name.slice(0, 400), bytes });
    if (outcome.ok) added.push(outcome.value);
    else refused.push(errorText(app.strings, outcome));
  }
  if (refused.length > 0) app.toasts.trouble(refused.join('\n'));
  const said = summary(app, added);
  if (said !== '') app.toasts.say(said);
  return added;
}

/** Of many, how many came; of any that were too large, that they were made smaller. '' = nothing worth a word. */
function summary({ strings }: App, added: readonly MediaInfo[]): string {
  const known = added.filter(({ isKnown }) => isKnown).length;
  const smaller = added.filter(({ original }) => original !== null).length;
  return [
    added.length > 1 ? strings('picture.added', { n: added.length }) : '',
    added.length > 1 && known > 0 ? strings('picture.addedKnown', { n: known }) : '',
    smaller > 0 ? strings('picture.madeSmaller', { n: smaller }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A picture's texts as a story starts with them: what its file or the desk said before. */
export const startTexts = ({ alt, caption, credit }: MediaInfo) => ({ alt, caption, credit });

/** Puts picture files into the library and into the text, in their order. Of a single one the first gap is asked at once. */
export async function addPictures(app: App, editor: Editor, files: readonly File[]): Promise<void> {
  const added = await addFiles(app, files);
  if (editor.isDestroyed) return;
  // Each comes after the block of the cursor, so the last goes in first.
  for (const info of added.toReversed()) editor.commands.insertImage({ media: info.mediaId, ...startTexts(info) });
  const [only] = added;
  if (!only || added.length > 1) return;
  await tick();
  const blocks = editor.view.dom.querySelectorAll<HTMLElement>(`.picture-block[data-media="${only.mediaId}"]`);
  askMissing(blocks[blocks.length - 1]);
}

/** Puts the cursor into the first text that a picture lacks. */
export function askMissing(block: Element | null | undefined): void {
  block?.querySelector<HTMLElement>('.missing')?.focus();
}
