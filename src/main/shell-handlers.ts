import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import type { LibraryInfo, MachineSettings, Output } from '../core/contract/calls.js';
import { NewsroomError } from '../core/errors.js';
import { personId } from '../core/ids.js';
import { initialsOf, type Person } from '../core/people/person.js';
import { packageExtension } from '../core/package/story-package.js';
import { isSafeHref } from '../core/text/link.js';
import { safeStem } from '../core/text/file-name.js';
import { clipboardSource } from './clipboard-source.js';
import type { ShellHandlers } from './call-server.js';
import type { DeskWindow } from './desk-window.js';
import type { LibraryClient } from './library-client.js';
import type { MachineFile } from './machine-file.js';
import type { PathTokens } from './path-tokens.js';

export interface ShellParts {
  readonly desk: () => DeskWindow;
  readonly library: LibraryClient;
  readonly machine: MachineFile;
  readonly tokens: PathTokens;
  readonly newId: () => string;
  /** The folder that the library of this start is in; undefined = first run. */
  readonly startFolder: () => string | undefined;
  readonly setFolder: (folder: string) => void;
  /** Puts the native menu into a language. */
  readonly speak: (language: MachineSettings['language']) => Promise<void>;
}

const importExtensions = [
  'txt',
  'html',
  'htm',
  'md',
  'markdown',
  'json',
  'jsonl',
  'gz',
  'docx',
  'docm',
  'dotx',
  'odt',
  'rtf',
  'xml',
  'wxr',
  'zip',
  'nitf',
  'ninjs',
  'iptc',
];

/** What the shell answers itself: dialogs, folders, this machine's settings. */
export function shellHandlers(parts: ShellParts): ShellHandlers {
  const { library, machine, tokens } = parts;

  async function opened(folder: string, info: LibraryInfo): Promise<Output<'library.open'>> {
    parts.setFolder(folder);
    await machine.change({ lastLibrary: folder });
    return { library: info, machine: machine.value.page };
  }

  /** A folder as the page and the library process know it. */
  async function handed(folder: string): Promise<{ token: string; label: string }> {
    const token = tokens.add([folder]);
    await library.host('addPath', { token, paths: [folder] });
    return { token, label: shownFolder(folder) };
  }

  const openFolder = (folder: string): Promise<LibraryInfo> =>
    library.host('open', { folder, personId: machine.value.page.personId });

  return {
    'app.start': async () => {
      const about = {
        version: app.getVersion(),
        platform: process.platform,
        suggestedFolder: shownFolder(suggestedFolder()),
      };
      const folder = parts.startFolder();
      if (folder === undefined) return { ...about, machine: machine.value.page, library: null, trouble: null };
      try {
        const info = await openFolder(folder);
        parts.setFolder(folder);
        return { ...about, machine: machine.value.page, library: info, trouble: null };
      } catch (error) {
        if (!(error instanceof NewsroomError)) throw error;
        const trouble = { code: error.code, message: error.userMessage };
        return { ...about, machine: machine.value.page, library: null, trouble };
      }
    },
    'machine.save': async (page) => {
      nativeTheme.themeSource = page.theme;
      parts.desk().window.webContents.setZoomFactor(page.zoom);
      if (page.language !== machine.value.page.language) await parts.speak(page.language);
      await machine.savePage(page);
      await library.host('setPerson', { personId: page.personId });
      return null;
    },
    'folder.current': async ({ libraryId }) => {
      const folder = machine.value.sharedFolders[libraryId];
      return folder === undefined ? null : handed(folder);
    },
    'folder.choose': async ({ libraryId }) => {
      const chosen = await dialog.showOpenDialog(parts.desk().window, {
        properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = chosen.filePaths;
      if (folder === undefined) return null;
      await machine.change({ sharedFolders: { ...machine.value.sharedFolders, [libraryId]: folder } });
      return handed(folder);
    },
    'folder.forget': async ({ libraryId }) => {
      const { [libraryId]: _gone, ...sharedFolders } = machine.value.sharedFolders;
      await machine.change({ sharedFolders });
      return null;
    },
    'library.chooseFolder': async ({ purpose }) => {
      const properties =
        purpose === 'open' ? (['openDirectory'] as const) : (['openDirectory', 'createDirectory'] as const);
      const chosen = await dialog.showOpenDialog(parts.desk().window, { properties: [...properties] });
      const [folder] = chosen.filePaths;
      if (folder === undefined) return null;
      return handed(folder);
    },
    'library.open': async ({ folder }) => opened(tokens.path(folder), await openFolder(tokens.path(folder))),
    'library.create': async ({ folder, publicationName, personName, role, language, sample }) => {
      const chosen = folder === null ? suggestedFolder() : libraryFolderIn(tokens.path(folder), publicationName);
      const person: Person | null =
        personName.trim() === ''
          ? null
          : {
              id: personId.parse(parts.newId()),
              name: personName.trim(),
              initials: initialsOf(personName),
              colour: '#1f4f82',
              role,
              place: '',
              email: '',
              phone: '',
            };
      await machine.savePage({ ...machine.value.page, personId: person?.id ?? null });
      return opened(
        chosen,
        await library.host('create', { folder: chosen, publicationName, language, person, sample }),
      );
    },
    'export.show': ({ token }) => {
      // Only a folder that we wrote into, and only shown, never run.
      const names = ['copydesk-export.json', 'index.html'].map((name) => join(tokens.path(token), name));
      shell.showItemInFolder(names.find((path) => fs.existsSync(path)) ?? tokens.path(token));
      return Promise.resolve(null);
    },
    'import.choose': async ({ kind }) => {
      const chosen = await dialog.showOpenDialog(parts.desk().window, {
        properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
        ...(kind === 'folder'
          ? {}
          : {
              filters: [
                { name: 'Stories', extensions: kind === 'packages' ? [packageExtension, 'docx'] : importExtensions },
              ],
            }),
      });
      if (chosen.filePaths.length === 0) return null;
      const token = tokens.add(chosen.filePaths);
      await library.host('addPath', { token, paths: chosen.filePaths });
      return { token, count: chosen.filePaths.length };
    },
    'link.open': async ({ url }) => {
      if (!isSafeHref(url))
        throw new NewsroomError('call.refused', { detail: 'an address of that kind is never opened' });
      await shell.openExternal(url);
      return null;
    },
    'clipboard.source': () => Promise.resolve({ url: clipboardSource() }),
    'edit.pasteText': () => {
      parts.desk().window.webContents.pasteAndMatchStyle();
      return Promise.resolve(null);
    },
    'page.print': async ({ id }) => {
      const outcome = await library.call('story.preview', { id });
      if (!outcome.ok) throw new NewsroomError(outcome.code, outcome.params);
      await printPage(outcome.value.address);
      return null;
    },
  };
}

/** Prints the exported page from a window of its own, with the page's print style and no part of the desk. */
async function printPage(address: string): Promise<void> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
  });
  await window.loadURL(address);
  window.webContents.print({ printBackground: false }, () => {
    window.destroy();
  });
}

/** `Documents/Copydesk`, or the first free `Copydesk 2`, … beside it. */
function suggestedFolder(): string {
  // Without a desktop's own settings the system names the home folder itself.
  const named = app.getPath('documents');
  const documents = named === app.getPath('home') ? join(named, 'Documents') : named;
  for (let number = 1; ; number += 1) {
    const folder = join(documents, number === 1 ? 'Copydesk' : `Copydesk ${String(number)}`);
    if (!fs.existsSync(folder) || fs.readdirSync(folder).length === 0) return folder;
  }
}

/** An empty folder becomes the library; in any other one a new folder is made. */
function libraryFolderIn(folder: string, name: string): string {
  return fs.readdirSync(folder).length === 0 ? folder : join(folder, safeStem(name, 'copydesk'));
}

/** A path as a person reads it, without the way to their home. */
function shownFolder(folder: string): string {
  const home = app.getPath('home');
  return folder.startsWith(home) ? join('~', folder.slice(home.length)) : basename(folder);
}
