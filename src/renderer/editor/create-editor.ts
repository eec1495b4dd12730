import { Editor, type Extensions, type JSONContent } from '@tiptap/core';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import type { StoryDocument } from '../../core/document/document.js';
import type { Strings } from '../../core/strings/strings.js';
import { textBody, textGroups } from '../../core/import/text/text-body.js';
import { AutoFormat, type AutoFormatOptions } from '../../editor/behaviours/auto-format.js';
import { BlockIds, withBlockIds } from '../../editor/behaviours/block-ids.js';
import { CopyOut, type CopyOutOptions } from '../../editor/behaviours/copy-out.js';
import { Doors, type DoorOptions } from '../../editor/behaviours/doors.js';
import { History } from '../../editor/behaviours/history.js';
import { Spelling, type SpellingChecker } from '../../editor/behaviours/spelling.js';
import { SuggestMode, type SuggestOptions } from '../../editor/behaviours/suggest/suggest-mode.js';
import { TextCounting } from '../../editor/behaviours/text-counts.js';
import { TriggerMenu, type TriggerOptions } from '../../editor/behaviours/trigger-menu.js';
import { writingBehaviours } from '../../editor/behaviours/writing-behaviours.js';
import { storyMarks, textNodes } from '../../editor/schema.js';
import { cardBlocks, type CardSetup } from './card-blocks.js';
import { cleanHtml } from './clean-html.js';
import { copyHtml } from './copy-html.js';
import { fieldBlocks } from './field-blocks.js';
import { footnoteMarks } from './footnote-mark.js';
import { imageWithFields, type EditPicture } from './image-block.svelte.js';

const newId = (): string => crypto.randomUUID();

export interface EditorSetup {
  readonly element: HTMLElement;
  readonly document: StoryDocument;
  readonly isEditable: boolean;
  readonly strings: Strings;
  readonly spelling: SpellingChecker;
  readonly readHtml: DoorOptions['readHtml'];
  readonly takeFiles: DoorOptions['takeFiles'];
  readonly adoptChanges: DoorOptions['adoptChanges'];
  /** Who made which suggestion of the story. */
  readonly changes: CopyOutOptions['changes'];
  readonly leaveBackwards: DoorOptions['leaveBackwards'];
  readonly editPicture: EditPicture;
  readonly onTriggerKey: TriggerOptions['onKey'];
  readonly autoFormat: AutoFormatOptions;
  readonly cards: Omit<CardSetup, 'strings'>;
  readonly suggesting: SuggestOptions;
}

/** The nodes of the text as the page shows them: those with fields and cards have a view of their own. */
function pageNodes({ strings, cards, editPicture }: EditorSetup): Extensions {
  const shown = [...fieldBlocks(strings), ...cardBlocks({ strings, ...cards }), ...footnoteMarks(strings)];
  const byName = new Map(shown.map((node) => [node.name, node]));
  return [...textNodes.map((node) => byName.get(node.name) ?? node), imageWithFields(strings, editPicture)];
}

/** An editor for one story: a new one for each, so that undo never reaches another story or the time before. */
export function createEditor(setup: EditorSetup): Editor {
  const { element, document, isEditable, strings, spelling, readHtml, takeFiles, leaveBackwards, onTriggerKey } = setup;
  return new Editor({
    element,
    injectCSS: false,
    editable: isEditable,
    content: withBlockIds(document, newId) as JSONContent,
    enableContentCheck: true,
    // It compares the text before and after each key to tell of deletions, which nobody here listens to.
    enableCoreExtensions: { delete: false },
    extensions: [
      ...pageNodes(setup),
      ...storyMarks,
      BlockIds.configure({ newId }),
      TextCounting,
      History,
      Spelling.configure({ checker: spelling }),
      ListKeymap,
      Gapcursor,
      Dropcursor.configure({ class: 'drop-line', color: false, width: 2 }),
      CopyOut.configure({ toHtml: copyHtml, changes: setup.changes }),
      AutoFormat.configure(setup.autoFormat),
      TriggerMenu.configure({ onKey: onTriggerKey }),
      ...writingBehaviours,
      SuggestMode.configure(setup.suggesting),
      Doors.configure({
        readHtml,
        cleanHtml,
        adoptChanges: setup.adoptChanges,
        readText: (text) => textBody(textGroups(text)),
        takeFiles,
        leaveBackwards,
      }),
    ],
    editorProps: {
      // Asked anew at each change of the text, so that the name follows the language of the window.
      attributes: () => ({
        id: 'story-body',
        class: 'story-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': strings('canvas.body'),
        // The program's own dictionary marks words; that of the browser would be fetched from a network.
        spellcheck: 'false',
        'data-region-entry': '',
      }),
    },
  });
}
