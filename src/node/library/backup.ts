import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text as readText } from 'node:stream/consumers';
import { Transform } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import { errnoOf } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { flushFolder, makeFolder } from '../files/write-durably.js';
import type { Layout } from './layout.js';

/** What a library cannot be made again from without; the cache, the lock and old exports stay behind. */
const kept = [
  'library.json',
  'taxonomy.json',
  'people.json',
  'settings.json',
  'templates.json',
  'views.json',
  'profiles.json',
  'stories',
  'editions',
  'history',
  'media',
  'drafts',
  'imports',
  'exchanges',
  'exported.jsonl',
  'seen',
];
const manifestName = 'copydesk-backup.json';
const manifestSchema = z.object({
  format: z.literal('copydesk-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
});
type Manifest = z.infer<typeof manifestSchema>;

/** Our own packages: larger than a stranger's zip may be, and streamed (decision 24). */
const maxEntries = 2_000_000;
const maxBytes = 2 * 1024 ** 3;

export interface BackupResult {
  readonly files: number;
  readonly sha256: string;
}

/**
 * One zip of a library, written beside its place, read back and compared before it counts. Times inside are fixed, so
 * that the same library gives the same bytes.
 */
export async function backUp(layout: Layout, target: string, createdAt: Date): Promise<BackupResult> {
  await fs.mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.copydesk-tmp`;
  const manifest: Manifest = { format: 'copydesk-backup', version: 1, createdAt: createdAt.toISOString(), files: {} };
  try {
    const zip = new ZipWriter();
    const mtime = new Date(1980, 0, 1);
    for await (const path of filesOf(layout)) {
      const bytes = await fs.readFile(path);
      const name = relative(layout.root, path).split(sep).join('/');
      manifest.files[name] = { bytes: bytes.length, sha256: sha256(bytes) };
      // Pictures and packed history don't shrink.
      zip.addFile(path, name, { mtime, compress: name.endsWith('.json') });
    }
    zip.addBuffer(Buffer.from(JSON.stringify(manifest)), manifestName, { mtime, compress: true });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary, { mode: 0o600, flush: true }));
    await compare(temporary);
    await fs.rename(temporary, target);
    await flushFolder(dirname(target));
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw toNewsroomError(error);
  }
  return { files: Object.keys(manifest.files).length, sha256: await hashOf(target) };
}

/** Unpacks a backup into an empty or new folder, each file checked; nothing is left there when one is wrong. */
export async function restore(source: string, root: string): Promise<number> {
  const before = await fs.readdir(root).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw toNewsroomError(error);
  });
  if (before && before.length > 0) throw new NewsroomError('store.exists');
  const work = `${resolve(root)}.copydesk-restoring`;
  try {
    await fs.rm(work, { recursive: true, force: true });
    await makeFolder(work);
    const count = await unpackInto(source, work);
    if (before) await fs.rmdir(root);
    await fs.rename(work, root);
    await flushFolder(dirname(resolve(root)));
    return count;
  } catch (error) {
    await fs.rm(work, { recursive: true, force: true });
    throw toNewsroomError(error);
  }
}

async function unpackInto(source: string, folder: string): Promise<number> {
  return withZip(source, async (zip, entries, manifest) => {
    for (const [name, about] of Object.entries(manifest.files)) {
      const entry = entries.get(name);
      const path = resolve(folder, name);
      if (!entry || !path.startsWith(folder + sep)) throw damaged(`${name} is missing or leads out of the library`);
      await makeFolder(dirname(path));
      const hash = createHash('sha256');
      const output = createWriteStream(path, { mode: 0o600, flush: true });
      await pipeline(await zip.openReadStreamPromise(entry), hashing(hash), output);
      if (hash.digest('hex') !== about.sha256) throw damaged(`${name} is not as it was backed up`);
    }
    return Object.keys(manifest.files).length;
  });
}

/** Reads a finished backup as a restore would. */
async function compare(path: string): Promise<void> {
  await withZip(path, async (zip, entries, manifest) => {
    for (const [name, about] of Object.entries(manifest.files)) {
      const entry = entries.get(name);
      if (!entry) throw damaged(`${name} is missing`);
      const hash = createHash('sha256');
      await pipeline(await zip.openReadStreamPromise(entry), hash);
      if (hash.digest('hex') !== about.sha256) throw damaged(`${name} changed while it was backed up`);
    }
  });
}

async function withZip<T>(
  path: string,
  work: (zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: Manifest) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true });
  try {
    const entries = new Map<string, Entry>();
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      if (entries.size >= maxEntries || bytes > maxBytes)
        throw new NewsroomError('input.too-large', { detail: 'the backup is larger than 2 GB' });
      entries.set(entry.fileName, entry);
    }
    const about = entries.get(manifestName);
    if (!about) throw damaged('it holds no list of files');
    const parsed = manifestSchema.safeParse(JSON.parse(await readText(await zip.openReadStreamPromise(about))));
    if (!parsed.success) throw damaged('its list of files does not read');
    return await work(zip, entries, parsed.data);
  } finally {
    zip.close();
  }
}

const damaged = (detail: string): NewsroomError =>
  new NewsroomError('import.not-readable', { detail: `the backup: ${detail}` });

/** Errors of the zip reader and of JSON are what a damaged backup looks like. */
function toNewsroomError(error: unknown): unknown {
  if (error instanceof NewsroomError) return error;
  if (errnoOf(error) === 'ENOENT') return damaged('there is no such file');
  if (errnoOf(error) !== undefined)
    return new NewsroomError('store.write-failed', { detail: errnoOf(error) ?? '' }, { cause: error });
  if (error instanceof SyntaxError || (error instanceof Error && /zip|central directory|end of/iu.test(error.message)))
    return damaged(error.message);
  return error;
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function* filesOf(layout: Layout): AsyncGenerator<string> {
  for (const name of kept) yield* filesBelow(join(layout.root, name));
}

async function* filesBelow(path: string): AsyncGenerator<string> {
  const about = await fs.lstat(path).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (about?.isFile()) yield path;
  if (!about?.isDirectory()) return;
  for (const name of (await fs.readdir(path)).sort()) if (!name.startsWith('.')) yield* filesBelow(join(path, name));
}
