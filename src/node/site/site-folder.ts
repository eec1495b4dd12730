import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { folderError } from '../files/folder-error.js';
import { LibraryLock } from '../library/library-lock.js';
import { manifestText, SiteManifest, workFolder, type SiteEntry } from './site-manifest.js';

const journalSchema = z.object({
  /** Path of each new file, by its number in the stage. */
  put: z.array(z.string()),
  remove: z.array(z.string()),
});
type Journal = z.infer<typeof journalSchema>;

/**
 * A site's folder on a disk. Changed files are written beside the site first (the stage); then a journal says what is to
 * be done, and from that moment the new site is certain: a run that is killed before it leaves the old site, one that is
 * killed after it is carried to its end by the next that opens the folder. Files are put in place in such an order that
 * no page leads to one that is not there yet, and none goes before the last page that leads to it.
 */
export class SiteFolder {
  readonly #folder: string;
  readonly #lock: LibraryLock;
  readonly #staged: string[] = [];
  readonly manifest: SiteManifest;

  private constructor(folder: string, lock: LibraryLock) {
    this.#folder = folder;
    this.#lock = lock;
    this.manifest = SiteManifest.read(folder);
  }

  /** @throws NewsroomError `export.folder`, `site.busy` */
  static async open(folder: string, nonce: string): Promise<SiteFolder> {
    try {
      fs.mkdirSync(join(folder, workFolder), { recursive: true });
      const taken = await LibraryLock.acquire(join(folder, workFolder, 'lock'), nonce);
      if (!('lock' in taken)) throw new NewsroomError('site.busy', { owner: taken.heldBy });
      finishJournal(folder);
      fs.rmSync(join(folder, workFolder, 'stage'), { recursive: true, force: true });
      return new SiteFolder(folder, taken.lock);
    } catch (error) {
      throw folderError(error);
    }
  }

  /** Keeps a file for later. @throws NewsroomError `export.folder` where a file of somebody else stands */
  stage(path: string, bytes: string | Uint8Array): void {
    try {
      if (!this.manifest.entry(path) && fs.lstatSync(join(this.#folder, path), { throwIfNoEntry: false })) {
        const detail = `"${path}" is there already and was not written by Copydesk`;
        throw new NewsroomError('export.folder', { detail });
      }
      const stage = join(this.#folder, workFolder, 'stage');
      if (this.#staged.length === 0) fs.mkdirSync(stage, { recursive: true });
      fs.writeFileSync(join(stage, String(this.#staged.length)), bytes);
      this.#staged.push(path);
    } catch (error) {
      throw folderError(error);
    }
  }

  /** A file as it stands now. */
  read(path: string): Uint8Array {
    return fs.readFileSync(join(this.#folder, path));
  }

  /** Puts everything in place: new files in the order in which they were staged, then what is gone is removed. */
  finish(files: ReadonlyMap<string, SiteEntry>, remove: readonly string[]): void {
    const work = join(this.#folder, workFolder);
    const text = manifestText(files);
    try {
      if (this.#staged.length === 0 && remove.length === 0) {
        if (text === readIfThere(join(work, 'manifest.json'))) return;
        writeInPlace(join(work, 'manifest.json'), text);
        return;
      }
      fs.writeFileSync(join(work, 'manifest.next'), text);
      writeInPlace(
        join(work, 'journal.json'),
        JSON.stringify({ put: this.#staged, remove: [...remove] } satisfies Journal),
      );
      finishJournal(this.#folder);
    } catch (error) {
      throw folderError(error);
    }
  }

  async close(): Promise<void> {
    fs.rmSync(join(this.#folder, workFolder, 'stage'), { recursive: true, force: true });
    await this.#lock.release();
  }
}

/** Does what a journal says; done twice it does the same. */
function finishJournal(folder: string): void {
  const work = join(folder, workFolder);
  const text = readIfThere(join(work, 'journal.json'));
  if (text === '') return;
  const { put, remove } = journalSchema.parse(JSON.parse(text));
  const made = new Set<string>();
  const order = [...put.entries()];
  // Pictures are staged last, since only the pages say which are needed, but put in place first.
  const isPicture = ([, path]: [number, string]): boolean => path.startsWith('media/');
  const sorted = [...order.filter(isPicture), ...order.filter((each) => !isPicture(each))];
  for (const [number, path] of sorted) {
    const target = join(folder, path);
    if (!made.has(dirname(target))) fs.mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    moveIfThere(join(work, 'stage', String(number)), target);
  }
  for (const path of remove) {
    fs.rmSync(join(folder, path), { force: true });
    removeEmpty(folder, dirname(path));
  }
  moveIfThere(join(work, 'manifest.next'), join(work, 'manifest.json'));
  fs.rmSync(join(work, 'journal.json'), { force: true });
}

/** A file that is gone from the stage is in its place already. */
function moveIfThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Folders that hold nothing any more, up to the site's own. */
function removeEmpty(folder: string, path: string): void {
  for (let at = path; at !== '.' && at !== ''; at = dirname(at)) {
    try {
      fs.rmdirSync(join(folder, at));
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return;
    }
  }
}

function writeInPlace(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const handle = fs.openSync(temporary, 'w');
  try {
    fs.writeFileSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(temporary, path);
}

function readIfThere(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
