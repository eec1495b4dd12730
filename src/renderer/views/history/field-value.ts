import type { Library } from '../../state/library.svelte.js';
import type { Strings } from '../../../core/strings/strings.js';
import { storyStates, type StoryState } from '../../../core/story/states.js';

const isState = (value: unknown): value is StoryState => (storyStates as readonly unknown[]).includes(value);

/** A value of a field as people read it: names for ids, words for states, lists by commas. */
export function fieldValue(path: string, value: unknown, library: Library, strings: Strings): string {
  if (value === null || value === undefined || value === '') return strings('history.empty');
  if (Array.isArray(value))
    return value.length === 0
      ? strings('history.empty')
      : value.map((one) => fieldValue(path, one, library, strings)).join(', ');
  if (path === 'state' && isState(value)) return strings(`state.${value}`);
  if (path === 'sectionId' && typeof value === 'string')
    return library.taxonomy.sections.find(({ id }) => id === value)?.name ?? value;
  if (path === 'tagIds' && typeof value === 'string')
    return library.taxonomy.tags.find(({ id }) => id === value)?.name ?? value;
  if (typeof value === 'object') {
    const { personId, headline } = value as { personId?: unknown; headline?: unknown };
    const person = library.people.find(({ id }) => id === personId);
    return person?.name ?? (typeof headline === 'string' ? headline : JSON.stringify(value));
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
