import { z } from 'zod';
import { personId } from '../ids.js';
import { foldName } from '../text/fold.js';

/** What a person is to the newsroom. A source is spoken to and quoted, and never a byline. */
export const personRoles = ['journalist', 'editor', 'author', 'photographer', 'source', 'other'] as const;
export type PersonRole = (typeof personRoles)[number];

export const personSchema = z.looseObject({
  id: personId,
  name: z.string().min(1).max(200),
  /** Two or three letters that stand for the person in a list. */
  initials: z.string().max(4),
  /** `#rrggbb`, the colour of the person's suggestions and notes. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  role: z.enum(personRoles),
  /** Where the person writes from: the dateline of a new story. */
  place: z.string().max(200).default(''),
  /** How the desk reaches the person; private, no export and no page has them. */
  email: z.string().max(200).default(''),
  phone: z.string().max(60).default(''),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

export const peopleSchema = z.looseObject({ people: z.array(personSchema) });
export type People = Readonly<z.infer<typeof peopleSchema>>;

/** Those who can be given a story, by name: a source works on none. */
export const peopleOfDesk = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ role }) => role !== 'source').toSorted((left, right) => left.name.localeCompare(right.name));

/** First letters of the first and last word of a name, "Anna Lindqvist" → "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

/** People whose name, initials or place fits what was typed: names that start with it first. */
export function peopleNamed(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = foldName(typed);
  const rank = ({ name, initials, place }: Person): number => {
    const folded = foldName(name);
    if (foldName(initials) === wanted || folded.startsWith(wanted)) return 0;
    if (` ${folded}`.includes(` ${wanted}`)) return 1;
    return folded.includes(wanted) ? 2 : foldName(place).startsWith(wanted) ? 3 : 4;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter(({ rank: place }) => place < 4)
    .toSorted((left, right) => left.rank - right.rank || left.person.name.localeCompare(right.person.name))
    .map(({ person }) => person);
}
