import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { NewsroomError } from '../../core/errors.js';
import { isMissing } from '../files/errno.js';
import { maxFileBytes } from '../files/sealed-file.js';
import type { Layout } from '../library/layout.js';

const unpack = promisify(gunzip);
const pictureName = /[0-9a-f]{64}\.(?:jpg|png|gif|webp|avif)/gu;

/**
 * Every picture that any text of the library names: stories, their history, drafts, editions, unfinished work and what
 * lies in quarantine. The files are read as they are, damaged ones too, and not by way of the index.
 * @throws NewsroomError `media.clean-unsure` where a packed version cannot be read: what it names cannot be known
 */
export async function namedPictures(layout: Layout): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const folder of [
    layout.stories,
    layout.history,
    layout.drafts,
    layout.editions,
    layout.journal,
    layout.quarantine,
  ])
    for await (const path of filesBelow(folder)) {
      const text = await textOf(path);
      for (const [name] of text.matchAll(pictureName)) named.add(name);
    }
  return named;
}

async function textOf(path: string): Promise<string> {
  const bytes = await fs.readFile(path);
  if (!path.endsWith('.gz')) return bytes.toString('latin1');
  try {
    return (await unpack(bytes, { maxOutputLength: maxFileBytes })).toString('latin1');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new NewsroomError(
      'media.clean-unsure',
      { detail: path.split(/[\\/]/u).slice(-2).join('/') },
      { cause: error },
    );
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  let entries;
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
