import { z } from 'zod';
import { listColumns, listQuerySchema } from './story-row.js';

/** A list that somebody named: what it asks for, in which order, and what its rows say. Shared by the library. */
export const savedViewSchema = z.looseObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  name: z.string().min(1).max(120),
  filter: listQuerySchema.omit({ offset: true, limit: true }),
  columns: z.array(z.enum(listColumns)),
});
export type SavedView = Readonly<z.infer<typeof savedViewSchema>>;

export const savedViewsSchema = z.looseObject({ views: z.array(savedViewSchema).max(100) });
export type SavedViews = Readonly<z.infer<typeof savedViewsSchema>>;
