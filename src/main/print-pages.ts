import { writeFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app, BrowserWindow, session } from 'electron';
import { printMark, type PrintAnswer, type PrintJob } from '../node/print/print-channel.js';

/** Whether this start is a printer of pages for another process of ours, and not the desk. */
export const isPrinter = (argv: readonly string[]): boolean => argv.includes(printMark);

const inch = 25.4;
/** Millimetres of white on each side; the page numbers stand in the lower one. */
const margins = { top: 18, bottom: 18, left: 20, right: 20 };
const pageNumbers =
  '<div style="width:100%;text-align:center;font:8pt sans-serif;color:#333">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** Prints what it is asked for until the process that started it is gone. */
export async function servePrinting(): Promise<void> {
  await app.whenReady();
  if (process.platform === 'darwin') app.dock.hide();
  const tell = (answer: PrintAnswer): void => {
    process.send?.(answer);
  };
  process.on('disconnect', () => {
    app.exit(0);
  });
  process.on('message', (job: PrintJob) => {
    print(job).then(
      () => {
        tell({ kind: 'printed' });
      },
      (error: unknown) => {
        tell({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      },
    );
  });
  tell({ kind: 'ready' });
}

let window: BrowserWindow | undefined;

async function print({ page, to, paper }: PrintJob): Promise<void> {
  const shown = (window ??= hiddenWindow());
  const folder = `${dirname(page)}${sep}`;
  // The page itself and what lies beside it; nothing of the disk else, nothing of a network.
  shown.webContents.session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isBeside = url.startsWith('file:') && fileURLToPath(url.split(/[?#]/u)[0] ?? url).startsWith(folder);
    answer({ cancel: !isBeside && !url.startsWith('data:') });
  });
  await shown.loadURL(pathToFileURL(page).href);
  const pdf = await shown.webContents.printToPDF({
    pageSize: paper,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: pageNumbers,
    margins: {
      marginType: 'custom',
      top: margins.top / inch,
      bottom: margins.bottom / inch,
      left: margins.left / inch,
      right: margins.right / inch,
    },
  });
  await writeFile(to, pdf);
}

function hiddenWindow(): BrowserWindow {
  const memory = session.fromPartition('print');
  return new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, javascript: false, contextIsolation: true, session: memory },
  });
}
