import { z } from 'zod';
import { storyId } from '../ids.js';
import { takes } from '../merge/conflict.js';
import { correctionTypes } from '../story/correction-notes.js';

/** What a person gets for a story that went out; the path stays in the shell, behind `folderToken`. */
export const receiptSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  at: z.string(),
  to: z.string(),
});
export type ShownReceipt = Readonly<z.infer<typeof receiptSchema>>;

/** What became of one hand-over file. */
export const takenInSchema = z.object({
  fileName: z.string(),
  outcome: z.enum(['new', 'merged', 'same', 'older', 'refused']),
  id: storyId.nullable(),
  headline: z.string(),
  from: z.string(),
  /** What the other desk changed and is in the story now, by field or block. */
  merged: z.int(),
  /** Places that both changed, which a person decides. */
  conflicts: z.int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type TakenInRow = Readonly<z.infer<typeof takenInSchema>>;

/** One crossing of a story from desk to desk. */
const exchangeSchema = receiptSchema.omit({ to: true }).extend({ direction: z.enum(['out', 'in']), with: z.string() });
export type ShownExchange = Readonly<z.infer<typeof exchangeSchema>>;

/**
 * Handing over, merging, correcting.
 * @param token schema of a path that a person chose
 * @param openStory schema of an opened story
 */
export const reviewCalls = <T extends z.ZodType, S extends z.ZodType>(token: T, openStory: S) =>
  ({
    'handOver.write': {
      by: 'library',
      input: z.object({
        id: storyId,
        folder: token,
        to: z.string().max(200),
        note: z.string().max(20_000),
        as: z.enum(['package', 'word']).default('package'),
      }),
      output: receiptSchema.extend({ folderToken: token }),
    },
    'handOver.takeIn': {
      by: 'library',
      input: z.object({ files: token }),
      output: z.array(takenInSchema),
    },
    /** The newest first. */
    'handOver.list': { by: 'library', input: z.object({ id: storyId }), output: z.array(exchangeSchema) },
    'conflict.resolve': {
      by: 'library',
      input: z.object({ id: storyId, conflictId: z.string().max(80), take: z.enum(takes) }),
      output: openStory,
    },
    'correction.publish': {
      by: 'library',
      input: z.object({
        id: storyId,
        wrong: z.string().max(20_000),
        right: z.string().max(20_000),
        note: z.string().max(20_000),
        type: z.enum(correctionTypes),
        place: z.enum(['top', 'end']).nullable(),
        at: z.union([z.int().min(0), z.literal('all')]).nullable(),
      }),
      output: openStory,
    },
  }) as const;
