import { deCommands } from './de/commands.js';
import { deDesk } from './de/desk.js';
import { deDialogs } from './de/dialogs.js';
import { deExporting } from './de/exporting.js';
import { deErrors } from './de/errors.js';
import { deFindings } from './de/findings.js';
import { deFolder } from './de/folder.js';
import { deGate } from './de/gate.js';
import { deHistory } from './de/history.js';
import { deImports } from './de/imports.js';
import { deInspector } from './de/inspector.js';
import { deNotes } from './de/notes.js';
import { dePaste } from './de/paste.js';
import { deList } from './de/list.js';
import { deLosses } from './de/losses.js';
import { deMachine } from './de/machine.js';
import { deMedia } from './de/media.js';
import { deReview } from './de/review.js';
import { deSettings } from './de/settings.js';
import { deSite } from './de/site.js';
import { deSources } from './de/sources.js';
import { deStory } from './de/story.js';
import { deWorkflow } from './de/workflow.js';
import { deWriting } from './de/writing.js';
import type { PartialCatalogue } from './strings.js';

/** German, file by file as English. A text that is not there yet is shown in English; a test reports it. */
export const de: PartialCatalogue = {
  ...deCommands,
  ...deDesk,
  ...deDialogs,
  ...deExporting,
  ...deErrors,
  ...deFindings,
  ...deFolder,
  ...deGate,
  ...deHistory,
  ...deImports,
  ...deInspector,
  ...deNotes,
  ...dePaste,
  ...deList,
  ...deLosses,
  ...deMachine,
  ...deMedia,
  ...deReview,
  ...deSettings,
  ...deSite,
  ...deSources,
  ...deStory,
  ...deWorkflow,
  ...deWriting,
};
