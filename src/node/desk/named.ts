import type { Section, Tag, Taxonomy } from '../../core/taxonomy/taxonomy.js';

interface Names {
  readonly sections: ReadonlyMap<string, Section>;
  readonly tags: ReadonlyMap<string, Tag>;
}

/** A taxonomy is replaced, never changed, so what is made of it holds as long as it does. */
const known = new WeakMap<Taxonomy, Names>();

function namesOf(taxonomy: Taxonomy): Names {
  let names = known.get(taxonomy);
  if (!names) {
    const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
      new Map(items.map((item) => [item.id, item]));
    names = { sections: byId(taxonomy.sections), tags: byId(taxonomy.tags) };
    known.set(taxonomy, names);
  }
  return names;
}

export const sectionOf = (taxonomy: Taxonomy, id: string | null): Section | undefined =>
  id === null ? undefined : namesOf(taxonomy).sections.get(id);

/** The tags of these ids in their order; ids that are gone are left out. */
export const tagsOf = (taxonomy: Taxonomy, ids: readonly string[]): readonly Tag[] =>
  ids.flatMap((id) => namesOf(taxonomy).tags.get(id) ?? []);
