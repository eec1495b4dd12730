import { z } from 'zod';
import { personId, sectionId, storyId } from '../ids.js';
import { personSchema } from '../people/person.js';
import { bulkChangeSchema } from '../story/bulk-change.js';
import { savedViewSchema } from '../story/saved-view.js';
import { listQuerySchema, storyRowSchema } from '../story/story-row.js';
import { templateSchema } from '../story/template.js';

/** Stories that one bulk operation may name. */
const mostAtOnce = 100_000;

/** What became of one story of a bulk operation; `unchanged` = it was so already. */
export const bulkRowSchema = z.object({
  id: storyId,
  headline: z.string(),
  outcome: z.enum(['done', 'unchanged', 'refused']),
  /** Why it was refused, in words. */
  message: z.string(),
});
export type BulkRow = Readonly<z.infer<typeof bulkRowSchema>>;

const bulkResultSchema = z.object({
  rows: z.array(bulkRowSchema),
  /** Takes the operation back, after a restart too; null where nothing was changed. */
  undo: z.string().nullable(),
});
export type BulkResult = Readonly<z.infer<typeof bulkResultSchema>>;

/** Calls of the story list, the templates and the people. */
export const listCalls = {
  /** The ids of a list in its order, for a selection that reaches further than the rows that were fetched. */
  'stories.ids': {
    by: 'library',
    input: listQuerySchema.extend({ limit: z.int().min(1).max(mostAtOnce) }),
    output: z.array(storyId),
  },
  /** One change for many stories, journalled; each is answered. Progress comes as news of the job `bulk`. */
  'stories.bulk': {
    by: 'library',
    input: z.object({ ids: z.array(storyId).min(1).max(mostAtOnce), change: bulkChangeSchema }),
    output: bulkResultSchema,
  },
  /** Takes a bulk change back (`last` = the newest one), of the stories that nobody changed since. */
  'stories.bulkUndo': { by: 'library', input: z.object({ undo: z.string().max(60) }), output: bulkResultSchema },
  'story.sluglines': {
    by: 'library',
    input: z.object({
      id: storyId,
      headline: z.string().max(2_000),
      sectionId: sectionId.nullable(),
      templateId: z.string().max(60).nullable(),
    }),
    output: z.array(z.object({ slugline: z.string(), used: z.int() })),
  },
  'template.save': { by: 'library', input: templateSchema, output: z.array(templateSchema) },
  /** An own template goes; a shipped one is again as it was shipped. */
  'template.remove': { by: 'library', input: z.object({ id: z.string().max(60) }), output: z.array(templateSchema) },
  'views.save': { by: 'library', input: z.array(savedViewSchema).max(100), output: z.array(savedViewSchema) },
  /** The stories that name a person, newest first, 200 of each kind at most. */
  'people.uses': {
    by: 'library',
    input: z.object({ id: personId }),
    output: z.object({ author: z.array(storyRowSchema), source: z.array(storyRowSchema) }),
  },
  /** Puts the stories of one person under another and removes the first. */
  'people.merge': { by: 'library', input: z.object({ id: personId, into: personId }), output: z.array(personSchema) },
} as const;
