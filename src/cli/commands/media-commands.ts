import * as fs from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import type { MediaRow } from '../../core/media/media-record.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import { errnoOf } from '../../node/files/errno.js';
import { MediaDesk } from '../../node/desk/media-desk.js';
import type { Library } from '../../node/library/library.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes, type ExitCode, type Output } from '../output.js';
import { interrupted, withLibrary } from '../session.js';

const pageSize = 200;

export const media: Command = {
  usage: 'media <act> <library> [files...]',
  about: 'pictures of the library: list, add FILES, or clean (removes those that nothing names)',
  options: [
    { flags: '--query <words>', about: 'list: words of a file name, caption, credit or description' },
    { flags: '--unused', about: 'list: only pictures that stand in no story' },
    { flags: '--dry-run', about: 'clean: only say what would go' },
  ],
  run: (args, options, output) => {
    const library = resolve(argument(args, 1));
    const files = args.slice(2);
    switch (argument(args, 0)) {
      case 'list':
        return withLibrary(library, 'read', output, (open) => Promise.resolve(list(open, options, output)));
      case 'add':
        if (files.length === 0) throw new UsageError('name the files to add');
        return withLibrary(library, 'write', output, (open) => add(open, files, output));
      case 'clean':
        return withLibrary(library, 'write', output, (open) => clean(open, options, output));
      default:
        throw new UsageError('media list LIB, media add LIB FILE…, or media clean LIB');
    }
  },
};

function list(library: Library, options: Options, output: Output): ExitCode {
  const query = { text: textOption(options, 'query') ?? '', unused: options['unused'] === true, limit: pageSize };
  for (let offset = 0; ; offset += pageSize) {
    const { rows } = new MediaDesk(library).list({ ...query, offset });
    for (const row of rows) output.row(listed(row), listedText(row));
    if (rows.length < pageSize) return exitCodes.done;
  }
}

function listed({
  mediaId: id,
  fileName,
  width,
  height,
  bytes,
  caption,
  credit,
  alt,
  takenAt,
  addedAt,
  uses,
}: MediaRow) {
  return { id, fileName, width, height, bytes, caption, credit, alt, takenAt, addedAt, uses };
}

const listedText = ({ mediaId: id, fileName, width, height, uses, credit }: MediaRow): string =>
  `${id.slice(0, 12)}  ${`${String(width)}×${String(height)}`.padEnd(11)} ${String(uses).padStart(3)} uses  ${fileName || '(no name)'}  ${credit}`;

/** Each file has its own answer; one that is refused keeps none of the others out. */
async function add(library: Library, files: readonly string[], output: Output): Promise<ExitCode> {
  const desk = new MediaDesk(library);
  let refused = 0;
  for (const [at, file] of files.entries()) {
    if (interrupted.value) break;
    try {
      const added = await desk.add(basename(file), await readPicture(file), '');
      const outcome = added.isKnown ? 'duplicate' : 'added';
      const { mediaId: id, width, height, bytes, original } = added;
      const note = original ? `  (made smaller from ${String(original.width)}×${String(original.height)})` : '';
      output.row(
        { file, outcome, id, width, height, bytes, original },
        `${outcome}  ${id.slice(0, 12)}  ${file}${note}`,
      );
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code.startsWith('store.')) throw error;
      refused += 1;
      const { code, userMessage: message } = error;
      output.row({ file, outcome: 'refused', error: { code, message } }, `refused  ${file}: ${message}`);
    }
    output.progress('pictures', at + 1, files.length);
  }
  if (refused === 0) return exitCodes.done;
  return refused === files.length ? exitCodes.refused : exitCodes.findings;
}

async function readPicture(file: string): Promise<Uint8Array> {
  const refuse = (detail: string): NewsroomError => new NewsroomError('media.not-an-image', { name: file, detail });
  try {
    const about = await fs.stat(file);
    if (!about.isFile()) throw refuse('not a file');
    if (about.size > pictureLimits.taken.bytes) throw refuse('larger than 100 MB: export it smaller');
    return await fs.readFile(file);
  } catch (error) {
    const code = errnoOf(error);
    throw code === undefined ? error : refuse(code === 'ENOENT' ? 'there is no such file' : code);
  }
}

async function clean(library: Library, options: Options, output: Output): Promise<ExitCode> {
  const dryRun = options['dryRun'] === true;
  const cleaned = await new MediaDesk(library).clean(dryRun);
  const { pictures, bytes, kept } = cleaned;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  output.row(
    { ...cleaned, dryRun },
    `${dryRun ? 'would remove' : 'removed'} ${String(pictures)} pictures (${megabytes} MB); ${String(kept)} unused ones are kept for earlier versions, editions or work of the last hour`,
  );
  return exitCodes.done;
}
