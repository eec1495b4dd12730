import { z } from 'zod';

/** All ids are UUIDs (decision 16), branded so that one kind cannot stand in for another. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID');

export const storyId = uuid.brand<'StoryId'>();
export const sectionId = uuid.brand<'SectionId'>();
export const tagId = uuid.brand<'TagId'>();
export const personId = uuid.brand<'PersonId'>();
export const deskId = uuid.brand<'DeskId'>();
/** `<sha256 of the bytes>.<extension>`: media are addressed by content. */
export const mediaId = z
  .string()
  .regex(/^[0-9a-f]{64}\.(jpg|png|gif|webp|avif)$/, 'must be a sha256 and a picture extension')
  .brand<'MediaId'>();
/** IPTC Media Topic, `medtop:20000001`. */
export const subjectCode = z
  .string()
  .regex(/^medtop:\d{8}$/, 'must be a medtop code')
  .brand<'SubjectCode'>();

export type StoryId = z.infer<typeof storyId>;
export type SectionId = z.infer<typeof sectionId>;
export type TagId = z.infer<typeof tagId>;
export type PersonId = z.infer<typeof personId>;
export type DeskId = z.infer<typeof deskId>;
export type MediaId = z.infer<typeof mediaId>;
export type SubjectCode = z.infer<typeof subjectCode>;

/** Makes new ids; an argument everywhere, so that the same input gives the same bytes in a test. */
export type NewId = () => string;
