import { resolve } from 'node:path';
import type { SectionId } from '../../core/ids.js';
import { importers, isImportFormat, type ImportFormat } from '../../core/import/importers.js';
import { FoundNames } from '../../core/import/name-mapping.js';
import { storyStates, type StoryState } from '../../core/story/states.js';
import { foldName } from '../../core/text/fold.js';
import { ImportDesk } from '../../node/desk/import-desk.js';
import { pastImports } from '../../node/desk/import-record.js';
import { TaxonomyDesk } from '../../node/desk/taxonomy-desk.js';
import { undoImport } from '../../node/desk/undo-import.js';
import type { Library } from '../../node/library/library.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes, type ExitCode, type Output } from '../output.js';
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
  usage: 'import <library> [files...]',
  about: 'read files, folders, zips or standard input (-) in; or take an import back',
  options: [
    { flags: '--as <format>', about: 'the format, where name and content do not tell' },
    { flags: '--paste', about: 'read an HTML file as the window reads a paste' },
    { flags: '--dry-run', about: 'say what would come in, change nothing' },
    { flags: '--section <name>', about: 'put the stories into this section' },
    { flags: '--state <state>', about: 'the state that the stories come in with' },
    { flags: '--undo <id>', about: 'take back the import of this id, or "last"; changed stories stay' },
    { flags: '--list', about: 'say which imports this library remembers' },
  ],
  run: (args, options, output) => {
    const root = resolve(argument(args, 0));
    const undo = textOption(options, 'undo');
    if (options['list'] === true) return withLibrary(root, 'read', output, (library) => listImports(library, output));
    if (undo !== undefined) return withLibrary(root, 'write', output, (library) => takeBack(library, undo, output));
    if (args.length < 2) throw new UsageError('files are needed: paths, or - for standard input');
    // A dry run only reads, and so works beside the open window.
    const mode = options['dryRun'] === true ? 'read' : 'write';
    return withLibrary(root, mode, output, (library) => readIn(library, args.slice(1), options, output));
  },
};

async function readIn(library: Library, paths: readonly string[], options: Options, output: Output): Promise<ExitCode> {
  const dryRun = options['dryRun'] === true;
  const desk = new ImportDesk(library);
  const job = {
    paths: paths.map((path) => (path === '-' ? path : resolve(path))),
    format: importFormat(options),
    state: importState(options),
    section: dryRun ? undefined : await sectionOption(library, options),
    dryRun,
    person: null,
    isCancelled: () => interrupted.value,
    onProgress: (done: number) => {
      output.progress(dryRun ? 'read' : 'imported', done, null);
    },
  };
  const counts = { imported: 0, duplicate: 0, refused: 0 };
  const names = new FoundNames();
  for await (const row of desk.run(job)) {
    counts[row.outcome] += 1;
    if (row.outcome === 'imported') names.add({ sectionName: row.section ?? '', tagNames: row.tags ?? [] });
    const losses = row.losses.map(({ count, detail }) => `\n          ${String(count)} × ${detail}`).join('');
    output.row(
      desk.importId === null ? row : { ...row, import: desk.importId },
      `${row.outcome}  ${row.headline ?? row.file}${row.error ? `: ${row.error.message}` : ''}${losses}`,
    );
  }
  if (dryRun) tellNames(library, names, output);
  const { imported, duplicate, refused } = counts;
  output.text(
    `${String(imported + duplicate + refused)} read: ${String(imported)} ${dryRun ? 'would come in' : 'imported'}, ` +
      `${String(duplicate)} there already, ${String(refused)} refused`,
  );
  if (desk.importId !== null) output.advice(`To take it back: copydesk import LIBRARY --undo ${desk.importId}`);
  if (refused === 0) return exitCodes.done;
  return imported + duplicate === 0 ? exitCodes.refused : exitCodes.findings;
}

async function sectionOption(library: Library, options: Options): Promise<SectionId | undefined> {
  const name = textOption(options, 'section');
  if (name === undefined) return undefined;
  return (await new TaxonomyDesk(library).sectionsNamed([name])).get(foldName(name))?.id;
}

/** What a run would make of the categories and tags; those that the library has are not made again. */
function tellNames(library: Library, names: FoundNames, output: Output): void {
  const { sections, tags } = library.taxonomy.value;
  const known = { section: sections, tag: tags };
  for (const { kind, name, stories } of names.list) {
    const isKnown = known[kind].some((each) => foldName(each.name) === foldName(name));
    output.text(`${kind}  ${name}  ${String(stories)}  ${isKnown ? 'known' : 'new'}`);
  }
}

async function listImports(library: Library, output: Output): Promise<ExitCode> {
  for (const past of await pastImports(library))
    output.row(
      past,
      `${past.id}  ${past.at}  ${String(past.stories)} stories  ${past.files.join(', ')}${past.undoneAt === null ? '' : '  (taken back)'}`,
    );
  return exitCodes.done;
}

async function takeBack(library: Library, name: string, output: Output): Promise<ExitCode> {
  const last = name === 'last' ? (await pastImports(library)).find(({ undoneAt }) => undoneAt === null) : undefined;
  const rows = await undoImport(library, last?.id ?? name, (done, total) => {
    output.progress('removed', done, total);
  });
  const reasons = { changed: 'changed since, stays', linked: 'another story links to it, stays' };
  for (const row of rows)
    output.row(row, `${row.outcome}  ${row.headline || row.id}${row.reason ? `  (${reasons[row.reason]})` : ''}`);
  const kept = rows.filter(({ outcome }) => outcome === 'kept').length;
  output.text(`${String(rows.filter(({ outcome }) => outcome === 'removed').length)} removed, ${String(kept)} stay`);
  return kept === 0 ? exitCodes.done : exitCodes.findings;
}
