import { z } from 'zod';
import { storyId } from '../ids.js';
import { storySchema } from '../story/story.js';
import { storyStates } from '../story/states.js';

/** Names a kept state of a story: `12-0af3b1c2`. */
const versionId = z.string().regex(/^\d{1,9}-[0-9a-f]{8}$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const versionSchema = z.object({
  version: versionId,
  revision: z.int(),
  savedAt: z.string(),
  /** Who saved it; null where nobody sat at the machine, and for imported stories. */
  by: z.string().nullable(),
  state: z.enum(storyStates),
  words: z.int(),
  /** Words more or less than in the state before; null for the first one. */
  change: z.int().nullable(),
  name: z.string().nullable(),
});
export type Version = Readonly<z.infer<typeof versionSchema>>;

export const previewSchema = z.object({
  address: z.string(),
  /** The ids of the blocks that have an anchor `#at-<id>` in this page, in reading order. */
  anchors: z.array(z.string()),
});

/** What the window asks of the versions of a story. */
export const historyCalls = {
  /** A page of the versions, newest first: never all of a long life at once. */
  'history.list': {
    by: 'library',
    input: z.object({ id: storyId, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.object({ versions: z.array(versionSchema), total: z.int() }),
  },
  /** What others made of a story since the person at this machine had it before them; it counts as seen from now on. */
  'history.sinceSeen': {
    by: 'library',
    input: z.object({ id: storyId }),
    output: z.object({ before: versionSchema, by: z.array(z.string()), saves: z.int() }).nullable(),
  },
  'history.read': {
    by: 'library',
    input: z.object({ id: storyId, version: versionId }),
    output: z.object({ story: storySchema }),
  },
  /** Names a kept state; `version` null = the newest saved one, `name` null takes the name away. */
  'history.name': {
    by: 'library',
    input: z.object({ id: storyId, version: versionId.nullable(), name: z.string().trim().min(1).max(200).nullable() }),
    output: z.object({ version: versionId }),
  },
  /** The text and fields of a kept state as a new saved state; where the story stands on the desk is left as it is. */
  'history.restore': {
    by: 'library',
    input: z.object({ id: storyId, version: versionId, expectedSha256: sha256 }),
    output: z.object({ story: storySchema, revision: z.int(), sha256, recovery: z.null() }),
  },
} as const;
