import type { Editor } from '@tiptap/core';
import type { StoryRow } from '../../core/story/story-row.js';
import type { App } from '../state/app.svelte.js';

const mostShown = 8;

/** Stories of the library that have these words, without the open one; the newest for no words at all. */
export async function findStories(app: App, text: string): Promise<readonly StoryRow[]> {
  const found = app.toasts.valueOf(await app.bridge.call('stories.list', { text, limit: mostShown }));
  return (found?.rows ?? []).filter((row) => row.id !== app.newsroom?.open?.id);
}

/** Puts words that lead to a story at the caret; the caret stands after them, out of the link. */
export function linkToStory(editor: Editor, storyId: string, words: string): void {
  editor
    .chain()
    .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href: null, storyId } }] })
    .unsetMark('link')
    .run();
}
