import type { Input, Output } from '../../core/contract/calls.js';
import type { Version } from '../../core/contract/history-calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { Story } from '../../core/story/story.js';
import { inParallel } from '../files/in-parallel.js';
import type { HistoryEntry } from '../library/history.js';
import type { Library } from '../library/library.js';
import type { VersionFacts } from '../library/version-facts.js';
import type { StoryDesk } from './story-desk.js';

type HistoryCall = 'history.list' | 'history.read' | 'history.name' | 'history.restore';
type HistoryHandlers = { readonly [N in HistoryCall]: (input: Input<N>) => Promise<Output<N>> };

/** The answers about the versions of a story. */
export function historyHandlers(library: Library, stories: StoryDesk, person: () => Person | null): HistoryHandlers {
  return {
    'history.list': async ({ id, offset, limit }) => {
      const { versions, total } = await listVersions(library, id, offset, limit);
      return { versions: [...versions], total };
    },
    'history.read': async ({ id, version }) => ({ story: await readVersion(library, id, version) }),
    'history.name': async ({ id, version, name }) => {
      await library.assertWritable();
      const entry = await entryOf(library, id, version);
      await library.stories.history.name(id, entry, name);
      return { version: entry.version };
    },
    'history.restore': async ({ id, version, expectedSha256 }) => {
      const earlier = await readVersion(library, id, version);
      const { story: now } = await library.stories.read(id);
      // What the desk told its readers is no text that a writer takes back.
      const restored = { ...earlier, corrections: now.corrections, notice: now.notice };
      const { story, revision, sha256 } = await stories.save(restored, expectedSha256, person());
      return { story, revision, sha256, recovery: null };
    },
  };
}

/** A page of the versions, newest first; the work is that of the page, however long the story has lived. */
export async function listVersions(
  library: Library,
  id: StoryId,
  offset: number,
  limit: number,
): Promise<{ readonly versions: readonly Version[]; readonly total: number }> {
  const { history } = library.stories;
  const entries = await history.list(id);
  // One more than asked for: the oldest of the page is compared with the one before it.
  const page = entries.slice(offset, offset + limit + 1);
  const facts: (VersionFacts | undefined)[] = [];
  await inParallel(page, 16, async (entry, at) => {
    facts[at] = await history.facts(id, entry);
  });
  const versions = page.slice(0, limit).flatMap(({ version, revision }, at): Version[] => {
    const own = facts[at];
    const before = facts[at + 1];
    return own ? [{ version, revision, ...own, change: before ? own.words - before.words : null }] : [];
  });
  return { versions, total: entries.length };
}

/** @throws NewsroomError `story.not-found`, `store.damaged` */
export async function readVersion(library: Library, id: StoryId, version: string): Promise<Story> {
  const read = await library.stories.history.read(id, await entryOf(library, id, version));
  if (!read) throw new NewsroomError('store.damaged', { detail: `version ${version}` });
  return read.story;
}

async function entryOf(library: Library, id: StoryId, version: string | null): Promise<HistoryEntry> {
  const { history } = library.stories;
  const entry = version === null ? (await history.list(id))[0] : await history.find(id, version);
  if (!entry) throw new NewsroomError('story.not-found', { id: `${id}, version ${version ?? 'newest'}` });
  return entry;
}
