import type { UndoneRow } from '../../core/contract/import-calls.js';
import { NewsroomError } from '../../core/errors.js';
import { storyId, type StoryId } from '../../core/ids.js';
import type { Library } from '../library/library.js';
import { markUndone, readImport, type ImportRecord } from './import-record.js';

/** Stories removed together: the folders are flushed once for each batch. */
const batch = 200;

/**
 * Takes an import back: its stories go, with their editions, unless somebody changed them since or a story outside the
 * import links to them; sections and tags that it made go where no story has them. It can be asked again after a crash
 * or a cancelled one: what is gone is gone.
 * @throws NewsroomError `input.invalid` for an import that is not known, `store.read-only`
 */
export async function undoImport(
  library: Library,
  id: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<readonly UndoneRow[]> {
  await library.assertWritable();
  const record = await readImport(library, id);
  if (!record) throw new NewsroomError('input.invalid', { detail: `there is no import "${id.slice(0, 60)}"` });
  const { goes, rows } = sort(library, record);
  for (let from = 0; from < goes.length; from += batch) {
    const part = goes.slice(from, from + batch);
    const removed = part.map(({ id: story, headline }): UndoneRow => ({ id: story, headline, outcome: 'removed' }));
    await library.remove(part.map(({ id: story }) => story));
    rows.push(...removed);
    onProgress(Math.min(goes.length, from + batch), goes.length);
  }
  await removeUnusedNames(library, record);
  await markUndone(library, id);
  library.related.measure();
  return rows;
}

interface Known {
  readonly id: StoryId;
  readonly headline: string;
}

/** What goes, and a row for each story that stays or is gone. */
function sort(library: Library, record: ImportRecord): { goes: readonly Known[]; rows: UndoneRow[] } {
  const rows: UndoneRow[] = [];
  const goes = new Map<string, Known>();
  for (const each of new Set(record.stories)) {
    const id = storyId.parse(each);
    const state = library.index.stateOf(id);
    const row = library.index.row(id);
    const headline = row?.headline || (row?.slugline ?? '');
    if (!state) rows.push({ id, headline: '', outcome: 'gone' });
    // An import saves each story once: a second saved state is somebody's work.
    else if (state.revision > 1) rows.push({ id, headline, outcome: 'kept', reason: 'changed' });
    else goes.set(id, { id, headline });
  }
  // A story that stays may link to others of the import, which then stay too.
  for (let before = -1; before !== goes.size;) {
    before = goes.size;
    for (const { id, headline } of goes.values()) {
      if (linksTo(library, id).every((from) => goes.has(from))) continue;
      goes.delete(id);
      rows.push({ id, headline, outcome: 'kept', reason: 'linked' });
    }
  }
  return { goes: [...goes.values()], rows };
}

function linksTo(library: Library, id: string): readonly string[] {
  const rows = library.index.sql.all(
    "SELECT stories.id FROM marks JOIN stories ON stories.n = marks.n WHERE marks.kind = 'link' AND marks.key = ?",
    [id],
  );
  return rows.map((row) => String(row['id']));
}

async function removeUnusedNames(library: Library, { sections, tags }: ImportRecord): Promise<void> {
  const used = {
    section: library.index.counters('section'),
    tag: library.index.counters('tag'),
  };
  const isFree = (kind: keyof typeof used, id: string): boolean => (used[kind][id] ?? 0) === 0;
  const gone = new Set([...sections.filter((id) => isFree('section', id)), ...tags.filter((id) => isFree('tag', id))]);
  if (gone.size === 0) return;
  await library.taxonomy.change((taxonomy) => ({
    ...taxonomy,
    sections: taxonomy.sections.filter((section) => !gone.has(section.id)),
    tags: taxonomy.tags.filter((tag) => !gone.has(tag.id)),
  }));
}
