import type { ImportedRow } from '../../core/contract/calls.js';
import { withBlockIds } from '../../core/document/block-ids.js';
import { NewsroomError } from '../../core/errors.js';
import type { SectionId } from '../../core/ids.js';
import type { ImportedStory, ImportResult } from '../../core/import/importer.js';
import type { ImportFormat } from '../../core/import/importers.js';
import { canonicalJson } from '../../core/library/canonical-json.js';
import { LossList, type Loss } from '../../core/loss.js';
import type { Person } from '../../core/people/person.js';
import { pubStatusOf, type StoryState } from '../../core/story/states.js';
import { plainUse } from '../../core/media/picture-use.js';
import { newStory, storySchema, type Story, type StoryContent } from '../../core/story/story.js';
import type { Section, Tag } from '../../core/taxonomy/taxonomy.js';
import { foldName } from '../../core/text/fold.js';
import { sha256 } from '../files/sha256.js';
import type { Library } from '../library/library.js';
import { importContext } from './import-context.js';
import { takeMedia, textsBeside, withMedia } from './import-media.js';
import { filesToImport, type FileToImport } from './import-source.js';
import { readStories } from './read-stories.js';
import { nextEdition } from './story-desk.js';
import { arrivedReview } from './arrived-review.js';
import { TaxonomyDesk } from './taxonomy-desk.js';

export interface ImportJob {
  readonly paths: readonly string[];
  /** undefined = told by each file's name and content. */
  readonly format?: ImportFormat | undefined;
  readonly section?: SectionId | undefined;
  /** undefined = draft, or published for a format that says when a story was published. */
  readonly state?: StoryState | undefined;
  readonly person: Person | null;
  readonly dryRun?: boolean;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (done: number) => void;
}

/** Stories are made and flushed in batches; each is safe before its rows are told (decision 25). */
const batchSize = 200;

interface Arrived {
  readonly file: FileToImport;
  readonly format: ImportFormat;
  readonly story: ImportedStory;
  readonly media: Extract<ImportResult, { story: unknown }>['media'];
  readonly losses: readonly Loss[];
  readonly hash: string;
}

interface MadeStory {
  readonly story: Story;
  readonly row: ImportedRow;
}

/** Reads files in: one story or thousands, one journalled batch after another, nothing kept of a refused one. */
export class ImportDesk {
  readonly #library: Library;
  readonly #taxonomy: TaxonomyDesk;
  readonly #seen = new Set<string>();

  constructor(library: Library) {
    this.#library = library;
    this.#taxonomy = new TaxonomyDesk(library);
  }

  /** Yields a row for each story and for each file or line that was refused. */
  async *run(job: ImportJob): AsyncIterable<ImportedRow> {
    if (!job.dryRun) await this.#library.assertWritable();
    let waiting: Arrived[] = [];
    let done = 0;
    for await (const file of filesToImport(job.paths)) {
      for await (const arrived of this.#readFile(file, job)) {
        if ('outcome' in arrived) {
          yield arrived;
          continue;
        }
        waiting.push(arrived);
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
      const { format, results } = await readStories(file, job.format, importContext(this.#library));
      for await (const result of results) {
        if ('refused' in result)
          yield refusal(file.name, new NewsroomError(result.refused.code, result.refused.params), result.sourceId);
        else if ('kept' in result) yield await this.#takeKept(file.name, result.kept, result.losses, job);
        else yield { file, format, hash: sha256(canonicalJson(result.story)), ...result };
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
    const sections = await this.#taxonomy.sectionsNamed(batch.map(({ story }) => story.sectionName));
    const tags = await this.#taxonomy.tagsNamed(batch.flatMap(({ story }) => story.tagNames));
    const tagsByName = new Map(tags.map((tag) => [foldName(tag.name), tag]));
    const made: MadeStory[] = [];
    const refused: ImportedRow[] = [];
    for (const arrived of batch) {
      const story = await this.#make(arrived, job, sections, tagsByName);
      if ('row' in story) made.push(story);
      else refused.push(story);
    }
    await this.#keep(made.map(({ story }) => story));
    return [...duplicates, ...made.map(({ row }) => row), ...refused];
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

  async #make(
    arrived: Arrived,
    job: ImportJob,
    sections: ReadonlyMap<string, Section>,
    tags: ReadonlyMap<string, Tag>,
  ): Promise<MadeStory | ImportedRow> {
    const { file, format, hash, story: read } = arrived;
    const losses = new LossList();
    for (const loss of arrived.losses) losses.add(loss.what, loss.detail, loss.count);
    const taken = await takeMedia(this.#library.media, arrived.media, file.folder, losses);
    const { world, file: library, settings } = this.#library;
    const about = { settings: settings.value, desk: library.deskId, now: world.now(), newId: world.newId };
    const lead = read.leadImage ? taken.get(read.leadImage.key) : undefined;
    const people = this.#library.people.value.people;
    const authors = people.filter(({ name }) => read.authorNames.some((author) => foldName(author) === foldName(name)));
    const everyAuthorKnown = authors.length === read.authorNames.length;
    const review = arrivedReview(read, world.now(), world.newId);
    const content: Partial<StoryContent> = {
      ...read.content,
      body: withBlockIds(withMedia(review.body, taken), world.newId),
      sectionId: job.section ?? sections.get(foldName(read.sectionName))?.id ?? null,
      tagIds: [...new Set(read.tagNames.flatMap((name) => tags.get(foldName(name))?.id ?? []))],
      authors: authors.map(({ id }) => ({ personId: id, role: 'writer' })),
      byline: read.content.byline ?? (everyAuthorKnown ? '' : read.authorNames.join(', ')),
      related: read.related.map(({ url, headline, section, excerpt, imageAlt }) => ({
        url,
        headline,
        section,
        excerpt,
        imageAlt,
      })),
      leadImage:
        read.leadImage && lead ? { ...plainUse, mediaId: lead.mediaId, ...textsBeside(read.leadImage, lead) } : null,
      origin: { format, fileName: file.name.split(/[\\/]/u).at(-1) ?? '', sha256: hash },
    };
    const { changes, annotations } = review;
    const story = inState({ ...newStory(about, content), changes, annotations }, job, arrived, world.now());
    const checked = storySchema.safeParse(story);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
      return refusal(file.name, new NewsroomError('input.invalid', { detail }), read.content.sourceId ?? undefined);
    }
    return { story: checked.data, row: importedRow(arrived, story.id, losses.list) };
  }

  /** A story as another Copydesk kept it: its id stays, what this library has already is never replaced. */
  async #takeKept(fileName: string, value: unknown, losses: readonly Loss[], job: ImportJob): Promise<ImportedRow> {
    const parsed = storySchema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new NewsroomError('input.invalid', { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
    }
    const came = parsed.data;
    const about = {
      file: fileName,
      headline: came.headline,
      format: 'json',
      ...(came.sourceId ? { sourceId: came.sourceId } : {}),
    };
    if (this.#library.index.numberOf(came.id) !== undefined)
      return { ...about, outcome: 'duplicate', id: came.id, losses: [] };
    if (job.dryRun) return { ...about, outcome: 'imported', losses: [...losses] };
    const lost = new LossList();
    for (const loss of losses) lost.add(loss.what, loss.detail, loss.count);
    const { taxonomy, world } = this.#library;
    const hasSection = taxonomy.value.sections.some(({ id }) => id === came.sectionId);
    if (came.sectionId && !hasSection) lost.add('section', 'its section is not in this library');
    const tagIds = came.tagIds.filter((id) => taxonomy.value.tags.some((tag) => tag.id === id));
    if (tagIds.length < came.tagIds.length)
      lost.add('tag', 'some of its tags are not in this library', came.tagIds.length - tagIds.length);
    const story: Story = {
      ...came,
      sectionId: job.section ?? (hasSection ? came.sectionId : null),
      tagIds,
      state: 'draft',
      stateBefore: null,
      pubStatus: 'withheld',
      edition: 0,
      modifiedAt: world.now().toISOString(),
    };
    await this.#library.save(story, null);
    return { ...about, outcome: 'imported', id: came.id, losses: [...lost.list] };
  }
}

/** Where an imported story stands: as asked, else published where its source says that it is out, else a draft. */
function inState(story: Story, job: ImportJob, { format, story: { isPublished } }: Arrived, now: Date): Story {
  const state = job.state ?? (format === 'jsonl' || isPublished ? 'published' : 'draft');
  if (state === 'draft') return story;
  const at = now.toISOString();
  const published =
    state === 'published'
      ? {
          firstPublishedAt: story.firstPublishedAt ?? at,
          publishedAt: story.publishedAt ?? story.firstPublishedAt ?? at,
        }
      : {};
  const { id: personId, name: personName } = job.person ?? { id: null, name: '' };
  const log = [{ act: 'import', from: 'draft', to: state, note: '', personId, personName, at }];
  return { ...story, ...published, state, pubStatus: pubStatusOf(state), log };
}

function importedRow({ file, format, story }: Arrived, id: string | undefined, losses: readonly Loss[]): ImportedRow {
  const sourceId = story.content.sourceId ?? undefined;
  return {
    file: file.name,
    outcome: 'imported',
    ...(id === undefined ? {} : { id }),
    ...(sourceId === undefined ? {} : { sourceId }),
    headline: story.content.headline ?? '',
    format,
    losses: [...losses],
  };
}

function refusal(file: string, error: NewsroomError, sourceId?: string): ImportedRow {
  const about = { code: error.code, message: error.userMessage };
  return { file, outcome: 'refused', losses: [], error: about, ...(sourceId === undefined ? {} : { sourceId }) };
}
