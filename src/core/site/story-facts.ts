import { z } from 'zod';
import { renditionImageSchema, type Rendition } from '../export/rendition.js';
import type { Story } from '../story/story.js';
import { cardExcerpt } from '../text/excerpt.js';

/** Another number when facts are made in another way: facts that are kept are then made anew. */
export const factsVersion = 1;

/**
 * What the lists of a site say of one edition. Editions never change, so neither do their facts: they are kept, and a
 * site of ten thousand stories is brought up to date without opening ten thousand files.
 */
export const storyFactsSchema = z.object({
  id: z.string(),
  edition: z.int(),
  /** The address that the edition was given, under the base URL. */
  path: z.string(),
  headline: z.string(),
  kicker: z.string(),
  excerpt: z.string(),
  dek: z.string(),
  byline: z.string(),
  authors: z.array(z.string()),
  section: z.object({ name: z.string(), slug: z.string() }).nullable(),
  tags: z.array(z.string()),
  subjects: z.array(z.string()),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** First publication; the order of every list. */
  first: z.string(),
  last: z.string(),
  urgency: z.int().nullable(),
  minutes: z.int(),
  image: renditionImageSchema.nullable(),
  corrections: z.array(z.object({ type: z.string(), text: z.string(), at: z.string() })),
  /** Ids of the stories that its page shows cards of or links to. */
  neighbours: z.array(z.string()),
});
export type StoryFacts = Readonly<z.infer<typeof storyFactsSchema>>;

export function factsOf(rendition: Rendition, story: Story, excerptWords: number): StoryFacts {
  const related = story.related.flatMap((item) => ('storyId' in item ? [item.storyId] : []));
  const linked = [...Object.keys(rendition.storyLinks), ...Object.keys(rendition.storyCards)];
  const { section, leadImage } = rendition;
  return {
    id: rendition.id,
    edition: rendition.edition ?? 0,
    path: rendition.path,
    headline: rendition.headline,
    kicker: rendition.kicker,
    excerpt: cardExcerpt(story.dek, story.body, excerptWords),
    dek: rendition.hasOwnDek ? rendition.dek : '',
    byline: rendition.byline,
    authors: [...new Set(rendition.authors.map(({ name }) => name))],
    section: section ? { name: section.name, slug: section.slug } : null,
    tags: [...new Set(rendition.tags)],
    subjects: rendition.subjects.map(({ code }) => code),
    language: rendition.language,
    direction: rendition.direction,
    first: rendition.firstPublishedAt ?? rendition.publishedAt ?? rendition.createdAt,
    last: rendition.publishedAt ?? rendition.firstPublishedAt ?? rendition.createdAt,
    urgency: rendition.urgency,
    minutes: rendition.readingMinutes,
    image: leadImage ? { ...leadImage, caption: '', credit: '' } : null,
    corrections: rendition.corrections.map(({ type, text, at }) => ({ type, text, at })),
    neighbours: [...new Set([...related, ...linked])],
  };
}
