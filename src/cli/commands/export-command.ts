import { resolve } from 'node:path';
import type { ExportedRow } from '../../core/contract/export-calls.js';
import { profileNamed, withProfile, type ExportProfile } from '../../core/export/export-profile.js';
import { type AnyFormat, allFormats, isFormat } from '../../core/export/format-names.js';
import { ninjsVersions, type NinjsVersion } from '../../core/export/ninjs/ninjs-keys.js';
import { storyId, type StoryId } from '../../core/ids.js';
import { NewsroomError } from '../../core/errors.js';
import { findRuntime } from '../../node/print/find-runtime.js';
import { ExportDesk } from '../../node/desk/export-desk.js';
import { findStory } from '../../node/desk/find-story.js';
import type { Library } from '../../node/library/library.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes, type ExitCode, type Output } from '../output.js';
import { interrupted, withLibrary } from '../session.js';

const known = `${allFormats.join(', ')} or all`;

export const exportStories: Command = {
  usage: 'export <library> [ids...]',
  about: 'write publishable files; without ids, every story that may leave',
  options: [
    { flags: '--format <formats>', about: `${known}; several with commas` },
    { flags: '--out <folder>', about: 'where to write' },
    { flags: '--since-last', about: 'only editions that the folder does not have yet' },
    { flags: '--ninjs <version>', about: `${ninjsVersions.join(' or ')}; 2.2 unless said` },
    { flags: '--profile <name>', about: 'as remembered under this name; what is said beside it is remembered' },
  ],
  run: (args, options, output) => {
    const isSaid = ['format', 'out', 'ninjs', 'sinceLast'].some((name) => options[name] !== undefined);
    // Remembering writes; a profile that is only used reads beside an open window, as every export does.
    const mode = textOption(options, 'profile') !== undefined && isSaid ? 'write' : 'read';
    return withLibrary(resolve(argument(args, 0)), mode, output, async (library) => {
      const wanted = await wish(library, options);
      const job = {
        ids: wantedStories(library, args.slice(1)),
        formats: wanted.formats.filter(isFormat),
        folder: wanted.folder ?? library.layout.exports,
        ninjs: wanted.ninjs,
        sinceLast: wanted.sinceLast,
        isCancelled: () => interrupted.value,
        onProgress: (done: number, total: number) => {
          output.progress('exported', done, total);
        },
      };
      return report(new ExportDesk(library).run(job), output);
    });
  },
};

/** Without names: everything that may leave, so that a fresh import can be looked at as pages (decision 20). */
function wantedStories(library: Library, names: readonly string[]): readonly StoryId[] {
  if (names.length > 0) return names.map((name) => findStory(library, name));
  const every = "SELECT id FROM stories WHERE state NOT IN ('spiked', 'killed', 'recalled') ORDER BY n";
  return library.index.sql.all(every).map((row) => storyId.parse(row['id']));
}

/** What was said, on top of what the profile remembers; what was said for a profile is remembered. @throws UsageError */
async function wish(library: Library, options: Options): Promise<ExportProfile> {
  const name = textOption(options, 'profile');
  const { profiles } = library.profiles.value;
  const kept = name === undefined ? undefined : profileNamed(profiles, name);
  const out = textOption(options, 'out');
  const formats = formatsOption(options) ?? kept?.formats;
  if (formats === undefined) throw new UsageError(`--format is needed: ${known}`);
  const folder = out === undefined ? kept?.folder : resolve(out);
  if (folder === undefined) throw new UsageError('--out is needed: the folder to write into');
  const wanted: ExportProfile = {
    ...kept,
    name: kept?.name ?? name ?? 'once',
    formats: [...formats],
    folder,
    ninjs: ninjsOption(options) ?? kept?.ninjs ?? '2.2',
    sinceLast: options['sinceLast'] === true || (kept?.sinceLast ?? false),
  };
  if (name !== undefined && JSON.stringify(wanted) !== JSON.stringify(kept))
    await library.profiles.change((value) => ({ ...value, profiles: withProfile(value.profiles, wanted) }));
  return wanted;
}

/** Every format that can run here: a PDF needs the app's own runtime and a display. */
function formatsHere(): readonly AnyFormat[] {
  try {
    findRuntime();
    return allFormats;
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return allFormats.filter((format) => format !== 'pdf');
  }
}

function formatsOption(options: Options): readonly AnyFormat[] | undefined {
  const named = textOption(options, 'format');
  if (named === undefined) return undefined;
  if (named === 'all') return formatsHere();
  return named.split(',').map((part) => {
    const name = part.trim();
    if (isFormat(name)) return name;
    if (name === 'site') throw new UsageError('a whole site is written by "copydesk site LIB --out DIR"');
    throw new UsageError(`"${name}" is no format that can be written; formats are ${known}`);
  });
}

function ninjsOption(options: Options): NinjsVersion | undefined {
  const version = textOption(options, 'ninjs');
  const found = ninjsVersions.find((each) => each === version);
  if (version !== undefined && found === undefined)
    throw new UsageError(`--ninjs must be ${ninjsVersions.join(' or ')}, got "${version}"`);
  return found;
}

/** A line for each file, its losses under it. An invalid file is a finding; all refused is a refusal. */
async function report(rows: AsyncIterable<ExportedRow>, output: Output): Promise<ExitCode> {
  const counts = { written: 0, refused: 0, invalid: 0 };
  for await (const row of rows) {
    if (row.outcome === 'refused') counts.refused += 1;
    else counts.written += 1;
    if (row.valid === false) counts.invalid += 1;
    const losses = (row.losses ?? []).map(({ count, detail }) => `\n          ${String(count)} × ${detail}`).join('');
    output.row(row, `${row.format}  ${row.path ?? `${row.id}: ${row.error?.message ?? ''}`}${checkOf(row)}${losses}`);
  }
  if (counts.refused + counts.invalid === 0) return exitCodes.done;
  return counts.written === 0 ? exitCodes.refused : exitCodes.findings;
}

function checkOf({ valid, check, validator }: ExportedRow): string {
  if (valid === undefined || valid === null) return '';
  const by = check === 'official' ? `official schema ${validator ?? ''}` : 'structural check';
  return valid ? `  (${by}: valid)` : `  (${by}: NOT VALID)`;
}
