import { z } from 'zod';
import { mediaId, personId, sectionId, storyId, subjectCode, tagId } from '../ids.js';
import { listColumns, listQuerySchema, storyRowSchema } from '../story/story-row.js';
import { savedViewSchema } from '../story/saved-view.js';
import { templateSchema } from '../story/template.js';
import { exportCalls } from './export-calls.js';
import { folderCalls } from './folder-calls.js';
import { importCalls } from './import-calls.js';
import { listCalls } from './list-calls.js';
import { reviewCalls } from './review-calls.js';
import { personSchema } from '../people/person.js';
import { settingsSchema } from '../publication/settings.js';
import { relatedItemSchema, storySchema } from '../story/story.js';
import { historyCalls, previewSchema } from './history-calls.js';
import { moveNames, storyStates, type MoveName } from '../story/states.js';
import { mediaCalls } from './media-calls.js';
import { siteCalls } from './site-calls.js';
import { workflowCalls } from './workflow-calls.js';
import { sectionSchema, tagSchema, taxonomySchema } from '../taxonomy/taxonomy.js';
import { windowLanguages } from '../strings/languages.js';

/** What the page may ask for; `by` says which process answers (decision 4). */
export interface Call {
  readonly by: 'shell' | 'library';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const nothing = z.null();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Stands for a path that a person chose in a dialog: the path itself stays in the shell. */
export const pathToken = z.string().regex(/^path-[0-9a-f-]{36}$/);
const moveName = z.enum(moveNames as [MoveName, ...MoveName[]]);

export const machineSettingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** The language that the window speaks. */
  language: z.enum(['system', ...windowLanguages]).default('system'),
  /** Who sits at this machine (decision 16). */
  personId: personId.nullable(),
  /** Widths of the regions in px and which are hidden; the open story, by library id. */
  regions: z.record(z.string(), z.object({ width: z.number().min(0).max(4_000), hidden: z.boolean() })),
  openStories: z.record(z.string(), storyId),
  zoom: z.number().min(0.8).max(2),
  /** The template of the last new story, by library id; '' = none. */
  lastTemplates: z.record(z.string(), z.string()).optional(),
  /** What the rows of the story list say. */
  listColumns: z.array(z.enum(listColumns)).optional(),
  /** Whether words that the dictionary does not know are marked, and the words of this machine's own dictionary. */
  spelling: z.boolean().default(true),
  personalWords: z.array(z.string().max(100)).max(20_000).default([]),
  /** How the text is written and shown; missing in a file of an older version. */
  writing: z.object({ typography: z.boolean(), invisibles: z.boolean(), typewriter: z.boolean() }).optional(),
});
export type MachineSettings = Readonly<z.infer<typeof machineSettingsSchema>>;

export const libraryInfoSchema = z.object({
  id: z.string(),
  /** The folder's own name, never its whole path: a screenshot must not show a home folder. */
  folderName: z.string(),
  /** null = open for writing; else why it is for reading only. */
  readOnly: z.object({ code: z.string(), message: z.string() }).nullable(),
  stories: z.int(),
  settings: settingsSchema,
  taxonomy: taxonomySchema,
  people: z.array(personSchema),
  /** The shipped templates as they are here, then the library's own. */
  templates: z.array(templateSchema),
  views: z.array(savedViewSchema),
});
export type LibraryInfo = Readonly<z.infer<typeof libraryInfoSchema>>;

/** Text that a crash left behind, newer than the saved story. */
export const recoverySchema = z.object({
  savedAt: z.string(),
  savedWords: z.int(),
  draftWords: z.int(),
  /** Both texts by paragraph, for the comparison. */
  saved: z.array(z.string()),
  draft: z.array(z.string()),
});
export type Recovery = Readonly<z.infer<typeof recoverySchema>>;

/** A story as the page holds it: the saved state's identity goes back with the next save. */
export const openStorySchema = z.object({
  story: storySchema,
  revision: z.int(),
  sha256,
  recovery: recoverySchema.nullable(),
});
export type OpenStory = Readonly<z.infer<typeof openStorySchema>>;

export const savedSchema = z.object({ revision: z.int(), sha256, savedAt: z.string() });

export const subjectSchema = z.object({
  code: subjectCode,
  label: z.string(),
  /** Labels from the top to the parent. */
  path: z.array(z.string()),
  definition: z.string(),
  hasChildren: z.boolean(),
  retired: z.boolean(),
  /** Stories that carry it. */
  count: z.int(),
});
export type Subject = Readonly<z.infer<typeof subjectSchema>>;

/** A related item with what is known of it now, for the chosen list and the picker. */
export const relatedViewSchema = z.object({
  item: relatedItemSchema,
  headline: z.string(),
  section: z.string(),
  excerpt: z.string(),
  state: z.enum(storyStates).nullable(),
  date: z.string().nullable(),
  image: mediaId.nullable(),
  /** `missing` = no such story any more; `unpublished` = would be a card without a page. */
  trouble: z.enum(['missing', 'spiked', 'killed', 'recalled', 'unpublished', 'noAddress']).nullable(),
});
export type RelatedView = Readonly<z.infer<typeof relatedViewSchema>>;

export const suggestionSchema = z.object({ row: storyRowSchema, score: z.number(), reasons: z.array(z.string()) });
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;

export const findingSchema = z.object({
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  /** The field or block: `headline`, `body:<blockId>`, `related:2`. */
  where: z.string(),
  /** In English, for the command line. */
  message: z.string(),
  fix: z.string().optional(),
  /** The same by key of the catalogue, for the language of the window. */
  says: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
  fixKey: z.string().optional(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** A finding with what it does to the story's next move (`core/check/gate.ts`). */
export const gateFindingSchema = findingSchema.extend({
  weight: z.enum(['block', 'warn', 'off']),
  isWaived: z.boolean(),
  canWaive: z.boolean(),
});
export type GateFinding = Readonly<z.infer<typeof gateFindingSchema>>;

const storyRef = z.object({ id: storyId });
const jobId = z.string().max(60);
const openedLibrary = z.object({ library: libraryInfoSchema, machine: machineSettingsSchema });

/** The only list of what the page may ask of the shell and the library process. */
export const calls = {
  'app.start': {
    by: 'shell',
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      machine: machineSettingsSchema,
      library: libraryInfoSchema.nullable(),
      /** Where a first library would be made, as shown to the person. */
      suggestedFolder: z.string(),
      /** Why the library of last time could not be opened. */
      trouble: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  },
  'machine.save': { by: 'shell', input: machineSettingsSchema, output: nothing },
  'library.chooseFolder': {
    by: 'shell',
    input: z.object({ purpose: z.enum(['open', 'create', 'export']) }),
    output: z.object({ token: pathToken, label: z.string() }).nullable(),
  },
  'library.open': { by: 'shell', input: z.object({ folder: pathToken }), output: openedLibrary },
  'library.create': {
    by: 'shell',
    input: z.object({
      /** null = the suggested folder. */
      folder: pathToken.nullable(),
      publicationName: z.string().min(1).max(200),
      personName: z.string().max(200),
      role: z.enum(['journalist', 'editor']),
      language: z.string(),
      /** Fill it with the sample newsroom. */
      sample: z.boolean(),
    }),
    output: openedLibrary,
  },
  'export.show': { by: 'shell', input: z.object({ token: pathToken }), output: nothing },
  'import.choose': {
    by: 'shell',
    input: z.object({ kind: z.enum(['files', 'folder', 'packages']) }),
    output: z.object({ token: pathToken, count: z.int() }).nullable(),
  },
  'link.open': { by: 'shell', input: z.object({ url: z.string().max(4_000) }), output: nothing },
  /** The page that the text on the clipboard was copied from, where the other program said it. */
  'clipboard.source': { by: 'shell', input: nothing, output: z.object({ url: z.string().max(4_000).nullable() }) },
  /** Pastes the clipboard's plain text where the cursor stands. */
  'edit.pasteText': { by: 'shell', input: nothing, output: nothing },
  'page.print': { by: 'shell', input: storyRef, output: nothing },

  ...listCalls,
  'library.info': { by: 'library', input: nothing, output: libraryInfoSchema },
  'stories.list': {
    by: 'library',
    input: listQuerySchema,
    output: z.object({ rows: z.array(storyRowSchema), total: z.int() }),
  },
  'stories.counts': {
    by: 'library',
    input: nothing,
    output: z.object({
      views: z.record(z.string(), z.int()),
      sections: z.record(z.string(), z.int()),
      tags: z.record(z.string(), z.int()),
    }),
  },
  'story.open': { by: 'library', input: storyRef, output: openStorySchema },
  'story.create': {
    by: 'library',
    input: z.object({ sectionId: sectionId.nullable(), templateId: z.string().max(60).nullable().default(null) }),
    output: openStorySchema,
  },
  /** A draft with the same words and a headline of its own. */
  'story.duplicate': {
    by: 'library',
    input: z.object({ id: storyId, headline: z.string().max(2_000) }),
    output: openStorySchema,
  },
  /** Parts a saved story before a block or inside one (`offset` > 0); answers the new story with the rest. */
  'story.split': {
    by: 'library',
    input: z.object({
      id: storyId,
      blockId: z.string().max(80),
      offset: z.int().min(0),
      headline: z.string().max(2_000),
    }),
    output: openStorySchema,
  },
  /** Keeps the text of the window safe without making a new saved state; durable when it answers. */
  'story.keepDraft': {
    by: 'library',
    input: z.object({ story: storySchema, baseSha256: sha256 }),
    output: z.object({ keptAt: z.string() }),
  },
  /** A new saved state; refused with `story.changed-elsewhere` where `expectedSha256` is not the newest. */
  'story.save': { by: 'library', input: z.object({ story: storySchema, expectedSha256: sha256 }), output: savedSchema },
  /** After a crash: take the draft, drop it, or keep both (the draft as a new story, which is answered). */
  'story.recover': {
    by: 'library',
    input: z.object({ id: storyId, choice: z.enum(['draft', 'saved', 'both']) }),
    output: openStorySchema,
  },
  /** Puts the newest whole version of the history in the place of a damaged story; its file was kept aside. */
  'story.recoverDamaged': { by: 'library', input: storyRef, output: openStorySchema },
  'story.check': { by: 'library', input: storyRef, output: z.array(gateFindingSchema) },
  /** The exported page in memory. With `story` the unsaved text of the window is shown, which nothing is kept of. */
  'story.preview': {
    by: 'library',
    input: storyRef.extend({ story: storySchema.optional(), isPrint: z.boolean().optional() }),
    output: previewSchema,
  },
  ...historyCalls,

  'section.create': {
    by: 'library',
    input: z.object({ name: z.string().min(1).max(120), colour: z.string(), subject: subjectCode.nullable() }),
    output: taxonomySchema,
  },
  'section.change': { by: 'library', input: sectionSchema, output: taxonomySchema },
  'section.reorder': { by: 'library', input: z.object({ ids: z.array(sectionId) }), output: taxonomySchema },
  /** Puts the stories of one section into another (null = none) and removes it. Merging two is the same. */
  'section.remove': {
    by: 'library',
    input: z.object({ id: sectionId, into: sectionId.nullable() }),
    output: taxonomySchema,
  },
  'tag.create': {
    by: 'library',
    input: z.object({ name: z.string().min(1).max(120) }),
    output: z.object({ tag: tagSchema, taxonomy: taxonomySchema }),
  },
  'tag.rename': { by: 'library', input: tagSchema, output: taxonomySchema },
  'tag.remove': { by: 'library', input: z.object({ id: tagId, into: tagId.nullable() }), output: taxonomySchema },
  'subjects.search': { by: 'library', input: z.object({ text: z.string().max(200) }), output: z.array(subjectSchema) },
  'subjects.children': {
    by: 'library',
    input: z.object({ parent: subjectCode.nullable() }),
    output: z.array(subjectSchema),
  },
  'subjects.named': {
    by: 'library',
    input: z.object({ codes: z.array(subjectCode).max(200) }),
    output: z.array(subjectSchema),
  },
  'settings.save': { by: 'library', input: settingsSchema, output: settingsSchema },
  'people.save': { by: 'library', input: z.array(personSchema), output: z.array(personSchema) },

  'related.describe': {
    by: 'library',
    input: z.object({ items: z.array(relatedItemSchema).max(200) }),
    output: z.array(relatedViewSchema),
  },
  'related.suggest': {
    by: 'library',
    input: z.object({ id: storyId, limit: z.int().min(1).max(50) }),
    output: z.array(suggestionSchema),
  },
  'related.linkedFrom': { by: 'library', input: storyRef, output: z.array(storyRowSchema) },
  /** Adds `from` to the related list of `to`, at the end; refused where `to` is frozen. */
  'related.linkBack': { by: 'library', input: z.object({ from: storyId, to: storyId }), output: nothing },

  ...mediaCalls,
  ...siteCalls(pathToken),
  ...exportCalls(pathToken),

  ...importCalls(pathToken),
  ...reviewCalls(pathToken, openStorySchema),
  ...folderCalls(pathToken),
  ...workflowCalls(pathToken, moveName, openStorySchema),
  'job.cancel': { by: 'library', input: z.object({ jobId }), output: nothing },
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
/** What a caller may leave out is filled by the schema's defaults. */
export type CallerInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.infer<(typeof calls)[N]['output']>;
export type LibraryCallName = { [N in CallName]: (typeof calls)[N]['by'] extends 'library' ? N : never }[CallName];
export type ShellCallName = Exclude<CallName, LibraryCallName>;
