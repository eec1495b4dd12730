import * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMissing } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

/**
 * Keeps an unchanged copy of a damaged file before anything may replace it. The same bytes are kept once: opening the
 * same damaged story twice makes one copy. Answers the copy's path; undefined where there is nothing to read (a folder,
 * a link, a file that is gone).
 */
export async function keepInQuarantine(layout: Layout, path: string, reason: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    if (!(await fs.lstat(path)).isFile()) return undefined;
    bytes = await fs.readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const copy = join(layout.quarantine, `${basename(path, '.json')}.${reason}.${sha256(bytes).slice(0, 12)}.json`);
  try {
    await fs.access(copy);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await writeDurably(copy, bytes);
  }
  return copy;
}
