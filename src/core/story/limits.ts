import { z } from 'zod';

/** What a length is set for: the five headlines and the dek in characters, the body in words. */
export const limitSlots = ['headline', 'web', 'print', 'seo', 'social', 'dek', 'words'] as const;
export type LimitSlot = (typeof limitSlots)[number];

/** The headlines that a story may have beside its own, each for one place where it is read. */
export const headlineSlots = ['web', 'print', 'seo', 'social'] as const satisfies readonly LimitSlot[];
export type HeadlineSlot = (typeof headlineSlots)[number];

const bound = z.int().min(0).max(100_000).nullable();
const limitSchema = z.object({ min: bound, max: bound });
/** The least and the most of a slot; null = no such bound. Characters, for `words` words. */
export type Limit = Readonly<z.infer<typeof limitSchema>>;

export const limitsSchema = z.object(
  Object.fromEntries(limitSlots.map((slot) => [slot, limitSchema])) as Record<LimitSlot, typeof limitSchema>,
);
export type Limits = Readonly<z.infer<typeof limitsSchema>>;

const none: Limit = { min: null, max: null };
/** A template that says nothing of lengths. */
export const noLimits: Limits = {
  headline: none,
  web: none,
  print: none,
  seo: none,
  social: none,
  dek: none,
  words: none,
};

/**
 * The publication's lengths until it sets others: headlines over 120 and deks over 300 characters no longer read well,
 * results of search engines are cut at about 60, cards of social networks at about 100.
 */
export const defaultLimits: Limits = {
  headline: { min: null, max: 120 },
  web: { min: null, max: 100 },
  print: { min: null, max: 60 },
  seo: { min: null, max: 60 },
  social: { min: null, max: 100 },
  dek: { min: null, max: 300 },
  words: none,
};

/** The lengths that hold for a story: each bound of its template, else the publication's. */
export function limitsFor(publication: Limits, template: Limits | undefined): Limits {
  if (!template) return publication;
  const both = (slot: LimitSlot): Limit => ({
    min: template[slot].min ?? publication[slot].min,
    max: template[slot].max ?? publication[slot].max,
  });
  return {
    headline: both('headline'),
    web: both('web'),
    print: both('print'),
    seo: both('seo'),
    social: both('social'),
    dek: both('dek'),
    words: both('words'),
  };
}

/** A length beside its limit: how far over the most, how far under the least; an empty field is neither. */
export interface Measure {
  readonly length: number;
  readonly over: number;
  readonly under: number;
}

export function measure(length: number, { min, max }: Limit): Measure {
  return {
    length,
    over: max === null ? 0 : Math.max(0, length - max),
    under: min === null || length === 0 ? 0 : Math.max(0, min - length),
  };
}

/** Characters of a line as a person counts them, white space at its ends left out. */
export const characters = (text: string): number => Array.from(text.trim()).length;
