import type { Version } from '../../core/contract/history-calls.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { Library } from '../library/library.js';
import { listVersions } from './list-versions.js';

/** What others made of a story since a person had it before them. */
export interface SinceSeen {
  /** The state that the person saw, or the newest older one that is still kept. */
  readonly before: Version;
  /** Who saved it since, each once, the last one first; '' stands for nobody who sat at the machine. */
  readonly by: readonly string[];
  readonly saves: number;
}

/** Saved states that are looked through: more of them are told as so many. */
const mostLooked = 200;

/**
 * What is new in a story to a person who opens it; null where nothing is, or it is all new. From now on the newest state
 * counts as seen. A person’s own saves are seen ones.
 */
export async function lookAt(library: Library, id: StoryId, person: Person | null): Promise<SinceSeen | null> {
  if (person === null) return null;
  const { versions } = await listVersions(library, id, 0, mostLooked);
  const [newest] = versions;
  if (!newest) return null;
  const last = await library.seen.of(id, person.id);
  if (last !== newest.revision && library.readOnly === null)
    await library.seen.mark(id, person.id, newest.revision, library.world.now());
  const place = versions.findIndex(({ revision, by }) => by === person.name || (last !== null && revision <= last));
  const before = versions[place];
  if (place <= 0 || !before) return null;
  const fresh = versions.slice(0, place);
  return { before, by: [...new Set(fresh.map(({ by }) => by ?? ''))], saves: fresh.length };
}
