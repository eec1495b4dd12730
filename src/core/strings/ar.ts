import { arCommands } from './ar/commands.js';
import { arDesk } from './ar/desk.js';
import { arDialogs } from './ar/dialogs.js';
import { arExporting } from './ar/exporting.js';
import { arErrors } from './ar/errors.js';
import { arFindings } from './ar/findings.js';
import { arFolder } from './ar/folder.js';
import { arGate } from './ar/gate.js';
import { arHistory } from './ar/history.js';
import { arImports } from './ar/imports.js';
import { arInspector } from './ar/inspector.js';
import { arNotes } from './ar/notes.js';
import { arPaste } from './ar/paste.js';
import { arList } from './ar/list.js';
import { arLosses } from './ar/losses.js';
import { arMachine } from './ar/machine.js';
import { arMedia } from './ar/media.js';
import { arReview } from './ar/review.js';
import { arSettings } from './ar/settings.js';
import { arSite } from './ar/site.js';
import { arSources } from './ar/sources.js';
import { arStory } from './ar/story.js';
import { arWorkflow } from './ar/workflow.js';
import { arWriting } from './ar/writing.js';
import type { PartialCatalogue } from './strings.js';

/** Arabic, file by file as English. A text that is not there yet is shown in English; a test reports it. */
export const ar: PartialCatalogue = {
  ...arCommands,
  ...arDesk,
  ...arDialogs,
  ...arExporting,
  ...arErrors,
  ...arFindings,
  ...arFolder,
  ...arGate,
  ...arHistory,
  ...arImports,
  ...arInspector,
  ...arNotes,
  ...arPaste,
  ...arList,
  ...arLosses,
  ...arMachine,
  ...arMedia,
  ...arReview,
  ...arSettings,
  ...arSite,
  ...arSources,
  ...arStory,
  ...arWorkflow,
  ...arWriting,
};
