import { z } from 'zod';
import { foldName } from '../text/fold.js';
import type { ImportedStory } from './importer.js';

/** What becomes of one name that the files carry: another name, a tag instead of a section, or nothing. */
export const nameRuleSchema = z.object({
  kind: z.enum(['section', 'tag']),
  /** The name as the files have it; compared folded. */
  from: z.string().max(200),
  as: z.enum(['section', 'tag', 'none']),
  /** The name here; a section or tag of it is made where there is none. Empty = as it was. */
  to: z.string().max(120),
});
export type NameRule = Readonly<z.infer<typeof nameRuleSchema>>;

type Names = Pick<ImportedStory, 'sectionName' | 'tagNames'>;

const keyOf = (kind: NameRule['kind'], name: string): string => `${kind}:${foldName(name)}`;

/** The rules of an import, looked up by name. Without a rule a name stays what it was. */
export class NameMapping {
  readonly #rules: ReadonlyMap<string, NameRule>;

  constructor(rules: readonly NameRule[]) {
    this.#rules = new Map(rules.map((rule) => [keyOf(rule.kind, rule.from), rule]));
  }

  /** A story has one section: a tag that becomes a section stays a tag where there is a section already. */
  apply({ sectionName, tagNames }: Names): Names {
    if (this.#rules.size === 0) return { sectionName, tagNames };
    let section = '';
    const tags: string[] = [];
    const take = (kind: NameRule['kind'], name: string): void => {
      if (name === '') return;
      const rule = this.#rules.get(keyOf(kind, name));
      const as = rule?.as ?? kind;
      const to = rule === undefined || rule.to.trim() === '' ? name : rule.to.trim();
      if (as === 'section' && section === '') section = to;
      else if (as !== 'none') tags.push(to);
    };
    take('section', sectionName);
    for (const tag of tagNames) take('tag', tag);
    const key = foldName(section);
    return { sectionName: section, tagNames: [...new Set(tags)].filter((tag) => foldName(tag) !== key) };
  }
}

/** A name that files carry, with the number of stories that have it. */
export interface FoundName {
  readonly kind: NameRule['kind'];
  readonly name: string;
  readonly stories: number;
}

/** Counts the names of the stories of an import, those of most stories first. */
export class FoundNames {
  readonly #found = new Map<string, FoundName>();

  add({ sectionName, tagNames }: Names): void {
    if (sectionName !== '') this.#count('section', sectionName);
    for (const tag of tagNames) this.#count('tag', tag);
  }

  get list(): readonly FoundName[] {
    return [...this.#found.values()].toSorted(
      (left, right) =>
        left.kind.localeCompare(right.kind, 'en') || right.stories - left.stories || (left.name < right.name ? -1 : 1),
    );
  }

  #count(kind: NameRule['kind'], name: string): void {
    const key = keyOf(kind, name);
    const known = this.#found.get(key);
    this.#found.set(key, { kind, name: known?.name ?? name, stories: (known?.stories ?? 0) + 1 });
  }
}
