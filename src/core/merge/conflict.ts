import { z } from 'zod';

/**
 * A place where two sides changed the same, kept with the story until somebody decides. In the text stands mine, or what
 * is left of the two; `base`, `mine` and `theirs` hold all three whole. A block is its JSON, null = it was taken away.
 */
export const conflictSchema = z.looseObject({
  id: z.string().min(1).max(80),
  /** The block that stands in the text, by its id; null for a field. */
  blockId: z.string().max(80).nullable(),
  /** The field, as `headline` or `headlines.web`; '' for a block. */
  path: z.string().max(200),
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
  /** Whose version the other one is, for people. */
  from: z.string().max(2_000),
});
export type Conflict = Readonly<z.infer<typeof conflictSchema>>;

/** What a person makes of a conflict. */
export const takes = ['mine', 'theirs', 'both'] as const;
export type Take = (typeof takes)[number];
