import { reasons, type ReasonFacts } from '../../core/related/reasons.js';
import { relatedTerms } from '../../core/related/terms.js';
import type { RankedStory } from '../index/related-stories.js';
import type { Library } from '../library/library.js';

/** Why a story is suggested for another, in words, at most three. */
export function reasonsFor(library: Library, query: RankedStory, candidate: RankedStory): string[] {
  return [...reasons(factsOf(library, query), factsOf(library, candidate), library.related.rarity)];
}

function factsOf(library: Library, { row, dek, body, dated }: RankedStory): ReasonFacts {
  const tags = library.taxonomy.value.tags.filter((tag) => row.tagIds.includes(tag.id)).map(({ name }) => name);
  return {
    slugline: row.slugline,
    tags,
    subjects: library.index.marksOf(row.id, 'subject'),
    text: [row.headline, dek, body].join('\n'),
    terms: relatedTerms({ headline: row.headline, dek, body, tags: [] }),
    at: dated,
  };
}
