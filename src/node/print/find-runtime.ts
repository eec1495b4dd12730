import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import { resource } from '../resources.js';

/** The program with a window, and what stands before our own words on its command line. */
export interface Runtime {
  readonly command: string;
  readonly args: readonly string[];
}

/** Set by the shell for the library process, whose own program is another one on a Mac. */
export const runtimeVariable = 'COPYDESK_RUNTIME';

/**
 * The app's own runtime: a PDF needs a browser to lay it out.
 * @throws NewsroomError `export.no-printer` with what is missing
 */
export function findRuntime(): Runtime {
  const command = process.env[runtimeVariable] ?? (isElectron() ? process.execPath : installed());
  if (command === undefined || !existsSync(command))
    throw new NewsroomError('export.no-printer', { detail: 'the app’s runtime (Electron) is not installed here' });
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (process.platform === 'linux' && !hasDisplay)
    throw new NewsroomError('export.no-printer', {
      detail: 'there is no display. Put "xvfb-run -a" before the command',
    });
  return { command, args: isPackaged() ? [] : [dirname(resource())] };
}

const isElectron = (): boolean => 'electron' in process.versions;

/** Packaged, the program knows its archive; from a checkout it is told the folder with `package.json`. */
const isPackaged = (): boolean => import.meta.dirname.includes('app.asar');

function installed(): string | undefined {
  try {
    const found: unknown = createRequire(import.meta.url)('electron');
    return typeof found === 'string' ? found : undefined;
  } catch {
    // Not installed, or its program was never fetched: said by the caller.
    return undefined;
  }
}
