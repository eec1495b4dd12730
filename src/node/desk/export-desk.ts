import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedRow } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { ExportedFile, Exporter, ExportOptions } from '../../core/export/exporter.js';
import { exporters, type ExportFormat } from '../../core/export/exporters.js';
import type { NinjsVersion } from '../../core/export/ninjs/ninjs-keys.js';
import type { Rendition } from '../../core/export/rendition.js';
import type { StoryId } from '../../core/ids.js';
import { storySlug } from '../../core/publication/story-address.js';
import { assertMayLeave } from '../../core/story/export-permission.js';
import type { Story } from '../../core/story/story.js';
import { withoutPrivate } from '../../core/story/without-private.js';
import { uniqueStem } from '../../core/text/file-name.js';
import type { DerivedPictures } from '../media/derived-pictures.js';
import { errnoOf, isMissing } from '../files/errno.js';
import { sha256, sha256Base64 } from '../files/sha256.js';
import type { Library } from '../library/library.js';
import { resourceBytes, resourceText } from '../resources.js';
import { checkExport } from '../validate/checked-export.js';
import { ExportManifest } from './export-manifest.js';
import { resolveRendition } from './resolve-rendition.js';
import { topicLabel } from './topics.js';

/** What goes out of a story at this moment: its frozen edition, or a proof of what it is now (decision 20). */
export interface Outgoing {
  readonly rendition: Rendition;
  /** Without private fields. */
  readonly story: Story;
}

export interface ExportJob {
  readonly ids: readonly StoryId[];
  readonly formats: readonly ExportFormat[];
  readonly folder: string;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Writes publishable files: rendered whole first, then put in place, so that a folder never holds half a story. */
export class ExportDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /**
   * The published edition or a proof.
   * @param present the text of the window where it is newer than the saved one
   * @throws NewsroomError `export.withheld`, `export.embargoed` for a story that may not leave
   */
  async outgoing(id: StoryId, present?: Story): Promise<Outgoing> {
    const story = present ?? (await this.#library.stories.read(id)).story;
    if (assertMayLeave(story, this.#library.world.now()) === 'edition') {
      const edition = await this.#library.editions.read(id, story.edition);
      if (edition) return { rendition: edition.rendition, story: edition.story };
    }
    return { rendition: await resolveRendition(this.#library, story, null, topicLabel), story: withoutPrivate(story) };
  }

  /** Yields a row for each file, and one for each story and format that was refused. */
  async *run(job: ExportJob): AsyncIterable<ExportedRow> {
    await makeOutFolder(job.folder);
    const manifest = await ExportManifest.read(job.folder);
    const total = job.ids.length * job.formats.length;
    let done = 0;
    for (const id of job.ids) {
      for (const format of job.formats) {
        if (job.isCancelled?.()) {
          await manifest.write();
          throw new NewsroomError('job.cancelled', {
            detail: `${String(done)} of ${String(total)} exports are written.`,
          });
        }
        yield* await this.#exportOne(id, format, job.folder, manifest);
        done += 1;
        job.onProgress?.(done, total);
      }
    }
    await manifest.write();
  }

  async #exportOne(
    id: StoryId,
    format: ExportFormat,
    folder: string,
    manifest: ExportManifest,
  ): Promise<readonly ExportedRow[]> {
    try {
      const { rendition, story } = await this.outgoing(id);
      const known = manifest.entry(id, format);
      const stem = known?.stem ?? uniqueStem(storySlug(story), manifest.stems(format, id));
      const exporter: Exporter = exporters[format];
      const outcome = await exporter.render(rendition, exportOptions(this.#library.derived, story, stem));
      const checked = await checkExport(outcome, exporter.validate);
      const prefix = exporter.shape === 'folder' ? `${stem}/` : '';
      const files = await this.#place(outcome.files, { folder, prefix, id, format, manifest });
      const { edition } = rendition;
      const valid = checked ? checked.faults.length === 0 : null;
      const { check, validator } = checked ?? { check: null, validator: null };
      manifest.set({ id, format, edition, stem, files, valid, validator, check });
      return files.map((file, at) => ({
        id,
        format,
        edition,
        ...file,
        valid: at === 0 ? valid : null,
        ...(at === 0 && checked ? { validator: checked.validator, check: checked.check } : {}),
        losses: at === 0 ? [...outcome.losses, ...faultLosses(checked?.faults ?? [])] : [],
      }));
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      return [{ id, format, outcome: 'refused', error: { code: error.code, message: error.userMessage } }];
    }
  }

  /** Writes all files of a story beside their places, then swaps them in. */
  async #place(
    files: readonly ExportedFile[],
    to: { folder: string; prefix: string; id: string; format: string; manifest: ExportManifest },
  ): Promise<{ path: string; bytes: number; sha256: string }[]> {
    const { folder, prefix, id, format, manifest } = to;
    const placed = await Promise.all(
      files.map(async ({ path, content }) => ({ path: prefix + path, bytes: await this.#bytesOf(content) })),
    );
    for (const { path } of placed) await assertFree(folder, path, manifest.owns(path, id, format));
    try {
      for (const { path, bytes } of placed) await replaceFile(join(folder, path), bytes);
      const kept = new Set(placed.map(({ path }) => path));
      for (const old of manifest.entry(id, format)?.files ?? [])
        if (!kept.has(old.path)) await fs.rm(join(folder, old.path), { force: true });
    } catch (error) {
      throw folderError(error);
    }
    return placed.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  }

  async #bytesOf(content: ExportedFile['content']): Promise<Uint8Array> {
    if (typeof content === 'string') return Buffer.from(content, 'utf8');
    if (content instanceof Uint8Array) return content;
    return this.#library.derived.bytes(content.media, content.render);
  }
}

// One function each for the whole program: the templates are parsed once for each source that they come from.
export const themeText = (name: string): string => resourceText('themes', 'default', ...name.split('/'));
const themeBytes = (name: string): Uint8Array => resourceBytes('themes', 'default', ...name.split('/'));

/** The program's theme and the desk's choices, as an exporter gets them. */
export function exportOptions(
  pictures: Pick<DerivedPictures, 'bytes'>,
  story: Story,
  stem: string,
  text = themeText,
  ninjs: NinjsVersion = '2.2',
): ExportOptions {
  const pictureBytes: ExportOptions['pictureBytes'] = ({ media, render }) => pictures.bytes(media, render);
  return { themeText: text, themeBytes, stem, story, ninjs, sha256Base64, pictureBytes };
}

const faultLosses = (faults: readonly string[]): { what: string; count: number; detail: string }[] =>
  faults.map((detail) => ({ what: 'invalid', count: 1, detail }));

async function makeOutFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderError(error);
  }
}

async function assertFree(folder: string, path: string, isOurs: boolean): Promise<void> {
  if (isOurs) return;
  try {
    await fs.lstat(join(folder, path));
  } catch (error) {
    if (isMissing(error)) return;
    throw folderError(error);
  }
  throw new NewsroomError('export.folder', { detail: `"${path}" is there already and was not written by Copydesk` });
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.copydesk-tmp`;
  await fs.writeFile(temporary, bytes);
  await fs.rename(temporary, path);
}

/** A refusal of the system while writing the output; bugs pass as they are. */
function folderError(error: unknown): unknown {
  const code = errnoOf(error);
  return code === undefined ? error : new NewsroomError('export.folder', { detail: code }, { cause: error });
}
