import { z } from 'zod';
import { personId } from '../ids.js';

/** The kinds of files that hold something of ours, with the schema number that this version writes. */
export const fileSchemas = {
  'copydesk-library': 1,
  'copydesk-story': 1,
  'copydesk-draft': 1,
  'copydesk-edition': 1,
  'copydesk-exchange': 1,
  'copydesk-media': 1,
  'copydesk-taxonomy': 1,
  'copydesk-people': 1,
  'copydesk-settings': 1,
  'copydesk-templates': 1,
  'copydesk-views': 1,
  'copydesk-profiles': 1,
  'copydesk-intent': 1,
  'copydesk-undo': 1,
  'copydesk-machine': 1,
} as const;
export type FileFormat = keyof typeof fileSchemas;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who made a saved state: a label beside it, no part of what is hashed. */
const savedBySchema = z.object({ personId: personId.nullable(), personName: z.string().max(2_000) });
export type SavedBy = Readonly<z.infer<typeof savedBySchema>>;

/**
 * What stands around every kept value. `sha256` is that of the payload's canonical JSON and names the saved state;
 * `parents` are the states it was made from (two after a merge); `revision` and `savedAt` are labels only.
 */
export const envelopeSchema = z.looseObject({
  format: z.string(),
  schema: z.int().min(1),
  id: z.string(),
  revision: z.int().min(1),
  parents: z.array(sha256).max(2),
  sha256,
  savedAt: z.string(),
  /** Missing where nobody sat at the machine, and in files of the first version. */
  by: savedBySchema.optional(),
  payload: z.unknown(),
});
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>;
