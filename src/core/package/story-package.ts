import { z } from 'zod';
import { personId, sectionId, storyId, subjectCode, tagId } from '../ids.js';
import { mediaRecordSchema } from '../media/media-record.js';
import { personRoles } from '../people/person.js';
import { safeStem } from '../text/file-name.js';
import type { Story } from '../story/story.js';

/** A story that travels as one file: a zip whose first entry is `mimetype`, stored, so that it is known by its bytes. */
export const packageMime = 'application/vnd.copydesk.story+zip';
export const packageExtension = 'copydesk';
export const packageVersion = 1;

/** Names of the entries. The earlier states lie in `base/`, pictures in `media/`, frozen editions in `editions/`. */
export const packageEntries = {
  mimetype: 'mimetype',
  manifest: 'manifest.json',
  story: 'story.json',
  readable: 'story.html',
} as const;

/** Limits of our own packages (decision 24). The parts that are text are as large as a story file may be. */
export const packageLimits = { entries: 10_000, bytes: 2 * 1024 ** 3, textBytes: 20 * 1024 ** 2 } as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.string().max(2_000);

/** What stands beside each id that travels, so that it finds its like on arrival (decision 16). */
export const packageNamesSchema = z.object({
  sections: z
    .array(z.object({ id: sectionId, name: line.min(1), colour: line, subject: subjectCode.nullable() }))
    .max(500),
  tags: z.array(z.object({ id: tagId, name: line.min(1) })).max(2_000),
  people: z
    .array(
      z.object({
        id: personId,
        name: line.min(1),
        initials: z.string().max(4),
        colour: line,
        role: z.enum(personRoles),
      }),
    )
    .max(2_000),
});
export type PackageNames = Readonly<z.infer<typeof packageNamesSchema>>;

/** A state that both desks have had, so that what each did since can be told apart. */
const baseSchema = z.object({
  /** Names the state as it once travelled: by this the other desk finds its own copy of it. */
  state: sha256,
  path: z.string().max(200),
  /** Of the text in this file, which says the same under the sender’s ids. */
  sha256,
});

export const packageManifestSchema = z.object({
  format: z.literal('copydesk-package'),
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  createdBy: line,
  /** Who sends it and for whom it is, as people read it; '' = nobody was named. */
  from: line,
  to: line,
  /** The desk that wrote it; an older version did not say. */
  desk: z.string().max(80).default(''),
  note: z.string().max(20_000),
  story: z.object({ id: storyId, guid: z.string().max(400), headline: line, revision: z.int().min(1), sha256 }),
  /** The newest first. */
  bases: z.array(baseSchema).max(20),
  names: packageNamesSchema,
  media: z.record(z.string(), mediaRecordSchema),
  /** Parts that never leave in an export, and stand in this file. */
  private: z.array(z.string()),
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256 })),
});
export type PackageManifest = Readonly<z.infer<typeof packageManifestSchema>>;

/** Private fields of a story that are not empty, by name: a package says of itself what it carries. */
export function privateParts(story: Story): readonly string[] {
  return [
    ...(story.internalNote === '' ? [] : ['internalNote']),
    ...((story.sources ?? []).length === 0 ? [] : ['sources']),
    ...(Object.keys(story.annotations).length === 0 ? [] : ['annotations']),
    ...(Object.keys(story.changes).length === 0 ? [] : ['changes']),
  ];
}

/**
 * `night-ferry-r12.copydesk`: by slugline, else headline, and the number of the saved state. `mark` tells apart what
 * several desks put into one folder.
 */
export const packageName = (story: Pick<Story, 'slugline' | 'headline'>, revision: number, mark = ''): string =>
  `${safeStem(story.slugline || story.headline, 'story')}-r${String(revision)}${mark && `-${mark}`}.${packageExtension}`;
