import type { ImportedRow } from '../../core/contract/import-calls.js';
import { NewsroomError } from '../../core/errors.js';
import { NameMapping } from '../../core/import/name-mapping.js';
import { canonicalJson } from '../../core/library/canonical-json.js';
import type { Story } from '../../core/story/story.js';
import { foldName } from '../../core/text/fold.js';
import { sha256 } from '../files/sha256.js';
import type { Library } from '../library/library.js';
import { importContext } from './import-context.js';
import type { ImportJob } from './import-job.js';
import { keptStory, makeStory, type KnownNames, type MadeStory } from './import-maker.js';
import { ImportRecordWriter } from './import-record.js';
import { importedRow, refusal, type Arrived } from './import-rows.js';
import type { FileToImport } from './import-file.js';
import { filesToImport } from './import-source.js';
import { readStories } from './read-stories.js';
import { nextEdition } from './story-desk.js';
import { TaxonomyDesk } from './taxonomy-desk.js';

/** Stories are made and flushed in batches; each is safe before its rows are told (decision 25). */
const batchSize = 200;

/** Reads files in: one story or thousands, one journalled batch after another, nothing kept of a refused one. */
export class ImportDesk {
  readonly #library: Library;
  readonly #taxonomy: TaxonomyDesk;
  readonly #seen = new Set<string>();
  #record: ImportRecordWriter | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#taxonomy = new TaxonomyDesk(library);
  }

  /** How the import that ran is called, to take it back (`undoImport`); null where it made nothing. */
  get importId(): string | null {
    return this.#record?.isBegun ? this.#record.id : null;
  }

  /** Yields a row for each story and for each file or line that was refused. */
  async *run(job: ImportJob): AsyncIterable<ImportedRow> {
    if (!job.dryRun) await this.#library.assertWritable();
    const names = new NameMapping(job.rules ?? []);
    this.#record = new ImportRecordWriter(this.#library, { personName: job.person?.name ?? '', files: job.paths });
    let waiting: Arrived[] = [];
    let done = 0;
    for await (const file of filesToImport(job.paths)) {
      for await (const arrived of this.#readFile(file, job)) {
        if ('outcome' in arrived) {
          yield arrived;
          continue;
        }
        waiting.push({ ...arrived, story: { ...arrived.story, ...names.apply(arrived.story) } });
        if (waiting.length < batchSize) continue;
        yield* await this.#takeBatch(waiting, job);
        done += waiting.length;
        job.onProgress?.(done);
        waiting = [];
        if (job.isCancelled?.())
          throw new NewsroomError('job.cancelled', { detail: `${String(done)} stories are imported.` });
      }
    }
    yield* await this.#takeBatch(waiting, job);
    job.onProgress?.(done + waiting.length);
    if (!job.dryRun) this.#library.related.measure();
  }

  async *#readFile(file: FileToImport, job: ImportJob): AsyncIterable<Arrived | ImportedRow> {
    try {
      const { format, results } = await readStories(
        file,
        job.format,
        importContext(this.#library),
        (id) => this.#library.index.numberOf(id) !== undefined,
      );
      for await (const result of results) {
        if ('refused' in result)
          yield refusal(file.name, new NewsroomError(result.refused.code, result.refused.params), result.sourceId);
        else if ('kept' in result) {
          const { row, story } = keptStory(this.#library, file.name, result.kept, result.losses, job);
          if (story) {
            await this.#record?.add({ stories: [story.id], sections: [], tags: [] });
            await this.#library.save(story, null);
          }
          yield row;
        } else yield { file, format, hash: sha256(canonicalJson(result.story)), ...result };
      }
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      yield refusal(file.name, error);
    }
  }

  /** Parts what is new from what came in before; one look at the index for the whole batch. */
  #partKnown(
    batch: readonly Arrived[],
    job: ImportJob,
  ): { fresh: readonly Arrived[]; duplicates: readonly ImportedRow[] } {
    const fresh: Arrived[] = [];
    const duplicates: ImportedRow[] = [];
    const look = (): void => {
      for (const arrived of batch) {
        const known = this.#knownAs(arrived.hash, arrived.story.content.sourceId ?? null);
        this.#seen.add(arrived.hash);
        if (known === undefined) fresh.push(arrived);
        else duplicates.push({ ...importedRow(arrived, known, []), outcome: 'duplicate' });
      }
    };
    // A dry run may ask an index that nobody may write.
    if (job.dryRun) look();
    else this.#library.index.sql.transaction(look);
    return { fresh, duplicates };
  }

  /** The id of a story that came in before with the same content or the same source id; '' = in this very import. */
  #knownAs(hash: string, sourceId: string | null): string | undefined {
    if (this.#seen.has(hash)) return '';
    const sql = this.#library.index.sql;
    const row =
      sql.get('SELECT id FROM stories WHERE originSha256 = ?', [hash]) ??
      (sourceId === null ? null : sql.get('SELECT id FROM stories WHERE sourceId = ?', [sourceId]));
    return row ? String(row['id']) : undefined;
  }

  async #takeBatch(arrivals: readonly Arrived[], job: ImportJob): Promise<readonly ImportedRow[]> {
    if (arrivals.length === 0) return [];
    const { fresh: batch, duplicates } = this.#partKnown(arrivals, job);
    if (batch.length === 0) return duplicates;
    if (job.dryRun) return [...duplicates, ...batch.map((arrived) => importedRow(arrived, undefined, arrived.losses))];
    const { made: madeNames, ...names } = await this.#namesOf(batch, job);
    const made: MadeStory[] = [];
    const refused: ImportedRow[] = [];
    for (const arrived of batch) {
      const story = await makeStory(this.#library, arrived, job, names);
      if ('row' in story) made.push(story);
      else refused.push(story);
    }
    // Before the stories: after a crash the record may name one that never came to be, and never misses one.
    await this.#record?.add({ stories: made.map(({ story }) => story.id), ...madeNames });
    await this.#keep(made.map(({ story }) => story));
    return [...duplicates, ...made.map(({ row }) => row), ...refused];
  }

  /** Sections and tags of a batch, those that are missing made, in one write each; `made` has their ids. */
  async #namesOf(
    batch: readonly Arrived[],
    job: ImportJob,
  ): Promise<KnownNames & { readonly made: { readonly sections: string[]; readonly tags: string[] } }> {
    const before = this.#library.taxonomy.value;
    const asked = job.section === undefined ? batch.map(({ story }) => story.sectionName) : [];
    const sections = await this.#taxonomy.sectionsNamed(asked);
    const tags = await this.#taxonomy.tagsNamed(batch.flatMap(({ story }) => story.tagNames));
    const old = new Set<string>([...before.sections, ...before.tags].map(({ id }) => id));
    const now = this.#library.taxonomy.value;
    const made = {
      sections: now.sections.map(({ id }) => id as string).filter((id) => !old.has(id)),
      tags: now.tags.map(({ id }) => id as string).filter((id) => !old.has(id)),
    };
    return { sections, tags: new Map(tags.map((tag) => [foldName(tag.name), tag])), made };
  }

  /** Editions first: a story never says that it is out before its edition is safe. */
  async #keep(stories: readonly Story[]): Promise<void> {
    const { editions, world } = this.#library;
    const published = stories.filter(({ state }) => state === 'published');
    const frozen = await Promise.all(published.map((story) => nextEdition(this.#library, story)));
    await editions.freezeMany(
      frozen.map(({ story, content }) => ({ id: story.id, content })),
      world.now(),
    );
    const numbered = new Map(frozen.map(({ story }) => [story.id, story]));
    await this.#library.saveMany(stories.map((story) => ({ story: numbered.get(story.id) ?? story, expected: null })));
  }
}
