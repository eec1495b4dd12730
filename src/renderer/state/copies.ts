import type { Bridge } from '../../core/contract/bridge.js';
import type { SplitPoint } from '../../core/story/split-document.js';
import type { Strings } from '../../core/strings/strings.js';
import type { Newsroom } from './newsroom.svelte.js';
import type { Toasts } from './toasts.svelte.js';

interface CopyParts {
  readonly bridge: Bridge;
  readonly strings: Strings;
  readonly toasts: Toasts;
}

/** Makes a draft of the open story's words and opens it. */
export async function duplicateOpen(newsroom: Newsroom, { bridge, strings, toasts }: CopyParts): Promise<void> {
  const { open } = newsroom;
  if (!open || !(await newsroom.leave())) return;
  const headline = strings('elsewhere.copyOf', { headline: open.story.headline || strings('list.untitled') });
  const opened = toasts.valueOf(await bridge.call('story.duplicate', { id: open.id, headline }));
  if (!opened) return;
  await newsroom.show(opened);
  toasts.say(strings('copy.made', { headline }));
}

/** Begins an update of the open story, which is out, and opens it. */
export async function updateOpen(newsroom: Newsroom, { bridge, strings, toasts }: CopyParts): Promise<void> {
  const { open } = newsroom;
  const opened = open && toasts.valueOf(await bridge.call('story.update', { id: open.id }));
  if (!opened) return;
  await newsroom.show(opened);
  toasts.say(strings('copy.update', { headline: opened.story.headline || strings('list.untitled') }));
}

/** Parts the open story at the cursor; the new one is opened, the old one keeps what stands above. */
export async function splitOpen(
  newsroom: Newsroom,
  point: SplitPoint,
  { bridge, strings, toasts }: CopyParts,
): Promise<void> {
  const { open } = newsroom;
  if (!open || !(await open.autosave.flushSave())) return;
  const headline = strings('copy.part', { headline: open.story.headline || strings('list.untitled') });
  const opened = toasts.valueOf(await bridge.call('story.split', { id: open.id, ...point, headline }));
  if (!opened) return;
  // The text on the canvas is older than the file now; nothing of it may be saved.
  open.autosave.stop();
  await newsroom.show(opened);
  toasts.say(strings('copy.split', { headline }));
}
