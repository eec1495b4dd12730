import type { DocumentNode, StoryDocument } from '../document/document.js';
import { noLimits, type Limits } from './limits.js';
import { blankTemplate, type Template } from './template.js';

const text = (value: string): DocumentNode => ({ type: 'text', text: value });
const paragraph = (value = ''): DocumentNode =>
  value === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [text(value)] };
const heading = (value: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(value)] });
const body = (...content: readonly DocumentNode[]): StoryDocument => ({ type: 'doc', content });
const words = (min: number | null, max: number | null): Limits => ({ ...noLimits, words: { min, max } });

/**
 * The templates that every library has. Holes are TK marks, so the checks find what was not filled. A newsroom that
 * changes one keeps its own under the same id.
 */
export const shippedTemplates: readonly Template[] = [
  {
    ...blankTemplate('news', 'News'),
    genre: 'Current',
    required: ['dek', 'byline', 'dateline', 'slugline', 'section'],
    limits: { ...words(120, 900), headline: { min: 20, max: 90 }, dek: { min: null, max: 200 } },
  },
  {
    ...blankTemplate('brief', 'Brief'),
    genre: 'Press-Digest',
    required: ['slugline', 'section'],
    limits: { ...words(20, 150), headline: { min: null, max: 60 } },
  },
  {
    ...blankTemplate('feature', 'Feature'),
    genre: 'Feature',
    body: body(paragraph('TK the scene'), paragraph('TK what this story is about'), heading('TK'), paragraph()),
    required: ['kicker', 'dek', 'byline', 'section', 'leadImage'],
    limits: { ...words(600, 3_000), dek: { min: 40, max: 300 } },
  },
  {
    ...blankTemplate('opinion', 'Opinion'),
    genre: 'Opinion',
    required: ['kicker', 'dek', 'byline', 'section'],
    limits: words(400, 1_200),
  },
  {
    ...blankTemplate('live-notes', 'Live notes'),
    genre: 'Current',
    sluglinePattern: '{words}-live',
    body: body(heading('TK time'), paragraph()),
    required: ['byline', 'slugline', 'section'],
  },
  {
    ...blankTemplate('obituary', 'Obituary'),
    genre: 'Obituary',
    sluglinePattern: 'obit-{words}',
    body: body(
      paragraph('TK name, who TK, has died aged TK.'),
      paragraph(),
      paragraph('Born TK in TK. Survived by TK.'),
    ),
    required: ['dek', 'byline', 'slugline', 'section', 'leadImage'],
    limits: words(150, 2_000),
    severity: 'error',
  },
];

const shippedIds: ReadonlySet<string> = new Set(shippedTemplates.map(({ id }) => id));

export const isShipped = (id: string): boolean => shippedIds.has(id);

/** The shipped templates as the newsroom has changed them, then its own ones by name. */
export function allTemplates(kept: readonly Template[]): readonly Template[] {
  const changed = new Map(kept.map((template) => [template.id, template]));
  const own = kept.filter(({ id }) => !isShipped(id)).toSorted((left, right) => left.name.localeCompare(right.name));
  return [...shippedTemplates.map((template) => changed.get(template.id) ?? template), ...own];
}
