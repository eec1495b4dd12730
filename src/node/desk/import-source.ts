import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NewsroomError } from '../../core/errors.js';
import { errnoOf } from '../files/errno.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import { isReadName, maxImportBytes, skippedNames, type FileToImport } from './import-file.js';
import { filesInZip } from './import-zip.js';

/** Largest file that is read while it comes in: an export of a large site is some hundred MB. */
const maxStreamedBytes = 4 * 1024 * 1024 * 1024;
/** The files behind what a person named: files as they are, folders with all below them, `-` = standard input. */
export async function* filesToImport(paths: readonly string[]): AsyncIterable<FileToImport> {
  for (const path of paths) {
    if (path === '-') {
      yield { name: 'stdin', beside: nothing, read: () => readAll(process.stdin, 'stdin'), stream: null };
      continue;
    }
    const about = await fs.stat(path).catch((cause: unknown) => {
      throw new NewsroomError('import.not-readable', { detail: `${path} is not there` }, { cause });
    });
    if (about.isDirectory()) yield* filesIn(path);
    else yield* named(path);
  }
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

async function* named(path: string): AsyncIterable<FileToImport> {
  if (/\.zip$/iu.test(path)) yield* await filesInZip(path);
  else yield fileAt(path);
}

async function* filesIn(folder: string): AsyncIterable<FileToImport> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    // A link may lead out of the folder that the person chose.
    if (skippedNames.test(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && isReadName(entry.name)) yield* named(path);
  }
}

function fileAt(path: string): FileToImport {
  const packed = path.endsWith('.gz');
  const name = packed ? path.slice(0, -'.gz'.length) : path;
  const folder = join(path, '..');
  // Read in larger pieces than Node's 64 kB, which cost twice the time.
  const opened = (): Readable => {
    const file = createReadStream(path, { highWaterMark: 512 * 1024 });
    return packed ? unpacked(file) : file;
  };
  return {
    name,
    beside: (key) => readBeside(folder, key),
    read: () => readAll(opened(), basename(path)),
    stream: () => pieces(opened(), basename(path), maxStreamedBytes, '4 GB'),
  };
}

/** A file that fails while it is read ends the unpacking with the same error. */
function unpacked(file: Readable): Readable {
  const gunzip = createGunzip();
  file.once('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

/** @throws NewsroomError `input.too-large`, `import.not-readable` */
async function readAll(stream: Readable, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pieces(stream, name, maxImportBytes, '200 MB')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* pieces(stream: Readable, name: string, most: number, said: string): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new NewsroomError('input.too-large', { detail: `"${name}" is larger than ${said}` });
      yield chunk;
    }
  } catch (error) {
    if (error instanceof NewsroomError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new NewsroomError('import.not-readable', { detail: `"${name}": ${detail}` }, { cause: error });
  }
}

/** A picture of a folder by the place that a file in it names; one level up is as far as it may lead. */
export async function readBeside(folder: string, key: string): Promise<Uint8Array | undefined> {
  if (key.includes('\0')) return undefined;
  const path = resolve(folder, key);
  const inside = relative(folder, path);
  // "../media/x.jpg" is how a folder of stories names its pictures: one level up is the folder that was chosen.
  if (inside.split(sep).filter((part) => part === '..').length > 1) return undefined;
  try {
    const about = await fs.lstat(path);
    return about.isFile() && about.size <= pictureLimits.taken.bytes ? await fs.readFile(path) : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
