import { createReadStream, createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { packageEntries, packageMime, type PackageManifest } from '../../core/package/story-package.js';
import { folderError } from '../files/folder-error.js';
import { sha256 } from '../files/sha256.js';
import { temporaryName } from '../files/write-durably.js';

/** A part of a package: a text, or a file of the library with the hash that it is known by. */
export type PackagePart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly path: string; readonly sha256: string; readonly bytes: number };

/** One moment for every entry: the manifest says when. */
const mtime = new Date(Date.UTC(2000, 0, 1, 12));
const fixed = { mtime, mode: 0o100644, forceDosTimestamp: true };

/**
 * Writes a package under a hidden name beside its place, flushes it and lets `place` put it there whole: a folder that a
 * sync tool watches never has half of one under its name. Pictures stream from their files, so memory does not grow with
 * them. Answers where it stands and its SHA-256.
 * @throws NewsroomError `export.folder`
 */
export async function writePackage(
  target: string,
  manifest: Omit<PackageManifest, 'files'>,
  parts: readonly PackagePart[],
  place: (temporary: string) => Promise<string>,
): Promise<{ readonly path: string; readonly sha256: string }> {
  const temporary = temporaryName(target);
  const files = Object.fromEntries(
    parts.map((part) => [
      part.name,
      'text' in part
        ? { bytes: Buffer.byteLength(part.text), sha256: sha256(part.text) }
        : { bytes: part.bytes, sha256: part.sha256 },
    ]),
  );
  const zip = new ZipFile();
  // First and stored, so that the kind of the file can be told from its first bytes.
  zip.addBuffer(Buffer.from(packageMime), packageEntries.mimetype, { ...fixed, compress: false });
  zip.addBuffer(Buffer.from(JSON.stringify({ ...manifest, files })), packageEntries.manifest, fixed);
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text), part.name, fixed);
    else zip.addFile(part.path, part.name, { ...fixed, compress: false });
  }
  zip.end();
  try {
    await fs.mkdir(dirname(target), { recursive: true });
    await pipeline(zip.outputStream, createWriteStream(temporary, { flush: true }));
    const hash = createHash('sha256');
    await pipeline(createReadStream(temporary), hash);
    return { path: await place(temporary), sha256: hash.digest('hex') };
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw folderError(error);
  }
}
