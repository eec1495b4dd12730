import { Editor, type Extensions, type JSONContent } from '@tiptap/core';
import { onTestFinished } from 'vitest';
import type { StoryDocument } from '../../src/core/document/document.js';
import { AutoFormat } from '../../src/editor/behaviours/auto-format.js';
import { BlockIds, withBlockIds } from '../../src/editor/behaviours/block-ids.js';
import { History } from '../../src/editor/behaviours/history.js';
import { TextCounting } from '../../src/editor/behaviours/text-counts.js';
import { TriggerMenu } from '../../src/editor/behaviours/trigger-menu.js';
import { writingBehaviours } from '../../src/editor/behaviours/writing-behaviours.js';
import { Image } from '../../src/editor/nodes/image.js';
import { storyMarks, textNodes } from '../../src/editor/schema.js';
import { countingIds } from '../builders/sample-newsroom.js';

export interface EditorOptions {
  readonly language?: string;
  readonly isTypographic?: boolean;
  /** Behaviours that the page adds with something of its own. */
  readonly more?: Extensions;
}

/** An editor as the page makes it, with ids that count up and without a window of its own. */
export function storyEditor(document: StoryDocument, options: EditorOptions = {}): Editor {
  const { language = 'en-GB', isTypographic = true, more = [] } = options;
  const newId = countingIds();
  const editor = new Editor({
    injectCSS: false,
    content: withBlockIds(document, newId) as JSONContent,
    extensions: [
      ...textNodes,
      Image,
      ...storyMarks,
      BlockIds.configure({ newId }),
      TextCounting,
      History,
      AutoFormat.configure({ isTypographic: () => isTypographic, language: () => language }),
      TriggerMenu,
      ...writingBehaviours,
      ...more,
    ],
  });
  // Its timers must not outlive the simulated window.
  onTestFinished(() => {
    editor.destroy();
  });
  return editor;
}

/** Types as a keyboard does: each character is offered to the behaviours before it goes into the text. */
export function type(editor: Editor, text: string): void {
  for (const sign of text) {
    const { from, to } = editor.state.selection;
    const insert = () => editor.state.tr.insertText(sign, from, to);
    const isTaken = editor.view.someProp('handleTextInput', (handle) => handle(editor.view, from, to, sign, insert));
    if (isTaken !== true) editor.view.dispatch(insert());
  }
}

/** Presses a key in the text; answers whether the editor took it. */
export function press(editor: Editor, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true;
}

/** The ids of all blocks in reading order. */
export function blockIds(editor: Editor): readonly string[] {
  const ids: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.isBlock) ids.push(String(node.attrs['blockId']));
  });
  return ids;
}
