import { z } from 'zod';
import { emptyDocument, type StoryDocument } from '../document/document.js';
import { checkDocument } from '../document/document-rules.js';
import { deskId, mediaId, personId, sectionId, storyId, subjectCode, tagId, type DeskId, type NewId } from '../ids.js';
import { conflictSchema } from '../merge/conflict.js';
import { pictureUseSchema } from '../media/picture-use.js';
import { isTimeZone, type PublicationSettings } from '../publication/settings.js';
import { storyStates } from './states.js';

/** Longest single-line field in characters: a headline of 10,000 is refused with its field's name, not cut. */
const line = z.string().max(2_000);
const note = z.string().max(100_000);
const instant = z.iso.datetime();
/** An instant with the IANA zone in which the desk meant it. */
const zonedInstant = z.object({
  at: instant,
  tz: z.string().max(80).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
});

const bodySchema = z.custom<StoryDocument>().superRefine((value, context) => {
  for (const message of checkDocument(value)) context.addIssue({ code: 'custom', message });
});

/** The use has defaults, so that a story from before there were crops opens. */
export const leadImageSchema = pictureUseSchema.extend({ mediaId, alt: note, caption: note, credit: line });

/** A story of this library, or a page outside it; an imported card without an address has `url: null` (decision 17). */
export const relatedItemSchema = z.union([
  z.object({ storyId }),
  z.object({
    url: z.url({ protocol: /^https?$/ }).nullable(),
    headline: line.min(1),
    section: line,
    excerpt: note,
    image: mediaId.optional(),
    imageAlt: note.optional(),
  }),
]);
export type RelatedItem = Readonly<z.infer<typeof relatedItemSchema>>;

const actFields = { personId: personId.nullable(), personName: line, at: instant };

/** A finding of the checks that somebody let pass, with the reason. */
const waiverSchema = z.looseObject({
  /** The finding's id, and what it said: where it says something else by now the waiver does not hold. */
  finding: z.string().max(400),
  rule: z.string().max(80),
  message: note,
  reason: note,
  ...actFields,
});
export type Waiver = Readonly<z.infer<typeof waiverSchema>>;

const storyFields = {
  id: storyId,
  deskId,
  /** `urn:newsml:<domain>:<date>:<uuid>`, the same through every correction. */
  guid: z.string().min(1).max(400),
  /** The id that the story had where it was imported from. */
  sourceId: z.string().max(400).nullable(),
  /** BCP 47. */
  language: z.string().min(2).max(35),
  /** The template that the story was started from; null = none. */
  templateId: z.string().max(60).nullable().default(null),
  /** The desk's short name of the story, the same for all its takes and pictures. */
  slugline: line,
  /** The page's part of the address; empty = made from the headline. */
  urlSlug: z.string().max(200),
  takeKey: line,
  kicker: line,
  headline: line,
  headlines: z.object({ web: line, print: line, seo: line, social: line }),
  /** One sentence under the headline, plain text. */
  dek: note,
  /** As printed; empty = made from `authors`. */
  byline: line,
  authors: z.array(z.object({ personId, role: z.string().max(80) })).max(50),
  /** The line at the end about the author. */
  bodyFooter: note,
  dateline: z.object({ located: line, date: z.string().max(40).nullable(), text: line }).nullable(),
  sectionId: sectionId.nullable(),
  subjects: z.array(subjectCode).max(100),
  tagIds: z.array(tagId).max(500),
  genre: z.string().max(80).nullable(),
  place: z.array(line).max(100),
  /** 1 (most urgent) to 5; handling priority 1 to 9. */
  urgency: z.int().min(1).max(5).nullable(),
  priority: z.int().min(1).max(9).nullable(),
  signal: z.array(line).max(20),
  source: line,
  usageTerms: note,
  copyrightHolder: line,
  copyrightNotice: line,
  /** Message to the receivers; never printed. */
  ednote: note,
  /** For the desk only; never leaves. */
  internalNote: note,
  planning: z.object({ budgetLine: note, due: instant.nullable(), wordsPlanned: z.int().min(0).nullable() }),
  embargo: zonedInstant.nullable(),
  schedule: zonedInstant.nullable(),
  state: z.enum(storyStates),
  /** The state that a spiked story goes back to. */
  stateBefore: z.enum(storyStates).nullable(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']),
  leadImage: leadImageSchema.nullable(),
  body: bodySchema,
  related: z.array(relatedItemSchema).max(200),
  corrections: z.array(
    z.object({
      type: z.enum(['correction', 'clarification', 'update', 'editorsNote', 'retraction']),
      text: note,
      at: instant,
      place: z.enum(['top', 'end']),
    }),
  ),
  /** The notice that went out with a kill or a recall; shown to readers of the page. */
  notice: note,
  /** Who made which tracked change; the marks in the body carry the key. */
  changes: z.record(z.string(), z.looseObject({ kind: z.string(), ...actFields })),
  annotations: z.record(
    z.string(),
    z.looseObject({
      kind: z.enum(['comment', 'legal', 'source', 'cq', 'toCheck']),
      thread: z.array(z.looseObject({ text: note, ...actFields })),
      resolved: z.boolean(),
    }),
  ),
  /** Who was spoken to for the story, and what the desk notes of it; private, never leaves. Missing = nobody. */
  sources: z.array(z.object({ personId, note })).max(200).optional(),
  /** Words that are spelt right in this story whatever a dictionary says; private. */
  ignoredWords: z.array(z.string().max(100)).max(2_000).optional(),
  /** Where this text and one that came back by file changed the same, until somebody decides; private. Missing = none. */
  conflicts: z.array(conflictSchema).max(10_000).optional(),
  /** The story that this one brings up to date, where it was begun as its update (writethru). */
  updateOf: z.object({ storyId, guid: z.string().max(400) }).optional(),
  /** Who works on it now; missing = nobody was named. Private. */
  assigneeId: personId.nullable().optional(),
  /** Findings that somebody let pass at the gate; private. Missing = none. */
  waivers: z.array(waiverSchema).max(2_000).optional(),
  /** Every move of the desk with who, when and why; private. */
  log: z.array(z.looseObject({ act: z.string(), from: z.string(), to: z.string(), note, ...actFields })),
  /** Where an imported story came from; private, tells a second import of the same file. */
  origin: z.looseObject({ format: z.string(), fileName: z.string(), sha256: z.string() }).nullable(),
  /** Number of the newest frozen edition; 0 = never published. */
  edition: z.int().min(0),
  createdAt: instant,
  modifiedAt: instant,
  firstPublishedAt: instant.nullable(),
  publishedAt: instant.nullable(),
};
/** Fields that this version does not know are kept (decision 30). */
export const storySchema = z.looseObject(storyFields);
export type Story = Readonly<z.infer<typeof storySchema>>;
export type StorySource = NonNullable<Story['sources']>[number];
/** The fields that this version knows, and no others. */
type StoryFields = Readonly<z.infer<z.ZodObject<typeof storyFields>>>;

/** The fields that a person fills in and an importer may set; the rest is the desk's own. */
export type StoryContent = Omit<
  StoryFields,
  | 'id'
  | 'deskId'
  | 'guid'
  | 'state'
  | 'stateBefore'
  | 'pubStatus'
  | 'log'
  | 'edition'
  | 'changes'
  | 'annotations'
  | 'ignoredWords'
  | 'sources'
  | 'conflicts'
  | 'waivers'
  | 'assigneeId'
  | 'updateOf'
>;

export interface NewStory {
  readonly settings: PublicationSettings;
  /** The desk that the story starts on: the library's own. */
  readonly desk: DeskId;
  readonly now: Date;
  readonly newId: NewId;
}

/** An empty draft with the publication's language, a new id and a guid under its domain. */
export function newStory({ settings, desk, now, newId }: NewStory, content: Partial<StoryContent> = {}): Story {
  const id = newId();
  const at = now.toISOString();
  return {
    id: storyId.parse(id),
    deskId: desk,
    guid: `urn:newsml:${settings.guidDomain}:${at.slice(0, 10)}:${id}`,
    sourceId: null,
    language: settings.language,
    templateId: null,
    slugline: '',
    urlSlug: '',
    takeKey: '',
    kicker: '',
    headline: '',
    headlines: { web: '', print: '', seo: '', social: '' },
    dek: '',
    byline: '',
    authors: [],
    bodyFooter: '',
    dateline: null,
    sectionId: null,
    subjects: [],
    tagIds: [],
    genre: null,
    place: [],
    urgency: null,
    priority: null,
    signal: [],
    source: '',
    usageTerms: '',
    copyrightHolder: '',
    copyrightNotice: '',
    ednote: '',
    internalNote: '',
    planning: { budgetLine: '', due: null, wordsPlanned: null },
    embargo: null,
    schedule: null,
    leadImage: null,
    body: emptyDocument,
    related: [],
    corrections: [],
    notice: '',
    origin: null,
    createdAt: at,
    modifiedAt: at,
    firstPublishedAt: null,
    publishedAt: null,
    ...content,
    state: 'draft',
    stateBefore: null,
    pubStatus: 'withheld',
    changes: {},
    annotations: {},
    log: [],
    edition: 0,
  };
}
