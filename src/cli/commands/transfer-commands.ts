import { resolve } from 'node:path';
import { importers, isImportFormat, type ImportFormat } from '../../core/import/importers.js';
import { foldName } from '../../core/text/fold.js';
import { storyStates, type StoryState } from '../../core/story/states.js';
import { ImportDesk } from '../../node/desk/import-desk.js';
import { TaxonomyDesk } from '../../node/desk/taxonomy-desk.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes } from '../output.js';
import { interrupted, withLibrary } from '../session.js';

function importFormat(options: Options): ImportFormat | undefined {
  // `--paste` runs the window's paste cleaning, which is the one HTML reader.
  const name = options['paste'] === true ? 'html' : textOption(options, 'as');
  if (name === undefined) return undefined;
  if (!isImportFormat(name))
    throw new UsageError(`"${name}" is no format that can be read; formats are ${Object.keys(importers).join(', ')}`);
  return name;
}

function importState(options: Options): StoryState | undefined {
  const state = textOption(options, 'state');
  if (state === undefined) return undefined;
  const known = storyStates.find((name) => name === state);
  if (!known) throw new UsageError(`"${state}" is no state; states are ${storyStates.join(', ')}`);
  return known;
}

export const importFiles: Command = {
  usage: 'import <library> <files...>',
  about: 'read files, folders or standard input (-) in',
  options: [
    { flags: '--as <format>', about: 'the format, where name and content do not tell' },
    { flags: '--paste', about: 'read an HTML file as the window reads a paste' },
    { flags: '--dry-run', about: 'say what would come in, change nothing' },
    { flags: '--section <name>', about: 'put the stories into this section' },
    { flags: '--state <state>', about: 'the state that the stories come in with' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'write', output, async (library) => {
      const section = textOption(options, 'section');
      const sections = section === undefined ? undefined : await new TaxonomyDesk(library).sectionsNamed([section]);
      const job = {
        paths: args.slice(1).map((path) => (path === '-' ? path : resolve(path))),
        format: importFormat(options),
        state: importState(options),
        section: section === undefined ? undefined : sections?.get(foldName(section))?.id,
        dryRun: options['dryRun'] === true,
        person: null,
        isCancelled: () => interrupted.value,
        onProgress: (done: number) => {
          output.progress('imported', done, null);
        },
      };
      const counts = { imported: 0, duplicate: 0, refused: 0 };
      for await (const row of new ImportDesk(library).run(job)) {
        counts[row.outcome] += 1;
        const losses = row.losses.map(({ count, detail }) => `\n          ${String(count)} × ${detail}`).join('');
        output.row(
          row,
          `${row.outcome}  ${row.headline ?? row.file}${row.error ? `: ${row.error.message}` : ''}${losses}`,
        );
      }
      output.text(
        `${String(counts.imported)} imported, ${String(counts.duplicate)} there already, ${String(counts.refused)} refused`,
      );
      if (counts.refused === 0) return exitCodes.done;
      return counts.imported + counts.duplicate === 0 ? exitCodes.refused : exitCodes.findings;
    }),
};
