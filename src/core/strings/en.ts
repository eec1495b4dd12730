import { enCommands } from './en/commands.js';
import { enDesk } from './en/desk.js';
import { enDialogs } from './en/dialogs.js';
import { enHistory } from './en/history.js';
import { enImports } from './en/imports.js';
import { enInspector } from './en/inspector.js';
import { enPaste } from './en/paste.js';
import { enList } from './en/list.js';
import { enMachine } from './en/machine.js';
import { enMedia } from './en/media.js';
import { enSettings } from './en/settings.js';
import { enSite } from './en/site.js';
import { enStory } from './en/story.js';
import { enWriting } from './en/writing.js';

/** English, the language that every text is first written in. One file of `en/` for each part of the window. */
export const en = {
  ...enCommands,
  ...enDesk,
  ...enDialogs,
  ...enHistory,
  ...enImports,
  ...enInspector,
  ...enPaste,
  ...enList,
  ...enMachine,
  ...enMedia,
  ...enSettings,
  ...enSite,
  ...enStory,
  ...enWriting,
} as const;
