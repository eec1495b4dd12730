import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { root } from './machine.js';
import type { WorkFolder } from './work-folder.js';

const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** Without these a frame waits for the screen, and every figure is a multiple of 16.7 ms. */
const freeRunning = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Starts a program with a home and a user folder of its own, kept from round to round. */
async function open(home: string, args: readonly string[]): Promise<OpenWindow> {
  mkdirSync(home, { recursive: true });
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), LANG: 'en_GB.UTF-8' };
  const all = [...args, `--user-data-dir=${join(home, 'user')}`, ...sandboxFlags, ...freeRunning];
  const app = await _electron.launch({ args: all, cwd: root, env });
  return { app, page: await app.firstWindow() };
}

/** The built app on a library. */
export function openCopydesk(home: string, library: string): Promise<OpenWindow> {
  return open(home, [root, `--library=${library}`]);
}

const emptyMain = `import { app, BrowserWindow } from 'electron';
void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, spellcheck: false, backgroundThrottling: false };
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  void window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;

/** A window of the same runtime that shows one static page: the least that an app on Electron can be. */
export class StaticApp {
  /** Files that the page names are put here. */
  readonly folder: string;
  readonly #home: string;

  constructor(work: WorkFolder, body: string) {
    this.folder = work.fresh('static-app');
    this.#home = work.fresh('static-home');
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(
      join(this.folder, 'package.json'),
      '{"name":"static-page","version":"1.0.0","type":"module","main":"main.js"}',
    );
    writeFileSync(join(this.folder, 'main.js'), emptyMain);
    const style = 'body { margin: 0 } #text { width: 680px; margin: 24px auto; font: 19px/1.58 serif }';
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Static page</title><style>${style}</style>${body}</html>`;
    writeFileSync(join(this.folder, 'index.html'), html);
  }

  open(): Promise<OpenWindow> {
    return open(this.#home, [this.folder]);
  }
}

/** Brings a window to the front, so that two of them are measured alike. */
export async function bringForward({ app }: OpenWindow): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.focus();
  });
}
