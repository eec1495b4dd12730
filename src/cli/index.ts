import { Command as Program, CommanderError } from 'commander';
import { NewsroomError } from '../core/errors.js';
import { UsageError, type Command } from './command.js';
import { correct } from './commands/correct-command.js';
import * as desk from './commands/desk-commands.js';
import { diff } from './commands/diff-command.js';
import { exportStories } from './commands/export-command.js';
import { folder } from './commands/folder-command.js';
import * as gate from './commands/gate-commands.js';
import * as library from './commands/library-commands.js';
import * as lists from './commands/list-commands.js';
import { importFiles } from './commands/import-command.js';
import * as packages from './commands/package-commands.js';
import * as pictures from './commands/media-commands.js';
import * as review from './commands/review-commands.js';
import { site } from './commands/site-command.js';
import * as workflow from './commands/workflow-commands.js';
import { exitCodes, Output, type ExitCode } from './output.js';
import { interrupted } from './session.js';

/** Every command of this version. */
const commands: readonly Command[] = [
  library.init,
  importFiles,
  lists.list,
  lists.show,
  lists.search,
  lists.related,
  diff,
  desk.check,
  gate.waive,
  workflow.assign,
  workflow.budget,
  workflow.update,
  desk.move,
  desk.publish,
  correct,
  desk.kill,
  gate.undo,
  review.accept,
  review.reject,
  packages.packageStory,
  packages.merge,
  folder,
  exportStories,
  site,
  pictures.media,
  library.verify,
  library.backup,
  library.restoreBackup,
];

let exitCode: ExitCode = exitCodes.done;

function addCommand(program: Program, command: Command): void {
  const added = program.command(command.usage).description(command.about);
  added.option('--json', 'JSON Lines on stdout, nothing else').option('--quiet', 'no progress');
  for (const { flags, about } of command.options) added.option(flags, about);
  added.action(async (...received: unknown[]) => {
    const given = received
      .slice(0, -2)
      .flat()
      .filter((value) => typeof value === 'string');
    const options = added.opts<Record<string, string | boolean>>();
    exitCode = await command.run(
      given,
      options,
      new Output({ json: options['json'] === true, quiet: options['quiet'] === true }),
    );
  });
}

/** Runs a command line; answers its exit code. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const program = new Program('copydesk')
    .description('The command line of Copydesk, an offline newsroom editor.')
    .version(__APP_VERSION__, '-V, --app-version');
  program.exitOverride().configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  });
  for (const command of commands) addCommand(program, command);
  for (const each of program.commands) each.exitOverride();
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof UsageError) return told(error.message, exitCodes.usage);
    if (error instanceof NewsroomError) return told(error.userMessage, exitCodes.refused);
    throw error;
  }
}

function told(message: string, code: ExitCode): ExitCode {
  process.stderr.write(`${message}\n`);
  return code;
}

process.on('SIGINT', () => {
  // A second one ends at once; the store survives that too.
  if (interrupted.value) process.exit(exitCodes.refused);
  interrupted.value = true;
});
// A reader such as `head` that closed its end is no trouble of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

process.exitCode = await main(process.argv);
