import type { Input, Output } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { Story } from '../../core/story/story.js';
import type { HistoryEntry } from '../library/history.js';
import type { Library } from '../library/library.js';
import { listVersions } from './list-versions.js';
import { lookAt } from './seen-desk.js';
import type { StoryDesk } from './story-desk.js';

type HistoryCall = 'history.list' | 'history.sinceSeen' | 'history.read' | 'history.name' | 'history.restore';
type HistoryHandlers = { readonly [N in HistoryCall]: (input: Input<N>) => Promise<Output<N>> };

/** The answers about the versions of a story. */
export function historyHandlers(library: Library, stories: StoryDesk, person: () => Person | null): HistoryHandlers {
  return {
    'history.list': async ({ id, offset, limit }) => {
      const { versions, total } = await listVersions(library, id, offset, limit);
      return { versions: [...versions], total };
    },
    'history.sinceSeen': async ({ id }) => {
      const since = await lookAt(library, id, person());
      return since && { ...since, by: [...since.by] };
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
