import { z } from 'zod';
import { storyId } from '../ids.js';

/**
 * The desk's moves, their taking back, and what people let pass at the gate.
 * @param moveName schema of the names of moves
 * @param openStory schema of an opened story
 */
export const workflowCalls = <M extends z.ZodType, S extends z.ZodType>(moveName: M, openStory: S) =>
  ({
    'story.move': {
      by: 'library',
      input: z.object({ id: storyId, move: moveName, note: z.string().max(20_000) }),
      output: openStory,
    },
    /** `at` = when the move was made that is taken back; null = the last one. */
    'story.undoMove': {
      by: 'library',
      input: z.object({ id: storyId, at: z.iso.datetime().nullable() }),
      output: openStory,
    },
    /** Lets a finding of the checks pass. */
    'finding.waive': {
      by: 'library',
      input: z.object({ id: storyId, finding: z.string().max(400), reason: z.string().max(20_000) }),
      output: openStory,
    },
    'finding.unwaive': {
      by: 'library',
      input: z.object({ id: storyId, finding: z.string().max(400) }),
      output: openStory,
    },
  }) as const;
