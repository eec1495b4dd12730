import { z } from 'zod';

/** Ids are numbers in the files of Ghost 1 and strings later. */
const id = z.union([z.string(), z.number()]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

export const ghostPostSchema = z.looseObject({
  id,
  title: text,
  slug: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  feature_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  custom_excerpt: text,
  meta_title: text,
  og_title: text,
  type: text,
  status: text,
  visibility: text,
  locale: text,
  created_at: z.unknown().optional(),
  published_at: z.unknown().optional(),
});
export type GhostPost = z.infer<typeof ghostPostSchema>;

const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(1_000_000).optional();

export const ghostDataSchema = z.looseObject({
  /** Read one by one, so that one broken post costs no other. */
  posts: z.array(z.unknown()),
  users: rows(z.looseObject({ id, name: text })),
  tags: rows(z.looseObject({ id, name: text, visibility: text })),
  posts_authors: rows(z.looseObject({ post_id: id, author_id: id, sort_order: z.number().nullish() })),
  posts_tags: rows(z.looseObject({ post_id: id, tag_id: id, sort_order: z.number().nullish() })),
  posts_meta: rows(
    z.looseObject({
      post_id: id,
      meta_title: text,
      og_title: text,
      feature_image_alt: text,
      feature_image_caption: text,
    }),
  ),
});
export type GhostData = z.infer<typeof ghostDataSchema>;

/** `{db: [{meta, data}]}`, and the `{meta, data}` of older ones. */
const fileSchema = z.union([
  z.looseObject({ db: z.array(z.looseObject({ data: ghostDataSchema })).min(1) }),
  z.looseObject({ data: ghostDataSchema }).transform(({ data }) => ({ db: [{ data }] })),
]);

/** The tables of an export; undefined for JSON of anything else. */
export function ghostData(value: unknown): readonly GhostData[] | undefined {
  const parsed = fileSchema.safeParse(value);
  return parsed.success ? parsed.data.db.map(({ data }) => data) : undefined;
}
