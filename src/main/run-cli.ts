import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** What the installed `copydesk` script puts before a command: the same program, without a window. */
const mark = '--cli';

/** Whether this start is a command and not the desk. */
export const isCommand = (argv: readonly string[]): boolean => argv.includes(mark);

/** Runs the command line of this very build in place of the window and ends with its exit code. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  // As Node gives them to a script: program, script, words.
  process.argv = [process.execPath, 'copydesk', ...argv.slice(argv.indexOf(mark) + 1)];
  await import(pathToFileURL(join(import.meta.dirname, 'cli.js')).href);
  app.exit(Number(process.exitCode ?? 0));
}
