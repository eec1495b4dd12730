import * as fs from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { errnoOf, isMissing } from './errno.js';
import { flushFolder, temporaryName, writeDurably } from './write-durably.js';

/** What a file system without hard links says (FAT and exFAT on a stick, some network drives). */
const cannotLink = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL']);

/**
 * Puts a whole file under the first free name of a folder: `name`, else `name-2`, `name-3` … Nothing is overwritten, also
 * where another machine takes the name at the same moment. Without hard links there is a gap of a moment between the look
 * and the rename. Answers the path.
 */
export async function placeNew(from: string, folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number += 1) {
    const target = join(folder, number === 1 ? name : `${stem}-${String(number)}${ending}`);
    if (!(await tryPlace(from, target))) continue;
    await flushFolder(folder);
    if (dirname(from) !== folder) await flushFolder(dirname(from));
    return target;
  }
}

/** Writes a new file, whole at once, under the first free name of a folder. Answers the path. */
export async function writeNew(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const temporary = temporaryName(join(folder, name));
  try {
    await writeDurably(temporary, content, { flushFolder: false });
    return await placeNew(temporary, folder, name);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function tryPlace(from: string, target: string): Promise<boolean> {
  try {
    await fs.link(from, target);
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!cannotLink.has(code)) throw error;
    if (!(await isFree(target))) return false;
    await fs.rename(from, target);
    return true;
  }
  await fs.unlink(from);
  return true;
}

const isFree = (path: string): Promise<boolean> =>
  fs.lstat(path).then(
    () => false,
    (error: unknown) => {
      if (isMissing(error)) return true;
      throw error;
    },
  );
