import { NewsroomError } from '../../core/errors.js';
import type { PersonId } from '../../core/ids.js';
import { peopleSchema, type Person } from '../../core/people/person.js';
import type { Story, StorySource } from '../../core/story/story.js';
import type { StoryRow } from '../../core/story/story-row.js';
import type { Intent } from '../library/journal.js';
import type { Library } from '../library/library.js';

const batch = 200;
/** Stories shown for one person, of each kind. */
const maxUses = 200;

type MergeIntent = Extract<Intent, { op: 'mergePerson' }>;

/** The people of a library. Stories name them by id; merging two is journalled, since it changes stories. */
export class PeopleDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  async save(people: readonly Person[]): Promise<Person[]> {
    await this.#library.assertWritable();
    const { people: saved } = await this.#library.people.change((before) => peopleSchema.parse({ ...before, people }));
    return [...saved];
  }

  /** The stories that name a person, as their author and as a source, newest first; `limit` of each, -1 = all. */
  uses(id: PersonId, limit = maxUses): { author: StoryRow[]; source: StoryRow[] } {
    const { index } = this.#library;
    return { author: [...index.marked('author', id, limit)], source: [...index.marked('source', id, limit)] };
  }

  /** Puts one person's stories under another and removes the first. @throws NewsroomError `taxonomy.not-found` */
  async merge(id: PersonId, into: PersonId): Promise<Person[]> {
    await this.#library.assertWritable();
    if (id === into) throw new NewsroomError('input.invalid', { detail: 'into itself' });
    for (const each of [id, into])
      if (!this.#library.people.value.people.some((person) => person.id === each))
        throw new NewsroomError('taxonomy.not-found', { kind: 'person' });
    const at = this.#library.world.now().toISOString();
    await this.finish(this.#library.world.newId(), { op: 'mergePerson', id, into, at });
    return [...this.#library.people.value.people];
  }

  /** Carries a merge to its end, now or after a crash cut it off. */
  async finish(name: string, intent: MergeIntent): Promise<void> {
    await this.#library.journal.carryOut(name, intent, async () => {
      await this.#rewrite(intent);
      await this.#library.people.change((before) => ({
        ...before,
        people: before.people
          .filter(({ id }) => id !== intent.id)
          .map((person) => (person.id === intent.into ? this.#withContacts(person, intent.id) : person)),
      }));
    });
  }

  /** What is known of the one who goes fills what is not known of the one who stays. */
  #withContacts(person: Person, from: PersonId): Person {
    const gone = this.#library.people.value.people.find(({ id }) => id === from);
    if (!gone) return person;
    return {
      ...person,
      place: person.place || gone.place,
      email: person.email || gone.email,
      phone: person.phone || gone.phone,
    };
  }

  async #rewrite({ id, into }: MergeIntent): Promise<void> {
    for (;;) {
      const { author, source } = this.uses(id, batch);
      const assigned = this.#library.index.marked('assignee', id, batch);
      const rows = [...new Map([...author, ...source, ...assigned].map((row) => [row.id, row])).values()];
      if (rows.length === 0) return;
      const states = await Promise.all(rows.map((row) => this.#library.stories.read(row.id)));
      await this.#library.saveMany(
        states.map(({ story, sha256 }) => ({ story: withPerson(story, id, into), expected: sha256 })),
      );
    }
  }
}

/** A story whose author or source is another person now; nobody stands in it twice, and no note is lost. */
function withPerson(story: Story, id: PersonId, into: PersonId): Story {
  const authors = story.authors.map((author) => (author.personId === id ? { ...author, personId: into } : author));
  const first = (at: number): boolean => authors.findIndex(({ personId }) => personId === authors[at]?.personId) === at;
  const assigned = story.assigneeId === id ? { assigneeId: into } : {};
  const made = { ...story, ...assigned, authors: authors.filter((_, at) => first(at)) };
  return story.sources ? { ...made, sources: sourcesUnder(story.sources, id, into) } : made;
}

function sourcesUnder(sources: readonly StorySource[], id: PersonId, into: PersonId): StorySource[] {
  const notes = new Map<PersonId, string>();
  for (const { personId, note } of sources) {
    const own = personId === id ? into : personId;
    notes.set(own, [notes.get(own) ?? '', note].filter(Boolean).join('\n'));
  }
  return [...notes].map(([personId, note]) => ({ personId, note }));
}
