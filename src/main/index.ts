import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import type { MachineSettings } from '../core/contract/calls.js';
import { loadStrings, localeFor } from '../core/strings/languages.js';
import { Layout } from '../node/library/layout.js';
import { serveCalls } from './call-server.js';
import { DeskWindow } from './desk-window.js';
import { serveDroppedFiles } from './dropped-files.js';
import { LibraryClient } from './library-client.js';
import { Log } from './log.js';
import { MachineFile } from './machine-file.js';
import { setMenu } from './menu.js';
import { isCommand, runCommand } from './run-cli.js';
import { PathTokens } from './path-tokens.js';
import { packagesIn } from './opened-packages.js';
import { isPrinter, servePrinting } from './print-pages.js';
import { answerSchemes, registerSchemes } from './protocols.js';
import { shellHandlers } from './shell-handlers.js';

// As root without a user namespace every child would die under an enforced sandbox; each window asks for it all the same.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerSchemes();

const folderArgument = app.commandLine.getSwitchValue('library');
const log = new Log(app.getPath('logs'));
let desk: DeskWindow | undefined;
/** Hand-over files that were opened with the program and that the page was not told of yet. */
let opened: readonly string[] = packagesIn(process.argv.slice(1), process.cwd());
let openPackages = (paths: readonly string[]): void => {
  opened = [...opened, ...paths];
};

if (isPrinter(process.argv)) void servePrinting().catch(fail);
else if (isCommand(process.argv)) void runCommand(process.argv).catch(fail);
else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words, folder) => {
    desk?.window.restore();
    desk?.window.focus();
    openPackages(packagesIn(words, folder));
  });
  // macOS gives a file that was opened with the program by an event, at times before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPackages([path]);
  });
  // Not awaited at the top: `ready` waits until this module is evaluated.
  void app.whenReady().then(start).catch(fail);
} else app.quit();

async function start(): Promise<void> {
  const machine = await MachineFile.open(app.getPath('userData'));
  nativeTheme.themeSource = machine.value.page.theme;
  const tokens = new PathTokens();
  let folder = folderArgument || (machine.value.lastLibrary ?? undefined);
  const library = new LibraryClient(join(import.meta.dirname, 'library.js'), app.getVersion(), {
    onProgress: (news) => desk?.tell('job.progress', news),
    onChanged: (news) => desk?.tell('stories.changed', news),
    onPath: (token, path) => {
      tokens.know(token, path);
    },
    onCrash: (code) => {
      log.error('library.crashed', new Error(`code ${String(code)}`));
      const message =
        'The library process ended and was started again. What was saved is safe; your text is still here.';
      desk?.tell('app.trouble', { code: 'library.crashed', message });
      if (folder !== undefined) library.host('open', { folder, personId: machine.value.page.personId }).catch(fail);
    },
    onBug: (message, stack) => {
      log.error('library.bug', new Error(message), { stack: stack.split('\n').length });
    },
  });
  answerSchemes({
    pageFolder: join(import.meta.dirname, '../renderer'),
    library,
    mediaPath: (id) => (folder === undefined ? undefined : new Layout(folder).mediaFile(id)),
  });
  const window = new DeskWindow(machine);
  desk = window;
  serveCalls({
    library,
    shell: shellHandlers({
      desk: () => window,
      library,
      machine,
      tokens,
      newId: randomUUID,
      startFolder: () => folder,
      setFolder: (chosen) => {
        folder = chosen;
      },
      speak,
    }),
    isOurs: (event) => window.isSender(event),
    onBug: (error, call) => {
      log.error('call.bug', error, { call });
    },
  });
  const tokenFor = async (paths: readonly string[]): Promise<string> => {
    const token = tokens.add([...paths]);
    await library.host('addPath', { token, paths: [...paths] });
    return token;
  };
  serveDroppedFiles({ isOurs: (event) => window.isSender(event), tokenFor });
  openPackages = (paths) => {
    if (paths.length === 0) return;
    void tokenFor(paths)
      .then((token) => {
        window.tell('packages.opened', { token, count: paths.length });
      })
      .catch(fail);
  };
  openPackages(opened);
  await speak(machine.value.page.language);
  endCleanly(library);
  log.info('start', { version: app.getVersion(), electron: process.versions.electron });
  await window.load(process.env['ELECTRON_RENDERER_URL']);
}

/** The native menu in the language that the window speaks. */
async function speak(language: MachineSettings['language']): Promise<void> {
  setMenu(await loadStrings(localeFor(language, app.getLocale())), (id) => {
    desk?.tell('menu.command', { id });
  });
}

/** Every way out goes through the window's closing, so that the page has saved; then the library is closed. */
function endCleanly(library: LibraryClient): void {
  let ended = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void library
      .end()
      .catch(fail)
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      app.quit();
    });
}

/** A bug: it is in the log, and the person is told once; the window goes on. */
function fail(error: unknown): void {
  log.error('bug', error);
  const message = 'Something went wrong inside Copydesk. What was saved is safe. Details are in the log.';
  desk?.tell('app.trouble', { code: 'bug', message });
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
