import { Editor, type JSONContent } from '@tiptap/core';
import { onTestFinished } from 'vitest';
import type { StoryDocument } from '../../src/core/document/document.js';
import { BlockIds, withBlockIds } from '../../src/editor/behaviours/block-ids.js';
import { History } from '../../src/editor/behaviours/history.js';
import { TextCounting } from '../../src/editor/behaviours/text-counts.js';
import { Image } from '../../src/editor/nodes/image.js';
import { storyMarks, textNodes } from '../../src/editor/schema.js';
import { countingIds } from '../builders/sample-newsroom.js';

/** An editor as the page makes it, with ids that count up and without a window of its own. */
export function storyEditor(document: StoryDocument): Editor {
  const newId = countingIds();
  const editor = new Editor({
    injectCSS: false,
    content: withBlockIds(document, newId) as JSONContent,
    extensions: [...textNodes, Image, ...storyMarks, BlockIds.configure({ newId }), TextCounting, History],
  });
  // Its timers must not outlive the simulated window.
  onTestFinished(() => {
    editor.destroy();
  });
  return editor;
}

/** The ids of all blocks in reading order. */
export function blockIds(editor: Editor): readonly string[] {
  const ids: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.isBlock) ids.push(String(node.attrs['blockId']));
  });
  return ids;
}
