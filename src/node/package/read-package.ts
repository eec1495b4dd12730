import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { buffer as readBuffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { NewsroomError } from '../../core/errors.js';
import { mediaId, type MediaId } from '../../core/ids.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import {
  packageEntries,
  packageLimits,
  packageManifestSchema,
  packageMime,
  packageVersion,
  type PackageManifest,
} from '../../core/package/story-package.js';
import { storySchema, type Story } from '../../core/story/story.js';
import { errnoOf } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';

/** A package that was opened and whose list of parts was believed; each part is checked when it is read. */
export class StoryPackage {
  readonly manifest: PackageManifest;
  /** SHA-256 of the whole file. */
  readonly sha256: string;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: PackageManifest, hash: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.manifest = manifest;
    this.sha256 = hash;
  }

  /**
   * Runs `work` on the package of a file, which is closed after it.
   * @throws NewsroomError `import.not-readable`, `input.too-large`, `store.newer`
   */
  static async with<T>(path: string, work: (opened: StoryPackage) => Promise<T>): Promise<T> {
    let zip: ZipFile | undefined;
    try {
      const hash = createHash('sha256');
      const { size } = await fs.stat(path);
      if (size > packageLimits.bytes) throw tooLarge();
      await pipeline(createReadStream(path), hash);
      zip = await openPromise(path, { autoClose: false, validateEntrySizes: true });
      const entries = await entriesOf(zip);
      const known = { zip, entries };
      if ((await text(known, packageEntries.mimetype, 200)) !== packageMime) throw damaged('it is no story package');
      const manifest = manifestOf(await text(known, packageEntries.manifest, packageLimits.textBytes));
      return await work(new StoryPackage(zip, entries, manifest, hash.digest('hex')));
    } catch (error) {
      throw toNewsroomError(error);
    } finally {
      zip?.close();
    }
  }

  /**
   * What a package says of itself, without reading its parts: for a list of many. The file is not checked as a whole.
   * @throws NewsroomError as `with`
   */
  static async manifestOf(path: string): Promise<PackageManifest> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(path, { autoClose: false, validateEntrySizes: true });
      const known = { zip, entries: await entriesOf(zip) };
      if ((await text(known, packageEntries.mimetype, 200)) !== packageMime) throw damaged('it is no story package');
      const manifest = manifestOf(await text(known, packageEntries.manifest, packageLimits.textBytes));
      const missing = Object.keys(manifest.files).find((name) => !known.entries.has(name));
      if (missing !== undefined) throw damaged(`${missing.slice(0, 80)} is missing`);
      return manifest;
    } catch (error) {
      throw toNewsroomError(error);
    } finally {
      zip?.close();
    }
  }

  /** The story as it was handed over, with the very text that its hash is of. */
  async story(): Promise<Story> {
    const { sha256: hash } = this.manifest.story;
    return this.#state(packageEntries.story, hash);
  }

  /** The newest state that both desks had; null = this is the first time that it travels. */
  async base(): Promise<Story | null> {
    const [newest] = this.manifest.bases;
    return newest ? this.#state(newest.path, newest.sha256) : null;
  }

  /** A frozen edition that it carries, as its file is; undefined where there is none. */
  async edition(number: number): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(`editions/${String(number)}.json`);
    if (!entry) return undefined;
    if (entry.uncompressedSize > packageLimits.textBytes) throw tooLarge();
    return readBuffer(await this.#zip.openReadStreamPromise(entry));
  }

  /** The pictures that it carries, one at a time: no more than one is held. */
  async *pictures(): AsyncGenerator<{ readonly id: MediaId; readonly bytes: Uint8Array }> {
    for (const name of Object.keys(this.manifest.media)) {
      const id = mediaId.safeParse(name);
      if (!id.success) throw damaged(`"${name.slice(0, 80)}" is no picture`);
      const entry = this.#entries.get(`media/${id.data}`);
      if (!entry) throw damaged(`the picture ${id.data} is missing`);
      if (entry.uncompressedSize > pictureLimits.kept.bytes) throw tooLarge();
      const bytes = await readBuffer(await this.#zip.openReadStreamPromise(entry));
      if (sha256(bytes) !== id.data.slice(0, 64)) throw damaged(`the picture ${id.data} is not as it was sent`);
      yield { id: id.data, bytes };
    }
  }

  async #state(name: string, hash: string): Promise<Story> {
    const content = await text({ zip: this.#zip, entries: this.#entries }, name, packageLimits.textBytes);
    if (sha256(content) !== hash) throw damaged(`${name} is not as it was sent`);
    const parsed = storySchema.safeParse(JSON.parse(content));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw damaged(`${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
}

interface Opened {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (entries.size >= packageLimits.entries || bytes > packageLimits.bytes) throw tooLarge();
    // Two parts of one name: nobody can know which of them was meant.
    if (entries.has(entry.fileName)) throw damaged(`"${entry.fileName.slice(0, 80)}" stands in it twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function text({ zip, entries }: Opened, name: string, limit: number): Promise<string> {
  const entry = entries.get(name);
  if (!entry) throw damaged(`${name} is missing`);
  if (entry.uncompressedSize > limit) throw tooLarge();
  const bytes = await readBuffer(await zip.openReadStreamPromise(entry));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function manifestOf(content: string): PackageManifest {
  const value: unknown = JSON.parse(content);
  const version = typeof value === 'object' && value !== null && 'version' in value ? Number(value.version) : 0;
  if (version > packageVersion) throw new NewsroomError('store.newer', { found: version, known: packageVersion });
  const parsed = packageManifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw damaged(`its list of parts: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

const tooLarge = (): NewsroomError =>
  new NewsroomError('input.too-large', { detail: 'The package holds more than a story package may' });
const damaged = (detail: string): NewsroomError => new NewsroomError('import.not-readable', { detail });

/** What a damaged or cut-off file makes its readers throw: of the zip, of JSON, of UTF-8. */
function toNewsroomError(error: unknown): unknown {
  if (error instanceof NewsroomError) return error;
  const code = errnoOf(error);
  if (code === 'ENOENT') return damaged('there is no such file');
  if (code === 'EISDIR') return damaged('it is a folder');
  // JSON that is none, or nested so deep that its reader runs out of stack.
  if (error instanceof SyntaxError || error instanceof RangeError) return damaged(error.message);
  if (code?.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged('it is damaged');
  if (
    error instanceof Error &&
    /zip|central directory|end of|entry|signature|file size|compress|inflate|byte/iu.test(error.message)
  )
    return damaged('it is damaged or was cut off on its way');
  return error;
}
