import { reasons, type ReasonFacts } from '../../core/related/reasons.js';
import type { RankedStory } from '../index/related-stories.js';
import type { Library } from '../library/library.js';
import { tagsOf } from './named.js';

/** Why stories are suggested for one, in words, at most three each. */
export class Reasons {
  readonly #library: Library;
  readonly #query: ReasonFacts;

  constructor(library: Library, query: RankedStory) {
    this.#library = library;
    this.#query = factsOf(library, query);
  }

  of(candidate: RankedStory): string[] {
    return [...reasons(this.#query, factsOf(this.#library, candidate), this.#library.related.rarity)];
  }
}

function factsOf(library: Library, { row, dek, body, dated, terms }: RankedStory): ReasonFacts {
  return {
    slugline: row.slugline,
    tags: tagsOf(library.taxonomy.value, row.tagIds).map(({ name }) => name),
    subjects: library.index.marksOf(row.id, 'subject'),
    text: [row.headline, dek, body].join('\n'),
    terms,
    at: dated,
  };
}
