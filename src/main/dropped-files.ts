import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';

const pathsSchema = z.array(z.string().min(1).max(4_096)).min(1).max(10_000);

/**
 * Files that a person dropped on the window. The preload asks the system for their paths and hands them on here; the page
 * cannot: it has no way to this channel, and a file that it made up itself has no path.
 */
export function serveDroppedFiles(host: {
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean;
  readonly tokenFor: (paths: readonly string[]) => Promise<string>;
}): void {
  ipcMain.handle('copydesk:dropped', async (event, input: unknown) => {
    const paths = pathsSchema.safeParse(input);
    if (!host.isOurs(event) || !paths.success) return null;
    return { token: await host.tokenFor(paths.data), count: paths.data.length };
  });
}
