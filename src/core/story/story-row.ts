import { z } from 'zod';
import { mediaId, personId, sectionId, storyId, tagId } from '../ids.js';
import { isInWork, storyStates } from './states.js';

/** One line of a story list: what the index keeps beside the story, no body. */
export const storyRowSchema = z.object({
  id: storyId,
  sourceId: z.string().nullable(),
  headline: z.string(),
  slugline: z.string(),
  sectionId: sectionId.nullable(),
  tagIds: z.array(tagId),
  state: z.enum(storyStates),
  words: z.int(),
  /** TK marks left in the text. */
  tks: z.int(),
  byline: z.string(),
  authorIds: z.array(personId),
  leadImage: mediaId.nullable(),
  /** Edition number, 0 = never published. */
  edition: z.int(),
  embargoAt: z.string().nullable(),
  modifiedAt: z.string(),
  publishedAt: z.string().nullable(),
  /** When the desk wants it. */
  dueAt: z.string().nullable(),
  /** Who works on it now. */
  assigneeId: personId.nullable(),
});
export type StoryRow = Readonly<z.infer<typeof storyRowSchema>>;

/** Whether a story should have been handed in by now. */
export const isLate = ({ dueAt, state }: Pick<StoryRow, 'dueAt' | 'state'>, now: Date): boolean =>
  dueAt !== null && isInWork(state) && Date.parse(dueAt) < now.getTime();

/** The desk's own lists; a section or a tag narrows any of them. */
export const deskViews = [
  'all',
  'mine',
  'assigned',
  'late',
  'toReview',
  'approved',
  'embargoed',
  'publishedToday',
  'published',
  'spiked',
] as const;
export type DeskView = (typeof deskViews)[number];

/** What a row can say; the headline is always said. */
export const listColumns = [
  'state',
  'section',
  'words',
  'author',
  'assignee',
  'modified',
  'slugline',
  'due',
  'published',
  'tks',
] as const;
export type ListColumn = (typeof listColumns)[number];
/** What a row says until a person chooses. */
export const defaultColumns: readonly ListColumn[] = ['state', 'section', 'words', 'author', 'modified', 'tks'];

export const listSorts = [
  'modified',
  'created',
  'headline',
  'section',
  'state',
  'words',
  'author',
  'assignee',
  'slugline',
  'due',
  'published',
  'tks',
] as const;
export type ListSort = (typeof listSorts)[number];

export const listQuerySchema = z.object({
  view: z.enum(deskViews).default('all'),
  /** Full text with field filters (`section:sport state:draft tag:"city hall" words`); '' = no search. */
  text: z.string().max(1_000).default(''),
  sectionId: sectionId.nullable().default(null),
  tagId: tagId.nullable().default(null),
  authorId: personId.nullable().default(null),
  states: z.array(z.enum(storyStates)).default([]),
  /** Modified at or after / before this instant. */
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  sort: z.enum(listSorts).default('modified'),
  descending: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(100),
});
export type ListQuery = Readonly<z.infer<typeof listQuerySchema>>;
