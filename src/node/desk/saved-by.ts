import type { SavedBy } from '../../core/library/envelope.js';
import type { Person } from '../../core/people/person.js';

/** A person as the envelope of a saved state names them. */
export const savedBy = (person: Pick<Person, 'id' | 'name'> | null): SavedBy | undefined =>
  person ? { personId: person.id, personName: person.name } : undefined;
