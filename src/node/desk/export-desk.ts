import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedRow } from '../../core/contract/export-calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { CollectionExporter } from '../../core/export/collection.js';
import { collections } from '../../core/export/collections.js';
import type { ExportedFile, Exporter, ExportOptions, ExportOutcome } from '../../core/export/exporter.js';
import { exporters } from '../../core/export/exporters.js';
import type { NinjsVersion } from '../../core/export/ninjs/ninjs-keys.js';
import {
  type AnyFormat,
  type CollectionFormat,
  type ExportFormat,
  isCollectionFormat,
  isExportFormat,
} from '../../core/export/format-names.js';
import type { Rendition } from '../../core/export/rendition.js';
import { withdrawalNotice, type Withdrawal } from '../../core/export/withdrawal.js';
import type { StoryId } from '../../core/ids.js';
import { storySlug } from '../../core/publication/story-address.js';
import { assertMayLeave } from '../../core/story/export-permission.js';
import { isPublic, isWithdrawn } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { withoutPrivate } from '../../core/story/without-private.js';
import { uniqueStem } from '../../core/text/file-name.js';
import type { DerivedPictures } from '../media/derived-pictures.js';
import { sha256Base64 } from '../files/sha256.js';
import type { Library } from '../library/library.js';
import { resourceBytes, resourceText } from '../resources.js';
import { checkExport } from '../validate/checked-export.js';
import { ExportManifest, type ManifestEntry } from './export-manifest.js';
import { PagePrinter } from '../print/page-printer.js';
import { bytesOf, makeOutFolder, placeFiles } from './place-files.js';
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
  readonly formats: readonly AnyFormat[];
  readonly folder: string;
  /** Only editions that this folder does not have yet; proofs are left out. */
  readonly sinceLast?: boolean;
  readonly ninjs?: NinjsVersion;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

type Printer = Pick<PagePrinter, 'print' | 'end'>;
type PrintPage = NonNullable<ExportOptions['printPage']>;

/** Writes publishable files: rendered whole first, then put in place, so that a folder never holds half a story. */
export class ExportDesk {
  readonly #library: Library;
  readonly #newPrinter: () => Printer;

  constructor(library: Library, newPrinter: () => Printer = () => new PagePrinter()) {
    this.#library = library;
    this.#newPrinter = newPrinter;
  }

  /**
   * The published edition or a proof.
   * @param present the text of the window where it is newer than the saved one
   * @throws NewsroomError `export.withheld`, `export.embargoed` for a story that may not leave
   */
  async outgoing(id: StoryId, present?: Story, takesNotice = false): Promise<Outgoing> {
    const story = present ?? (await this.#library.stories.read(id)).story;
    if (takesNotice && isWithdrawn(story.state)) return this.#notice(story, story.state);
    if (assertMayLeave(story, this.#library.world.now()) === 'edition') {
      const edition = await this.#library.editions.read(id, story.edition);
      if (edition) return { rendition: edition.rendition, story: edition.story };
    }
    return { rendition: await resolveRendition(this.#library, story, null, topicLabel), story: withoutPrivate(story) };
  }

  /** The notice that a story was taken back: frozen with the move, or made from the last edition of an older version. */
  async #notice(story: Story, withdrawal: Withdrawal): Promise<Outgoing> {
    const edition = await this.#library.editions.read(story.id, story.edition);
    if (edition?.rendition.withdrawal !== undefined) return { rendition: edition.rendition, story: edition.story };
    const whole = edition?.rendition ?? (await resolveRendition(this.#library, story, null, topicLabel));
    const rendition = withdrawalNotice(whole, withdrawal, story.notice, story.modifiedAt);
    return {
      rendition,
      story: { ...withoutPrivate(story), body: rendition.body, dek: '', leadImage: null, related: [] },
    };
  }

  /** Yields a row for each file, and one for each story and format that was refused. */
  async *run(job: ExportJob): AsyncIterable<ExportedRow> {
    await makeOutFolder(job.folder);
    const manifest = await ExportManifest.read(job.folder);
    const printer = this.#newPrinter();
    const printPage = this.#printPage(printer);
    const single = job.formats.filter(isExportFormat);
    const many = job.formats.filter(isCollectionFormat);
    const total = job.ids.length * single.length + many.length;
    let done = 0;
    const placed = new Set<StoryId>();
    const step = async (rows: () => Promise<readonly ExportedRow[]>): Promise<readonly ExportedRow[]> => {
      if (job.isCancelled?.()) {
        const detail = `${String(done)} of ${String(total)} exports are written.`;
        throw new NewsroomError('job.cancelled', { detail });
      }
      const made = await rows();
      done += 1;
      job.onProgress?.(done, total);
      return made;
    };
    try {
      for (const id of job.ids) {
        // Resolved once, whatever the number of formats, and not at all where none is wanted.
        const resolved = new Map<boolean, Promise<Outgoing>>();
        for (const format of single) {
          const takesNotice = exporters[format].carriesNotices === true;
          const outgoing = (): Promise<Outgoing> => {
            const known = resolved.get(takesNotice) ?? this.outgoing(id, undefined, takesNotice);
            resolved.set(takesNotice, known);
            return known;
          };
          const rows = await step(() => this.#exportOne(id, format, { outgoing, printPage }, job, manifest));
          if (rows.some(({ outcome }) => outcome !== 'refused')) placed.add(id);
          yield* rows;
        }
      }
      for (const format of many) yield* await step(() => this.#exportMany(format, job, manifest, placed));
    } finally {
      // Also where the reader of the rows stopped: what was written is known.
      await manifest.write();
      await printer.end();
      await this.#library.exported.note([...placed], this.#library.world.now());
    }
  }

  #printPage(printer: Printer): PrintPage {
    const bytes = ({ content }: ExportedFile): Promise<Uint8Array> => bytesOf(content, this.#library.derived);
    return async (files, paper) =>
      printer.print(
        await Promise.all(files.map(async (file) => ({ path: file.path, bytes: await bytes(file) }))),
        paper,
      );
  }

  async #exportOne(
    id: StoryId,
    format: ExportFormat,
    { outgoing, printPage }: { readonly outgoing: () => Promise<Outgoing>; readonly printPage: PrintPage },
    { folder, ninjs, sinceLast = false }: ExportJob,
    manifest: ExportManifest,
  ): Promise<readonly ExportedRow[]> {
    try {
      if (sinceLast && !(await this.#isNew(id, manifest.entry(id, format), folder))) return [];
      const { rendition, story } = await outgoing();
      const known = manifest.entry(id, format);
      const stem = known?.stem ?? uniqueStem(storySlug(story), manifest.stems(format, id));
      const exporter: Exporter = exporters[format];
      const options = { ...exportOptions(this.#library.derived, story, stem), printPage, ninjs: ninjs ?? '2.2' };
      const outcome = await exporter.render(rendition, options);
      const prefix = exporter.shape === 'folder' ? `${stem}/` : '';
      const { edition } = rendition;
      return await this.#place(outcome, { folder, prefix, id, format, manifest, stem, edition, exporter });
    } catch (error) {
      return refusal(error, id, format);
    }
  }

  /** One file of all the stories that may stand in it; a story that may not leave is told of and left out. */
  async #exportMany(
    format: CollectionFormat,
    { ids, folder }: ExportJob,
    manifest: ExportManifest,
    placed: Set<StoryId>,
  ): Promise<readonly ExportedRow[]> {
    const exporter: CollectionExporter = collections[format];
    const rows: ExportedRow[] = [];
    const renditions: Rendition[] = [];
    const held: StoryId[] = [];
    for (const id of ids)
      try {
        const { rendition } = await this.outgoing(id);
        if (rendition.edition === null && !exporter.takesProofs) continue;
        renditions.push(rendition);
        held.push(id);
      } catch (error) {
        rows.push(...refusal(error, id, format));
      }
    try {
      const outcome = exporter.render(renditions, { settings: this.#library.settings.value, themeText });
      const place = { folder, prefix: '', id: everyStory, format, manifest, stem: exporter.fileName, edition: null };
      const files = await this.#place(outcome, { ...place, exporter });
      for (const id of held) placed.add(id);
      return [...files.map((row) => ({ ...row, stories: renditions.length })), ...rows];
    } catch (error) {
      return [...refusal(error, everyStory, format), ...rows];
    }
  }

  /** Whether a folder lacks the newest edition of a story, or the file of it was taken away. */
  async #isNew(id: StoryId, known: ManifestEntry | undefined, folder: string): Promise<boolean> {
    const { story } = await this.#library.stories.read(id);
    if (!isPublic(story.state)) return false;
    if (known?.edition !== story.edition) return true;
    const there = known.files.map(({ path }) => existsSync(join(folder, path)));
    return there.includes(false);
  }

  /** Checked first, then put in its place and into the list of what the folder holds. */
  async #place(
    outcome: ExportOutcome,
    to: {
      readonly folder: string;
      readonly prefix: string;
      readonly id: string;
      readonly format: AnyFormat;
      readonly manifest: ExportManifest;
      readonly stem: string;
      readonly edition: number | null;
      readonly exporter: Pick<Exporter, 'validate'>;
    },
  ): Promise<ExportedRow[]> {
    const { id, format, edition, manifest, stem, exporter } = to;
    const checked = await checkExport(outcome, exporter.validate);
    const files = await placeFiles(outcome.files, to, this.#library.derived);
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
  }
}

/** Stands for the id where a file holds many stories. */
const everyStory = '*';

/** An expected trouble as a row; a bug passes as it is. */
function refusal(error: unknown, id: string, format: AnyFormat): ExportedRow[] {
  if (!(error instanceof NewsroomError)) throw error;
  return [{ id, format, outcome: 'refused', error: { code: error.code, message: error.userMessage } }];
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
): ExportOptions {
  const pictureBytes: ExportOptions['pictureBytes'] = ({ media, render }) => pictures.bytes(media, render);
  return { themeText: text, themeBytes, stem, story, ninjs: '2.2', sha256Base64, pictureBytes, printPage: null };
}

const faultLosses = (faults: readonly string[]): { what: string; count: number; detail: string }[] =>
  faults.map((detail) => ({ what: 'invalid', count: 1, detail }));
