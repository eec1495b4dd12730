import { z } from 'zod';
import { mediaId } from '../ids.js';
import { mediaRecordSchema, mediaRowSchema, mediaTextsSchema } from '../media/media-record.js';
import { storyRowSchema } from '../story/story-row.js';

export const mediaInfoSchema = z.object({
  mediaId,
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  fileName: z.string(),
  /** What the file says of itself, or the desk since: what a new use of the picture starts with. */
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
  /** The same picture was in the library before, whatever its name. */
  isKnown: z.boolean(),
  /** What came, where it was too large and was made smaller. */
  original: mediaRecordSchema.shape.original,
});
export type MediaInfo = Readonly<z.infer<typeof mediaInfoSchema>>;

/** What a clean-up removed, or would remove. */
export const mediaCleanedSchema = z.object({
  pictures: z.int(),
  bytes: z.int(),
  /** In no story now, but named by an earlier version, a draft or an edition, or just added. */
  kept: z.int(),
});
export type MediaCleaned = Readonly<z.infer<typeof mediaCleanedSchema>>;

/** What the page may ask about the pictures of the library; part of the table in `calls.ts`. */
export const mediaCalls = {
  'media.add': {
    by: 'library',
    input: z.object({ fileName: z.string().max(400), bytes: z.instanceof(Uint8Array) }),
    output: mediaInfoSchema,
  },
  'media.list': {
    by: 'library',
    input: z.object({
      text: z.string().max(200),
      unused: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(mediaRowSchema), total: z.int() }),
  },
  /** One picture with the stories that it stands in, newest first. */
  'media.about': {
    by: 'library',
    input: z.object({ id: mediaId }),
    output: z.object({ row: mediaRowSchema, usedIn: z.array(storyRowSchema) }),
  },
  'media.change': { by: 'library', input: z.object({ id: mediaId, texts: mediaTextsSchema }), output: mediaRowSchema },
  /** Removes pictures that nothing names any more; `dryRun` only counts them. */
  'media.clean': { by: 'library', input: z.object({ dryRun: z.boolean() }), output: mediaCleanedSchema },
} as const;
