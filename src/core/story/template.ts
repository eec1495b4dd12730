import { z } from 'zod';
import { emptyDocument, type StoryDocument } from '../document/document.js';
import { checkDocument } from '../document/document-rules.js';
import { sectionId } from '../ids.js';
import { hasWords } from '../text/words.js';
import { limitsSchema, noLimits } from './limits.js';
import type { Story } from './story.js';

/** Fields that a template may ask for, in the order of the page and of the inspector. */
export const requirableFields = [
  'kicker',
  'dek',
  'byline',
  'dateline',
  'slugline',
  'section',
  'subjects',
  'tags',
  'leadImage',
  'seo',
  'social',
  'source',
  'ednote',
] as const;
export type RequirableField = (typeof requirableFields)[number];

const skeleton = z.custom<StoryDocument>().superRefine((value, context) => {
  for (const message of checkDocument(value)) context.addIssue({ code: 'custom', message });
});

/** What a kind of story starts from and is held to. Kept in the library, so that a desk shares it. */
export const templateSchema = z.looseObject({
  /** The shipped ones have a word, own ones a UUID. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1).max(120),
  /** BCP 47; null = the publication's. */
  language: z.string().min(2).max(35).nullable(),
  sectionId: sectionId.nullable(),
  genre: z.string().max(80).nullable(),
  /** Of {section}, {words} and {date}; empty = the publication's pattern. */
  sluglinePattern: z.string().max(200),
  body: skeleton,
  required: z.array(z.enum(requirableFields)),
  limits: limitsSchema,
  /** How a missing field or a length out of its bounds is told by the checks. */
  severity: z.enum(['error', 'warning']),
});
export type Template = Readonly<z.infer<typeof templateSchema>>;

export const templatesSchema = z.looseObject({ templates: z.array(templateSchema).max(200) });
export type Templates = Readonly<z.infer<typeof templatesSchema>>;

/** An own template before anything is set. */
export const blankTemplate = (id: string, name: string): Template => ({
  id,
  name,
  language: null,
  sectionId: null,
  genre: null,
  sluglinePattern: '',
  body: emptyDocument,
  required: [],
  limits: noLimits,
  severity: 'warning',
});

/** The fields that a template asks for and a story does not have yet. */
export function missingFields(story: Story, template: Template | undefined): readonly RequirableField[] {
  return (template?.required ?? []).filter((field) => !isFilled(story, field));
}

function isFilled(story: Story, field: RequirableField): boolean {
  switch (field) {
    case 'byline':
      return hasWords(story.byline) || story.authors.length > 0;
    case 'dateline':
      return hasWords(story.dateline?.text ?? '') || hasWords(story.dateline?.located ?? '');
    case 'section':
      return story.sectionId !== null;
    case 'subjects':
      return story.subjects.length > 0;
    case 'tags':
      return story.tagIds.length > 0;
    case 'leadImage':
      return story.leadImage !== null;
    case 'seo':
    case 'social':
      return hasWords(story.headlines[field]);
    default:
      return hasWords(story[field]);
  }
}
