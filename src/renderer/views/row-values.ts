import type { ListColumn, StoryRow } from '../../core/story/story-row.js';
import type { Strings } from '../../core/strings/strings.js';
import { dayAndTime, shortWhen } from '../parts/when.js';
import type { Library } from '../state/library.svelte.js';

/** The people of a story by name; where none of them is known here, the line that the story carries. */
function authorsOf(row: StoryRow, library: Library): string {
  const names = row.authorIds.map((id) => library.person(id)?.name ?? '').filter(Boolean);
  return names.join(', ') || row.byline;
}

/** What a column says of a row; '' where there is nothing to say. The state is drawn as a mark, not as text alone. */
export function rowValue(column: ListColumn, row: StoryRow, library: Library, strings: Strings, now: Date): string {
  switch (column) {
    case 'state':
      return strings(`state.${row.state}`);
    case 'section':
      return library.section(row.sectionId)?.name ?? strings('row.noSection');
    case 'words':
      return strings('row.words', { n: row.words });
    case 'author':
      return authorsOf(row, library);
    case 'assignee':
      return library.person(row.assigneeId)?.name ?? '';
    case 'modified':
      return shortWhen(row.modifiedAt, now, strings);
    case 'slugline':
      return row.slugline;
    case 'due':
      return row.dueAt === null ? '' : dayAndTime(row.dueAt, strings, library.settings.timeZone);
    case 'published':
      return row.publishedAt === null ? '' : shortWhen(row.publishedAt, now, strings);
    case 'tks':
      return row.tks > 0 ? strings('row.tks', { n: row.tks }) : '';
  }
}
