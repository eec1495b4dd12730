import { enCommands } from './en/commands.js';
import { enDesk } from './en/desk.js';
import { enDialogs } from './en/dialogs.js';
import { enExporting } from './en/exporting.js';
import { enErrors } from './en/errors.js';
import { enFindings } from './en/findings.js';
import { enFolder } from './en/folder.js';
import { enGate } from './en/gate.js';
import { enHistory } from './en/history.js';
import { enImports } from './en/imports.js';
import { enInspector } from './en/inspector.js';
import { enNotes } from './en/notes.js';
import { enPaste } from './en/paste.js';
import { enList } from './en/list.js';
import { enLosses } from './en/losses.js';
import { enMachine } from './en/machine.js';
import { enMedia } from './en/media.js';
import { enReview } from './en/review.js';
import { enSettings } from './en/settings.js';
import { enSite } from './en/site.js';
import { enSources } from './en/sources.js';
import { enStory } from './en/story.js';
import { enWorkflow } from './en/workflow.js';
import { enWriting } from './en/writing.js';

/** English, the language that every text is first written in. One file of `en/` for each part of the window. */
export const en = {
  ...enCommands,
  ...enDesk,
  ...enDialogs,
  ...enExporting,
  ...enErrors,
  ...enFindings,
  ...enFolder,
  ...enGate,
  ...enHistory,
  ...enImports,
  ...enInspector,
  ...enNotes,
  ...enPaste,
  ...enList,
  ...enLosses,
  ...enMachine,
  ...enMedia,
  ...enReview,
  ...enSettings,
  ...enSite,
  ...enSources,
  ...enStory,
  ...enWorkflow,
  ...enWriting,
} as const;
