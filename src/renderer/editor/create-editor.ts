import { Editor, type JSONContent } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import type { StoryDocument } from '../../core/document/document.js';
import type { Strings } from '../../core/strings/strings.js';
import { textBody, textGroups } from '../../core/import/text/text-body.js';
import { BlockIds, withBlockIds } from '../../editor/behaviours/block-ids.js';
import { CopyOut } from '../../editor/behaviours/copy-out.js';
import { Doors, type DoorOptions } from '../../editor/behaviours/doors.js';
import { History } from '../../editor/behaviours/history.js';
import { Spelling, type SpellingChecker } from '../../editor/behaviours/spelling.js';
import { TextCounting } from '../../editor/behaviours/text-counts.js';
import { ToComeMarks } from '../../editor/behaviours/to-come-marks.js';
import { storyMarks, textNodes } from '../../editor/schema.js';
import { imageWithFields, type EditPicture } from './image-block.svelte.js';
import { cleanHtml } from './clean-html.js';
import { copyHtml } from './copy-html.js';

const newId = (): string => crypto.randomUUID();

export interface EditorSetup {
  readonly element: HTMLElement;
  readonly document: StoryDocument;
  readonly isEditable: boolean;
  readonly strings: Strings;
  readonly spelling: SpellingChecker;
  readonly readHtml: DoorOptions['readHtml'];
  readonly takeFiles: DoorOptions['takeFiles'];
  readonly leaveBackwards: DoorOptions['leaveBackwards'];
  readonly editPicture: EditPicture;
}

/** An editor for one story: a new one for each, so that undo never reaches another story or the time before. */
export function createEditor(setup: EditorSetup): Editor {
  const { element, document, isEditable, strings, spelling, readHtml, takeFiles, leaveBackwards } = setup;
  return new Editor({
    element,
    injectCSS: false,
    editable: isEditable,
    content: withBlockIds(document, newId) as JSONContent,
    enableContentCheck: true,
    extensions: [
      ...textNodes,
      imageWithFields(strings, setup.editPicture),
      ...storyMarks,
      BlockIds.configure({ newId }),
      TextCounting,
      ToComeMarks,
      History,
      Spelling.configure({ checker: spelling }),
      ListKeymap,
      Gapcursor,
      Dropcursor.configure({ class: 'drop-line', color: false, width: 2 }),
      CopyOut.configure({ toHtml: copyHtml }),
      Doors.configure({
        readHtml,
        cleanHtml,
        readText: (text) => textBody(textGroups(text)),
        takeFiles,
        leaveBackwards,
      }),
    ],
    editorProps: {
      attributes: {
        id: 'story-body',
        class: 'story-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': strings('canvas.body'),
        // The program's own dictionary marks words; that of the browser would be fetched from a network.
        spellcheck: 'false',
        'data-region-entry': '',
      },
    },
  });
}
