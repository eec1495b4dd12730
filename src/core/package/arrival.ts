import type { PersonId, SectionId, TagId } from '../ids.js';
import type { Person } from '../people/person.js';
import type { Story } from '../story/story.js';
import type { Section, Taxonomy } from '../taxonomy/taxonomy.js';
import { slug } from '../text/file-name.js';
import { foldName } from '../text/fold.js';
import type { PackageNames } from './story-package.js';

/** What is known by another id here, and what this library lacks. */
export interface Arrival {
  readonly sections: ReadonlyMap<string, SectionId>;
  readonly tags: ReadonlyMap<string, TagId>;
  readonly people: ReadonlyMap<string, PersonId>;
  /** To be added, under the ids with which they came: from then on both desks mean the same by them. */
  readonly missing: {
    readonly sections: readonly Section[];
    readonly tags: Taxonomy['tags'];
    readonly people: readonly Person[];
  };
}

/**
 * Finds what came under which id here: by the id, then (a section) by its IPTC subject, then by its name without case and
 * accents (decision 16). What is not found is made.
 */
export function arrivalOf(
  names: PackageNames,
  here: { readonly taxonomy: Taxonomy; readonly people: readonly Person[] },
): Arrival {
  const { sections, tags } = here.taxonomy;
  const missing = { sections: [] as Section[], tags: [] as Taxonomy['tags'][number][], people: [] as Person[] };
  const found = <K extends string, T extends { readonly id: K; readonly name: string }>(
    came: { readonly id: K; readonly name: string },
    known: readonly T[],
    code: (one: T) => boolean = () => false,
  ): K | undefined =>
    (
      known.find(({ id }) => id === came.id) ??
      known.find(code) ??
      known.find(({ name }) => foldName(name) === foldName(came.name))
    )?.id;
  const sectionIds = new Map<string, SectionId>();
  for (const came of names.sections) {
    const known = found(came, sections, ({ subject }) => subject !== null && subject === came.subject);
    sectionIds.set(came.id, known ?? came.id);
    if (known === undefined)
      missing.sections.push({ ...came, slug: slug(came.name) || came.id, colour: hexColour(came.colour) });
  }
  const tagIds = new Map<string, TagId>();
  for (const came of names.tags) {
    const known = found(came, tags);
    tagIds.set(came.id, known ?? came.id);
    if (known === undefined) missing.tags.push(came);
  }
  const personIds = new Map<string, PersonId>();
  for (const came of names.people) {
    const known = found(came, here.people);
    personIds.set(came.id, known ?? came.id);
    if (known === undefined)
      missing.people.push({ ...came, colour: hexColour(came.colour), place: '', email: '', phone: '' });
  }
  return { sections: sectionIds, tags: tagIds, people: personIds, missing };
}

const hexColour = (colour: string): string => (/^#[0-9a-f]{6}$/u.test(colour) ? colour : '#6d675d');

/** A story that came, under the ids of this library. */
export function underOwnIds(story: Story, { sections, tags, people }: Arrival): Story {
  const person = <T extends { readonly personId: PersonId }>(one: T): T => ({
    ...one,
    personId: people.get(one.personId) ?? one.personId,
  });
  const act = <T extends { readonly personId: PersonId | null }>(one: T): T =>
    one.personId === null ? one : { ...one, personId: people.get(one.personId) ?? one.personId };
  const each = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  return {
    ...story,
    sectionId: story.sectionId && (sections.get(story.sectionId) ?? story.sectionId),
    tagIds: story.tagIds.map((id) => tags.get(id) ?? id),
    authors: story.authors.map(person),
    ...(story.sources ? { sources: story.sources.map(person) } : {}),
    changes: each(story.changes, act),
    annotations: each(story.annotations, (one) => ({ ...one, thread: one.thread.map(act) })),
    ...(story.assigneeId ? { assigneeId: people.get(story.assigneeId) ?? story.assigneeId } : {}),
    ...(story.waivers ? { waivers: story.waivers.map(act) } : {}),
    log: story.log.map(act),
  };
}

/** The ids that a story names, for the names that travel with it. */
export function idsOf(story: Story): {
  readonly sections: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
} {
  const people = [
    ...story.authors.map(({ personId }) => personId),
    ...(story.sources ?? []).map(({ personId }) => personId),
    ...Object.values(story.changes).map(({ personId }) => personId),
    ...Object.values(story.annotations).flatMap(({ thread }) => thread.map(({ personId }) => personId)),
    story.assigneeId ?? null,
    ...story.log.map(({ personId }) => personId),
    ...(story.waivers ?? []).map(({ personId }) => personId),
  ];
  return {
    sections: new Set(story.sectionId === null ? [] : [story.sectionId]),
    tags: new Set(story.tagIds),
    people: new Set(people.filter((id) => id !== null)),
  };
}
