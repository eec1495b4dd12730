import { NewsroomError } from '../../core/errors.js';
import { storyId, type StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import { foldName } from '../../core/text/fold.js';
import type { Library } from '../library/library.js';

/** The story that a person names: by its id, by the id it had where it came from, or by a unique start of either. */
export function findStory(library: Library, named: string): StoryId {
  const sql = library.index.sql;
  const exact = sql.all('SELECT id FROM stories WHERE id = ? OR sourceId = ? LIMIT 2', [named, named]);
  const start = `${named.replace(/[\\%_]/gu, '\\$&')}%`;
  const byStart = "SELECT id FROM stories WHERE id LIKE ? ESCAPE '\\' OR sourceId LIKE ? ESCAPE '\\' LIMIT 2";
  const found = exact.length > 0 || named === '' ? exact : sql.all(byStart, [start, start]);
  const [first, second] = found;
  if (!first) throw new NewsroomError('story.not-found', { id: named });
  if (second) throw new NewsroomError('story.ambiguous', { id: named });
  return storyId.parse(first['id']);
}

/** The person of the desk that somebody names, by name or initials. @throws NewsroomError `taxonomy.not-found` */
export function personNamed(library: Library, named: string): Person {
  const wanted = foldName(named);
  const found = library.people.value.people.find(
    ({ name, initials }) => foldName(name) === wanted || foldName(initials) === wanted,
  );
  if (!found) throw new NewsroomError('taxonomy.not-found', { kind: `person "${named}"` });
  return found;
}
