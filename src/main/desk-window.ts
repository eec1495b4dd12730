import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, screen, session, type IpcMainInvokeEvent } from 'electron';
import type { News, NewsName } from '../core/contract/news.js';
import type { MachineFile, WindowBounds } from './machine-file.js';
import { pageAddress } from './protocols.js';

/** How long a closing window waits for the page to save; then the draft on the disk is what is kept (promise P2). */
const closeWaitMs = 5_000;
const smallest = { width: 720, height: 480 };

/** The one window of the desk: hardened, remembers its place, closes only after the page has saved. */
export class DeskWindow {
  readonly window: BrowserWindow;
  readonly #machine: MachineFile;
  #waitingNews: (readonly [NewsName, unknown])[] | undefined = [];
  #mayClose = false;

  constructor(machine: MachineFile) {
    this.#machine = machine;
    const bounds = visibleBounds(machine.value.bounds);
    this.window = new BrowserWindow({
      ...bounds,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: app.name,
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        // A desk that lies in the background still saves after half a second.
        backgroundThrottling: false,
      },
    });
    if (machine.value.bounds?.maximised) this.window.maximize();
    this.window.once('ready-to-show', () => {
      this.window.show();
    });
    this.#harden();
    this.#listen();
  }

  /** `devAddress` = the development server's page; undefined in every built program. */
  async load(devAddress: string | undefined): Promise<void> {
    await this.window.loadURL(devAddress ?? pageAddress);
    this.window.webContents.setZoomFactor(this.#machine.value.page.zoom);
  }

  /** The window's own top frame, by identity: addresses can be empty or forged. */
  isSender(event: IpcMainInvokeEvent): boolean {
    const { webContents } = this.window;
    return event.sender === webContents && event.senderFrame === webContents.mainFrame;
  }

  tell<N extends NewsName>(name: N, news: News<N>): void {
    if (this.#waitingNews) this.#waitingNews.push([name, news]);
    else if (!this.window.isDestroyed()) this.window.webContents.send('copydesk:news', name, news);
  }

  #listen(): void {
    const { window } = this;
    ipcMain.on('copydesk:ready', (event) => {
      if (event.sender !== window.webContents) return;
      const waiting = this.#waitingNews ?? [];
      this.#waitingNews = undefined;
      for (const [name, news] of waiting) window.webContents.send('copydesk:news', name, news);
    });
    ipcMain.on('copydesk:readyToClose', (event) => {
      if (event.sender === window.webContents) this.#close();
    });
    window.on('close', (event) => {
      if (this.#mayClose || window.webContents.isCrashed()) return;
      event.preventDefault();
      // The page never came up: there is nothing to save.
      if (this.#waitingNews) {
        this.#close();
        return;
      }
      this.tell('app.closing', null);
      setTimeout(() => {
        this.#close();
      }, closeWaitMs).unref();
    });
    window.webContents.on('render-process-gone', () => {
      // The page is gone, what was typed until two seconds ago is in the draft: start it again.
      this.#waitingNews = [];
      window.webContents.reload();
    });
  }

  #close(): void {
    if (this.#mayClose) return;
    this.#mayClose = true;
    const { x, y, width, height } = this.window.getNormalBounds();
    const bounds = { x, y, width, height, maximised: this.window.isMaximized() };
    void this.#machine.change({ bounds }).finally(() => {
      if (!this.window.isDestroyed()) this.window.close();
    });
  }

  /** No new window, no navigation, no permission, no download, no request that leaves this machine. */
  #harden(): void {
    const { webContents } = this.window;
    webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    webContents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    webContents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
      answer(false);
    });
    session.defaultSession.setPermissionCheckHandler(() => false);
    session.defaultSession.on('will-download', (event) => {
      event.preventDefault();
    });
    const own = /^(?:app|copydesk-media|copydesk-preview|devtools|blob|data):/u;
    const development = process.env['ELECTRON_RENDERER_URL'];
    session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
      const isDevelopment =
        !app.isPackaged && development !== undefined && /^(?:https?|ws):\/\/localhost[:/]/u.test(details.url);
      answer({ cancel: !own.test(details.url) && !isDevelopment });
    });
  }
}

/** A window that was last on a screen which is gone comes back in the middle of one that is there. */
function visibleBounds(saved: WindowBounds | null): { width: number; height: number; x?: number; y?: number } {
  const usual = { width: 1440, height: 900 };
  if (!saved) return usual;
  const { x, y, width, height } = saved;
  const { workArea } = screen.getDisplayMatching(saved);
  const size = {
    width: Math.max(smallest.width, Math.min(width, workArea.width)),
    height: Math.max(smallest.height, Math.min(height, workArea.height)),
  };
  const isVisible =
    x + 100 > workArea.x &&
    x < workArea.x + workArea.width - 100 &&
    y >= workArea.y - 10 &&
    y < workArea.y + workArea.height - 60;
  return isVisible ? { ...size, x, y } : size;
}
