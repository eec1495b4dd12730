import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { NewsroomError } from '../../core/errors.js';
import { exportProfilesSchema, type ExportProfiles } from '../../core/export/export-profile.js';
import { deskId, type MediaId, type StoryId } from '../../core/ids.js';
import { fileSchemas, type SavedBy } from '../../core/library/envelope.js';
import type { MediaRecord } from '../../core/media/media-record.js';
import { peopleSchema, type People } from '../../core/people/person.js';
import { defaultSettings, settingsSchema, type PublicationSettings } from '../../core/publication/settings.js';
import type { Story } from '../../core/story/story.js';
import { savedViewsSchema, type SavedViews } from '../../core/story/saved-view.js';
import { templatesSchema, type Templates } from '../../core/story/template.js';
import { taxonomySchema, type Taxonomy } from '../../core/taxonomy/taxonomy.js';
import { errnoOf } from '../files/errno.js';
import { DerivedPictures } from '../media/derived-pictures.js';
import { isSqlError, SqlFile } from '../index/database.js';
import { indexEntry } from '../index/index-entry.js';
import { LibraryIndex } from '../index/library-index.js';
import { RelatedStories } from '../index/related-stories.js';
import { rememberShardOf, syncIndex, type SyncProgress } from '../index/sync-index.js';
import { DeskFile } from './desk-files.js';
import { Drafts } from './drafts.js';
import { Editions } from './editions.js';
import { Exchanges } from './exchanges.js';
import { ExportLedger } from './export-ledger.js';
import { BulkUndos } from './bulk-undos.js';
import { Journal } from './journal.js';
import { Layout, shardOf } from './layout.js';
import { createLibraryFile, readLibraryFile, type LibraryFile } from './library-file.js';
import { LibraryLock } from './library-lock.js';
import { MediaStore } from './media-store.js';
import { removeStoryFiles } from './remove-stories.js';
import { SeenVersions } from './seen-versions.js';
import { isTimeToThin, thinVersions } from './thin-versions.js';
import { StoryStore, type SavedState } from './story-store.js';

/** What the library needs of the world; an argument, so that tests decide the time. */
export interface World {
  readonly now: () => Date;
  readonly newId: () => string;
  readonly appVersion: string;
}

export const realWorld = (appVersion: string): World => ({
  now: () => new Date(),
  newId: () => randomUUID(),
  appVersion,
});

export interface OpenOptions {
  /** `write` takes the lock or throws; `writeIfFree` falls back to reading; `read` never locks. */
  readonly mode: 'write' | 'writeIfFree' | 'read';
  readonly onSync?: (progress: SyncProgress) => void;
}

interface Parts {
  readonly layout: Layout;
  readonly file: LibraryFile;
  readonly world: World;
  readonly session: string;
  readonly lock: LibraryLock | undefined;
  readonly readOnly: NewsroomError | null;
  readonly index: LibraryIndex;
  readonly taxonomy: DeskFile<Taxonomy>;
  readonly people: DeskFile<People>;
  readonly settings: DeskFile<PublicationSettings>;
  readonly templates: DeskFile<Templates>;
  readonly views: DeskFile<SavedViews>;
  readonly profiles: DeskFile<ExportProfiles>;
}

/** An open library: its files, its index, its lock. The desk's operations are built on it (`src/node/desk`). */
export class Library {
  readonly layout: Layout;
  readonly world: World;
  readonly file: LibraryFile;
  readonly stories: StoryStore;
  readonly drafts: Drafts;
  readonly editions: Editions;
  readonly exchanges: Exchanges;
  readonly media: MediaStore;
  readonly derived: DerivedPictures;
  readonly journal: Journal;
  readonly undos: BulkUndos;
  readonly exported: ExportLedger;
  readonly seen: SeenVersions;
  readonly index: LibraryIndex;
  readonly related: RelatedStories;
  readonly taxonomy: DeskFile<Taxonomy>;
  readonly people: DeskFile<People>;
  readonly settings: DeskFile<PublicationSettings>;
  readonly templates: DeskFile<Templates>;
  readonly views: DeskFile<SavedViews>;
  readonly profiles: DeskFile<ExportProfiles>;
  /** Why nothing may be written; null while the lock is ours. */
  readOnly: NewsroomError | null;
  /** Why lists and search are behind the stories; null while they are not. */
  indexTrouble: string | null = null;
  readonly #lock: LibraryLock | undefined;

  private constructor(parts: Parts) {
    this.layout = parts.layout;
    this.world = parts.world;
    this.file = parts.file;
    this.readOnly = parts.readOnly;
    this.#lock = parts.lock;
    this.stories = new StoryStore(parts.layout, parts.world.now, parts.readOnly === null);
    this.drafts = new Drafts(parts.layout, parts.session, parts.world.now);
    this.editions = new Editions(parts.layout);
    this.exchanges = new Exchanges(parts.layout);
    this.media = new MediaStore(parts.layout, parts.world.now, parts.readOnly === null, (id, record) =>
      this.#pictureIndexed(id, record),
    );
    this.derived = new DerivedPictures(parts.layout);
    this.journal = new Journal(parts.layout);
    this.undos = new BulkUndos(parts.layout);
    this.seen = new SeenVersions(parts.layout);
    this.exported = new ExportLedger(parts.layout, parts.readOnly === null);
    this.index = parts.index;
    this.related = new RelatedStories(parts.index, parts.readOnly === null || isInMemory(parts.index));
    this.taxonomy = parts.taxonomy;
    this.people = parts.people;
    this.settings = parts.settings;
    this.templates = parts.templates;
    this.views = parts.views;
    this.profiles = parts.profiles;
  }

  /** Makes a library in an empty or new folder; it is not left open. */
  static async create(root: string, world: World, settings: Partial<PublicationSettings> = {}): Promise<string> {
    const layout = new Layout(root);
    const libraryId = world.newId();
    const about = {
      libraryId,
      deskId: deskId.parse(world.newId()),
      createdBy: `copydesk ${world.appVersion}`,
      now: world.now(),
    };
    await createLibraryFile(layout, about);
    const files = await deskFiles(layout, world, true);
    await files.settings.change(() => settingsSchema.parse({ ...defaultSettings, ...settings }));
    await files.taxonomy.change((taxonomy) => taxonomy);
    await files.people.change((people) => people);
    return libraryId;
  }

  /**
   * @throws NewsroomError `store.not-a-library`, `store.damaged`, and for `write` `store.locked` or `store.newer`
   */
  static async open(root: string, world: World, options: OpenOptions): Promise<Library> {
    const layout = new Layout(root);
    const file = await readLibraryFile(layout);
    const session = world.newId();
    const { lock, readOnly } = await takeLock(layout, file, session, options.mode);
    try {
      const files = await deskFiles(layout, world, readOnly === null);
      const index = openIndex(layout, readOnly === null);
      const library = new Library({ layout, file, world, session, lock, readOnly, index, ...files });
      await library.#bringInLine(options.onSync);
      return library;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  /** @throws NewsroomError `store.read-only` where the library was opened so, or the lock was lost meanwhile */
  async assertWritable(): Promise<void> {
    if (this.readOnly) throw new NewsroomError('store.read-only', { detail: this.readOnly.code });
    if (await this.#lock?.isHeld()) return;
    this.readOnly = new NewsroomError('store.locked', { owner: 'another process took the lock' });
    throw new NewsroomError('store.read-only', { detail: 'the lock was lost' });
  }

  /** Saves a story and its line in the index; `merged` = the hash of another state that went into it. When it answers the story is safe (promise P1). */
  async save(story: Story, expected: string | null, by?: SavedBy, merged?: string): Promise<SavedState> {
    await this.assertWritable();
    const saved = await this.stories.save(story, expected, by, merged);
    await this.#indexed([saved]);
    if (isTimeToThin(saved.revision)) await thinVersions(this.stories.history, this.drafts, story.id, this.world.now());
    return saved;
  }

  async saveMany(
    stories: readonly { readonly story: Story; readonly expected: string | null }[],
  ): Promise<readonly SavedState[]> {
    await this.assertWritable();
    const saved = await this.stories.saveMany(stories);
    await this.#indexed(saved);
    return saved;
  }

  /** Takes stories away for good, with their history and editions. */
  async remove(ids: readonly StoryId[]): Promise<void> {
    await this.assertWritable();
    await this.stories.idle();
    this.related.forget();
    this.index.remove(ids);
    await removeStoryFiles(this.layout, ids);
    await rememberShardOf(this.index, this.layout, new Set(ids.map(shardOf)));
  }

  /** The newest whole saved state in place of a damaged file. */
  async recover(id: StoryId): Promise<SavedState> {
    await this.assertWritable();
    const state = await this.stories.recover(id);
    await this.#indexed([state]);
    return state;
  }

  async close(): Promise<void> {
    await this.stories.idle();
    this.index.close();
    await this.#lock?.release();
  }

  /** The line of a story follows its file; when the cache cannot be written the saved story is still safe. */
  async #indexed(states: readonly SavedState[]): Promise<void> {
    this.related.forget();
    try {
      this.index.put(states.map(indexEntry));
      await rememberShardOf(this.index, this.layout, new Set(states.map(({ story }) => shardOf(story.id))));
      this.indexTrouble = null;
    } catch (error) {
      if (!isSqlError(error)) throw error;
      // The folder's time was not remembered, so the next opening looks into it.
      this.indexTrouble = error.message;
    }
  }

  async #pictureIndexed(id: MediaId, record: MediaRecord | null): Promise<void> {
    try {
      if (record) this.index.media.put(id, record);
      else this.index.media.remove(id);
      await this.index.media.rememberFolderOf(this.layout, id);
    } catch (error) {
      if (!isSqlError(error)) throw error;
      // As with a story: the folder's time was not remembered, so the next opening looks into it.
      this.indexTrouble = error.message;
    }
  }

  async #bringInLine(onSync?: (progress: SyncProgress) => void): Promise<void> {
    if (this.readOnly === null) {
      await this.stories.removeLeftovers();
      await syncIndex(this.index, this.layout, this.stories, onSync);
      await this.index.media.sync(this.layout, this.media);
      return;
    }
    // A reader makes its own index in memory where the file could not be used.
    if (!isInMemory(this.index)) return;
    await syncIndex(this.index, this.layout, this.stories, onSync);
    await this.index.media.sync(this.layout, this.media);
  }
}

const isInMemory = (index: LibraryIndex): boolean => index.meta('origin') === 'memory';

async function takeLock(
  layout: Layout,
  file: LibraryFile,
  session: string,
  mode: OpenOptions['mode'],
): Promise<{ lock: LibraryLock | undefined; readOnly: NewsroomError | null }> {
  if (file.newer !== null) {
    const newer = new NewsroomError('store.newer', { found: file.newer, known: fileSchemas['copydesk-library'] });
    if (mode === 'write') throw newer;
    return { lock: undefined, readOnly: newer };
  }
  if (mode === 'read')
    return { lock: undefined, readOnly: new NewsroomError('store.read-only', { detail: 'for reading' }) };
  try {
    const taken = await (mode === 'write'
      ? LibraryLock.acquire(layout.lock, session)
      : LibraryLock.acquireSoon(layout.lock, session));
    if ('lock' in taken) return { lock: taken.lock, readOnly: null };
    const locked = new NewsroomError('store.locked', { owner: taken.heldBy });
    if (mode === 'write') throw locked;
    return { lock: undefined, readOnly: locked };
  } catch (error) {
    const code = errnoOf(error);
    if (code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') throw error;
    const readOnly = new NewsroomError('store.read-only', { detail: 'the folder cannot be written' }, { cause: error });
    if (mode === 'write') throw readOnly;
    return { lock: undefined, readOnly };
  }
}

async function deskFiles(
  layout: Layout,
  world: World,
  canWrite: boolean,
): Promise<Pick<Parts, 'taxonomy' | 'people' | 'settings' | 'templates' | 'views' | 'profiles'>> {
  const common = { layout, now: world.now, canWrite };
  return {
    taxonomy: await DeskFile.open<Taxonomy>({
      ...common,
      path: layout.taxonomy,
      format: 'copydesk-taxonomy',
      id: 'taxonomy',
      schema: taxonomySchema,
      initial: { sections: [], tags: [] },
    }),
    people: await DeskFile.open<People>({
      ...common,
      path: layout.people,
      format: 'copydesk-people',
      id: 'people',
      schema: peopleSchema,
      initial: { people: [] },
    }),
    settings: await DeskFile.open<PublicationSettings>({
      ...common,
      path: layout.settings,
      format: 'copydesk-settings',
      id: 'settings',
      schema: settingsSchema,
      initial: defaultSettings,
    }),
    templates: await DeskFile.open<Templates>({
      ...common,
      path: layout.templates,
      format: 'copydesk-templates',
      id: 'templates',
      schema: templatesSchema,
      initial: { templates: [] },
    }),
    views: await DeskFile.open<SavedViews>({
      ...common,
      path: layout.views,
      format: 'copydesk-views',
      id: 'views',
      schema: savedViewsSchema,
      initial: { views: [] },
    }),
    profiles: await DeskFile.open<ExportProfiles>({
      ...common,
      path: layout.profiles,
      format: 'copydesk-profiles',
      id: 'profiles',
      schema: exportProfilesSchema,
      initial: { profiles: [] },
    }),
  };
}

/** The writer's index is made anew where it is missing, old or damaged; a reader takes it as it is, or one in memory. */
function openIndex(layout: Layout, canWrite: boolean): LibraryIndex {
  if (canWrite) return openForWriting(layout);
  try {
    const index = new LibraryIndex(SqlFile.openForReading(layout.index));
    if (index.isCurrent()) return index;
    index.close();
  } catch (error) {
    if (!isSqlError(error)) throw error;
  }
  const index = new LibraryIndex(SqlFile.inMemory());
  index.prepare();
  index.setMeta('origin', 'memory');
  return index;
}

function openForWriting(layout: Layout): LibraryIndex {
  try {
    return preparedIndex(layout);
  } catch (error) {
    if (!isSqlError(error)) throw error;
    // Damaged beyond reading: it is a cache, so away with it. A second failure is trouble of the disk.
    for (const name of [layout.index, `${layout.index}-journal`]) rmSync(name, { force: true });
    return preparedIndex(layout);
  }
}

function preparedIndex(layout: Layout): LibraryIndex {
  const index = new LibraryIndex(SqlFile.openForWriting(layout.index));
  index.prepare();
  return index;
}
