import type { Version } from '../../core/contract/history-calls.js';
import type { StoryId } from '../../core/ids.js';
import { inParallel } from '../files/in-parallel.js';
import type { Library } from '../library/library.js';
import type { VersionFacts } from '../library/version-facts.js';

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
