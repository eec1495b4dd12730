import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { claimName, claimSchema, holdingClaim, isClaimName, type Claim } from '../../core/package/claim.js';
import { standingsOf, type FolderFile, type FolderRow, type KnownHere } from '../../core/package/folder-row.js';
import { packageExtension } from '../../core/package/story-package.js';
import { NewsroomError } from '../../core/errors.js';
import { storyId, type StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { folderError } from '../files/folder-error.js';
import { placeNew } from '../files/place-new.js';
import { sha256 } from '../files/sha256.js';
import { makeFolder, removeDurably, writeDurably } from '../files/write-durably.js';
import { HandOverDesk, type Receipt } from '../desk/hand-over-desk.js';
import { TakeInDesk } from '../desk/take-in-desk.js';
import type { TakenIn } from '../desk/taken-in.js';
import type { Library } from '../library/library.js';
import { StoryPackage } from '../package/read-package.js';

/** Files that are looked at, by name. A folder with more is told of as one. */
const mostFiles = 500;
const mostClaimBytes = 8_192;
/** Where files go that were taken in: out of the way, and not gone. */
const doneFolder = 'done';

export interface FolderList {
  readonly rows: readonly FolderRow[];
  /** Stories that were there at the last look, that nobody here took in, and that are gone. */
  readonly vanished: readonly string[];
  /** Files that were not looked at. */
  readonly more: number;
}

interface Seen {
  readonly key: string;
  readonly file: FolderFile | 'partial' | 'refused';
}

/**
 * A folder that several desks share, on a disk of the network, a stick or by any sync tool: the outbox of one and the
 * inbox of another. Files are told by what they hold. Nothing of another desk is overwritten or removed; what was taken in
 * moves aside, into `done`.
 */
export class SharedFolder {
  readonly #library: Library;
  readonly #path: string;
  /** What was read of each file, by name, while its size and time stay. */
  readonly #seen = new Map<string, Seen>();
  /** What waited for this desk at the last look, by guid and state. */
  #waiting = new Map<string, string>();

  constructor(library: Library, path: string) {
    this.#library = library;
    this.#path = path;
  }

  get path(): string {
    return this.#path;
  }

  /** Puts a story in, whole at once, under a name that no other desk writes. @throws NewsroomError `folder.gone`, `export.folder` */
  async place(
    id: StoryId,
    about: { readonly to: string; readonly note: string; readonly person: Person | null },
  ): Promise<Receipt> {
    await this.#names();
    return new HandOverDesk(this.#library).handOver({
      id,
      target: this.#path,
      mark: this.#deskId.slice(0, 4),
      ...about,
    });
  }

  /** All that lies in the folder. @throws NewsroomError `folder.gone` */
  async list(): Promise<FolderList> {
    const names = await this.#names();
    const claims = await this.#claims(names);
    const { files, others, more } = await this.#files(names);
    const known = new Map<FolderFile, KnownHere | null>();
    for (const file of files) known.set(file, await this.#known(file));
    const now = this.#library.world.now();
    const rows = standingsOf(files, (file) => known.get(file) ?? null).map(({ file, standing, id }): FolderRow => {
      const claim = holdingClaim(claims, file.guid, now);
      return { name: file.name, standing, file, id, claim: claim && { ...claim, isOwn: claim.desk === this.#deskId } };
    });
    const vanished = await this.#vanishedSince(rows);
    const byName = [...rows, ...others].toSorted((one, other) => (one.name < other.name ? -1 : 1));
    return { rows: byName, vanished, more };
  }

  /** Says that somebody here works on a story. @throws NewsroomError `folder.no-file`, `folder.claimed`, `export.folder` */
  async claim(name: string, person: Person | null): Promise<void> {
    const file = await this.#file(name);
    await this.#assertFree(file.guid);
    const claim: Claim = {
      format: 'copydesk-claim',
      version: 1,
      guid: file.guid,
      desk: this.#deskId,
      person: person?.name ?? '',
      at: this.#library.world.now().toISOString(),
    };
    try {
      await writeDurably(join(this.#path, claimName(claim, sha256)), `${JSON.stringify(claim)}\n`);
    } catch (error) {
      throw folderError(error);
    }
  }

  /** Takes this desk's claim back; where there is none nothing happens. */
  async release(name: string): Promise<void> {
    await this.#unclaim((await this.#file(name)).guid);
  }

  /** By what the files say, not by their names: a sync tool may have made a second copy of this desk’s claim. */
  async #unclaim(guid: string): Promise<void> {
    for (const name of (await this.#names()).filter(isClaimName)) {
      const claim = await readClaim(join(this.#path, name));
      if (claim?.guid === guid && claim.desk === this.#deskId) await removeDurably(join(this.#path, name));
    }
  }

  /**
   * Takes a file in: as a new story, or merged. What was taken moves into `done`.
   * @throws NewsroomError `folder.no-file`, `folder.own`, `folder.claimed` by another desk, and the codes of taking in
   */
  async take(name: string, person: Person | null): Promise<TakenIn> {
    const file = await this.#file(name);
    if ((await this.#known(file))?.had === 'out') throw new NewsroomError('folder.own', { name });
    await this.#assertFree(file.guid);
    const path = join(this.#path, name);
    const before = await sameFile(path);
    const taken = await new TakeInDesk(this.#library).takeIn({ path, person, take: null });
    this.#waiting.delete(keyOf(file));
    await this.#unclaim(file.guid);
    // Another state may lie there by now, which nobody has read.
    if (before !== '' && (await sameFile(path)) === before) await this.#putAside(name);
    return taken;
  }

  get #deskId(): string {
    return this.#library.file.deskId;
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await fs.readdir(this.#path);
    } catch (error) {
      const code = errnoOf(error);
      if (code === undefined) throw error;
      throw new NewsroomError('folder.gone', { detail: code }, { cause: error });
    }
  }

  /** The package of a name that is in the folder: never a path that leads out of it. */
  async #file(name: string): Promise<FolderFile> {
    const isThere = (await this.#names()).includes(name);
    const file = isThere ? await this.#read(name) : undefined;
    if (typeof file !== 'object') throw new NewsroomError('folder.no-file', { name });
    return file;
  }

  async #assertFree(guid: string): Promise<void> {
    const claim = holdingClaim(await this.#claims(await this.#names()), guid, this.#library.world.now());
    if (claim && claim.desk !== this.#deskId)
      throw new NewsroomError('folder.claimed', { name: claim.person || 'Another desk', at: claim.at });
  }

  async #claims(names: readonly string[]): Promise<readonly Claim[]> {
    const claims: Claim[] = [];
    for (const name of names.filter(isClaimName).slice(0, mostFiles)) {
      const claim = await readClaim(join(this.#path, name));
      if (claim) claims.push(claim);
    }
    return claims;
  }

  async #files(
    names: readonly string[],
  ): Promise<{ readonly files: readonly FolderFile[]; readonly others: readonly FolderRow[]; readonly more: number }> {
    const packages = names.filter((name) => name.toLowerCase().endsWith(`.${packageExtension}`)).toSorted();
    const looked = packages.slice(0, mostFiles);
    for (const name of this.#seen.keys()) if (!packages.includes(name)) this.#seen.delete(name);
    const files: FolderFile[] = [];
    const others: FolderRow[] = [];
    for (const name of looked) {
      const file = await this.#read(name);
      if (typeof file === 'object') files.push(file);
      else if (file) others.push({ name, standing: file, file: null, id: null, claim: null });
    }
    return { files, others, more: packages.length - looked.length };
  }

  /** What a file holds; undefined where it went meanwhile. A link or a device is never opened. */
  async #read(name: string): Promise<Seen['file'] | undefined> {
    const path = join(this.#path, name);
    try {
      const stat = await fs.lstat(path);
      if (!stat.isFile()) return 'refused';
      const key = fileKey(stat);
      const known = this.#seen.get(name);
      if (known?.key === key) return known.file;
      const file = await this.#manifest(path, name);
      this.#seen.set(name, { key, file });
      return file;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #manifest(path: string, name: string): Promise<Seen['file']> {
    try {
      const { story, createdAt, desk, from, to, note } = await StoryPackage.manifestOf(path);
      const { guid, sha256: state, revision, headline } = story;
      return { name, guid, state, revision, createdAt, desk, headline, from, to, note };
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      // A file that is still being carried and one that was cut off look the same; both may be whole at the next look.
      return error.code === 'import.not-readable' ? 'partial' : 'refused';
    }
  }

  async #known({ guid, state, desk }: FolderFile): Promise<KnownHere | null> {
    const row = this.#library.index.sql.get('SELECT id, sha256 FROM stories WHERE guid = ? LIMIT 1', [guid]);
    if (!row) return null;
    const id = storyId.parse(row['id']);
    const exchanges = await this.#library.exchanges.crossings(id);
    const exchange = exchanges.find(({ stateSha256 }) => stateSha256 === state);
    // One that another desk sends back as it was is taken already.
    const isOwn = desk === '' || desk === this.#deskId;
    if (exchange) return { id, had: exchange.direction === 'out' && isOwn ? 'out' : 'in' };
    if (row['sha256'] === state) return { id, had: 'now' };
    // What came later was built on it.
    return {
      id,
      had: exchanges.some(({ direction, bases }) => direction === 'in' && bases.includes(state)) ? 'in' : null,
    };
  }

  /** What a sync tool or a colleague took away under our eyes: told, since nothing else would say it. */
  async #vanishedSince(rows: readonly FolderRow[]): Promise<readonly string[]> {
    const before = this.#waiting;
    const here = new Set(rows.flatMap(({ file }) => (file ? [keyOf(file)] : [])));
    this.#waiting = new Map(
      rows.flatMap(({ standing, file }) =>
        file && (standing === 'new' || standing === 'newer') ? [[keyOf(file), file.headline] as const] : [],
      ),
    );
    const gone = [...before].filter(([key]) => !here.has(key));
    if (gone.length === 0) return [];
    const done = await this.#done();
    return gone.flatMap(([key, headline]) => (done.has(key) ? [] : [headline]));
  }

  /** What somebody has taken in: it is not lost. Looked into only where something is gone. */
  async #done(): Promise<ReadonlySet<string>> {
    const folder = join(this.#path, doneFolder);
    const names = await fs.readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const keys = new Set<string>();
    for (const name of names.slice(-mostFiles)) {
      const file = await this.#manifest(join(folder, name), name);
      if (typeof file === 'object') keys.add(keyOf(file));
    }
    return keys;
  }

  async #putAside(name: string): Promise<void> {
    const folder = join(this.#path, doneFolder);
    try {
      await makeFolder(folder);
      await placeNew(join(this.#path, name), folder, name);
    } catch (error) {
      // The story is in; a file that another hand took away, or a folder that nobody may write in, changes nothing of it.
      if (errnoOf(error) === undefined) throw error;
    }
  }
}

/** Tells whether a file is the one that was looked at before. */
const fileKey = ({ size, mtimeMs, ino }: Stats): string => `${String(size)} ${String(mtimeMs)} ${String(ino)}`;

const sameFile = (path: string): Promise<string> =>
  fs.lstat(path).then(fileKey, (error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });

const keyOf = ({ guid, state }: FolderFile): string => `${guid} ${state}`;

async function readClaim(path: string): Promise<Claim | null> {
  try {
    const stat = await fs.lstat(path);
    if (!stat.isFile() || stat.size > mostClaimBytes) return null;
    const parsed = claimSchema.safeParse(JSON.parse(await fs.readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // Half a claim is none yet; one that went is none any more.
    if (error instanceof SyntaxError || isMissing(error)) return null;
    throw error;
  }
}
