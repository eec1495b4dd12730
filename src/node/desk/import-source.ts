import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NewsroomError } from '../../core/errors.js';

/** Largest single file that is read whole, and what a packed one may grow to (decision 24). */
export const maxImportBytes = 200 * 1024 * 1024;
/** Largest file that is read while it comes in: an export of a large site is some hundred MB. */
const maxStreamedBytes = 4 * 1024 * 1024 * 1024;
const skippedNames = /^(?:\..*|node_modules|Thumbs\.db|desktop\.ini)$/u;
const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg|css|js|woff2?)$/iu;

/** One file to read: its path as shown to people, and how to get its bytes. */
export interface FileToImport {
  readonly name: string;
  /** Folder of the file, for pictures beside it; null = from standard input. */
  readonly folder: string | null;
  readonly read: () => Promise<Uint8Array>;
  /** The bytes while they are read, up to 4 GB, for formats that need no whole file; null = it can only be read whole. */
  readonly stream: (() => AsyncIterable<Uint8Array>) | null;
}

/** The files behind what a person named: files as they are, folders with all below them, `-` = standard input. */
export async function* filesToImport(paths: readonly string[]): AsyncIterable<FileToImport> {
  for (const path of paths) {
    if (path === '-') {
      yield { name: 'stdin', folder: null, read: () => readAll(process.stdin, 'stdin'), stream: null };
      continue;
    }
    const about = await fs.stat(path).catch((cause: unknown) => {
      throw new NewsroomError('import.not-readable', { detail: `${path} is not there` }, { cause });
    });
    if (about.isDirectory()) yield* filesIn(path);
    else yield fileAt(path);
  }
}

async function* filesIn(folder: string): AsyncIterable<FileToImport> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    // A link may lead out of the folder that the person chose.
    if (skippedNames.test(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && !pictureName.test(entry.name)) yield fileAt(path);
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
    folder,
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
