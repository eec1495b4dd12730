import { z } from 'zod';
import { personId, storyId } from '../ids.js';

/**
 * The desk's moves, their taking back, and what people let pass at the gate.
 * @param token schema of a path that a person chose
 * @param moveName schema of the names of moves
 * @param openStory schema of an opened story
 */
export const workflowCalls = <T extends z.ZodType, M extends z.ZodType, S extends z.ZodType>(
  token: T,
  moveName: M,
  openStory: S,
) =>
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
    /** A new story that brings one that is out up to date. */
    'story.update': { by: 'library', input: z.object({ id: storyId }), output: openStory },
    /** Gives a story to a person; null = to nobody. */
    'story.assign': {
      by: 'library',
      input: z.object({ id: storyId, to: personId.nullable() }),
      output: openStory,
    },
    /** The sheet that a shift hands over, in each format, in a folder that was chosen; `locale` = the window’s. */
    'budget.write': {
      by: 'library',
      input: z.object({ folder: token, locale: z.string().max(35) }),
      output: z.object({ files: z.array(z.string()), stories: z.int() }),
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
