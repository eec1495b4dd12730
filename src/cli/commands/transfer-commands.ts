import { resolve } from 'node:path';
import { exporters, isExportFormat, type ExportFormat } from '../../core/export/exporters.js';
import { ExportDesk } from '../../node/desk/export-desk.js';
import { findStory } from '../../node/desk/find-story.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes } from '../output.js';
import { interrupted, withLibrary } from '../session.js';

function exportFormats(options: Options): readonly ExportFormat[] {
  const named = textOption(options, 'format');
  if (named === undefined) throw new UsageError(`--format is needed: ${Object.keys(exporters).join(', ')} or all`);
  const names = named === 'all' ? Object.keys(exporters) : named.split(',').map((name) => name.trim());
  return names.map((name) => {
    if (isExportFormat(name)) return name;
    throw new UsageError(
      `"${name}" is no format that can be written; formats are ${Object.keys(exporters).join(', ')}`,
    );
  });
}

export const exportStories: Command = {
  usage: 'export <library> [ids...]',
  about: 'write publishable files; without ids, every published story',
  options: [
    { flags: '--format <formats>', about: `${Object.keys(exporters).join(', ')} or all; several with commas` },
    { flags: '--out <folder>', about: 'where to write' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const folder = textOption(options, 'out');
      if (folder === undefined) throw new UsageError('--out is needed: the folder to write into');
      const named = args.slice(1);
      // Without names: everything that may leave, so that a fresh import can be looked at as pages (decision 20).
      const every = "SELECT id FROM stories WHERE state NOT IN ('spiked', 'killed', 'recalled') ORDER BY n";
      const names = named.length > 0 ? named : library.index.sql.all(every).map((row) => String(row['id']));
      const job = {
        ids: names.map((name) => findStory(library, name)),
        formats: exportFormats(options),
        folder: resolve(folder),
        isCancelled: () => interrupted.value,
        onProgress: (done: number, total: number) => {
          output.progress('exported', done, total);
        },
      };
      let written = 0;
      let refused = 0;
      for await (const row of new ExportDesk(library).run(job)) {
        if (row.outcome === 'refused') refused += 1;
        else written += 1;
        const losses = (row.losses ?? [])
          .map(({ count, detail }) => `\n          ${String(count)} × ${detail}`)
          .join('');
        output.row(row, `${row.format}  ${row.path ?? `${row.id}: ${row.error?.message ?? ''}`}${losses}`);
      }
      if (refused === 0) return exitCodes.done;
      return written === 0 ? exitCodes.refused : exitCodes.findings;
    }),
};
