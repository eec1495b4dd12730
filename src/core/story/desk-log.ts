import type { Person } from '../people/person.js';
import type { Story } from './story.js';

/** Who does something on the desk, when, and what is said with it. */
export interface ActBy {
  readonly person: Pick<Person, 'id' | 'name'> | null;
  readonly now: Date;
  readonly note: string;
}

type Entry = Story['log'][number];

/** The log of a story with one more entry; `more` = what else is known of it. */
export function logged(
  story: Pick<Story, 'log' | 'state'>,
  act: string,
  to: Story['state'],
  { person, now, note }: ActBy,
  more: Readonly<Record<string, string>> = {},
): Story['log'] {
  const entry: Entry = {
    act,
    from: story.state,
    to,
    note,
    personId: person?.id ?? null,
    personName: person?.name ?? '',
    at: now.toISOString(),
    ...more,
  };
  return [...story.log, entry];
}
