import type { PersonId } from '../ids.js';
import type { Person } from '../people/person.js';
import { logged, type ActBy } from './desk-log.js';
import type { Story } from './story.js';

/** Gives a story to a person of the desk, or to nobody; logged with the name. The same story where it is so already. */
export function assignStory(story: Story, to: Pick<Person, 'id' | 'name'> | null, by: Omit<ActBy, 'note'>): Story {
  const assigneeId: PersonId | null = to?.id ?? null;
  if ((story.assigneeId ?? null) === assigneeId) return story;
  return {
    ...story,
    assigneeId,
    log: logged(story, 'assign', story.state, { ...by, note: to?.name ?? '' }),
    modifiedAt: by.now.toISOString(),
  };
}
