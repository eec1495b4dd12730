import { z } from 'zod';
import { sectionId, subjectCode, tagId } from '../ids.js';

/** The colours that a section may have: ten that keep 3:1 on light and dark desks. */
export const sectionColours = [
  '#1f4f82',
  '#6a7a2c',
  '#a0572a',
  '#74458c',
  '#2f7a76',
  '#a32018',
  '#8a5a00',
  '#21683a',
  '#5b5bb0',
  '#6d675d',
] as const;

export const sectionSchema = z.looseObject({
  id: sectionId,
  name: z.string().min(1).max(120),
  /** The section's part of an address, lower case. */
  slug: z.string().min(1).max(160),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** The IPTC topic that stories of this section are about, if one fits. */
  subject: subjectCode.nullable(),
});
export type Section = Readonly<z.infer<typeof sectionSchema>>;

export const tagSchema = z.looseObject({ id: tagId, name: z.string().min(1).max(120) });
export type Tag = Readonly<z.infer<typeof tagSchema>>;

/** Sections stand in the order of the desk and of the page's navigation; tags in order of making. */
export const taxonomySchema = z.looseObject({ sections: z.array(sectionSchema), tags: z.array(tagSchema) });
export type Taxonomy = Readonly<z.infer<typeof taxonomySchema>>;
