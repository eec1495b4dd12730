import { z } from 'zod';
import { storyId } from '../ids.js';
import { folderStandings } from '../package/folder-row.js';
import { receiptSchema, takenInSchema } from './review-calls.js';

const fileName = z.string().min(1).max(400);

const rowSchema = z.object({
  name: z.string(),
  standing: z.enum(folderStandings),
  /** The story here that the file is of; null = none. */
  id: storyId.nullable(),
  headline: z.string(),
  /** Who sent it, for whom, and what they said; '' = nobody, nothing. */
  from: z.string(),
  to: z.string(),
  note: z.string(),
  createdAt: z.string().nullable(),
  /** Who works on the story. */
  claim: z.object({ person: z.string(), at: z.string(), isOwn: z.boolean() }).nullable(),
});
export type ShownFolderRow = Readonly<z.infer<typeof rowSchema>>;

/** A folder that a person chose: its own name, never its whole path, and what stands for it. */
const chosen = <T extends z.ZodType>(token: T) => z.object({ token, label: z.string() }).nullable();

/**
 * The folder that several desks share.
 * @param token schema of a path that a person chose
 */
export const folderCalls = <T extends z.ZodType>(token: T) =>
  ({
    /** The folder of a library on this machine; null = none was chosen. */
    'folder.current': { by: 'shell', input: z.object({ libraryId: z.string().max(80) }), output: chosen(token) },
    'folder.choose': { by: 'shell', input: z.object({ libraryId: z.string().max(80) }), output: chosen(token) },
    'folder.forget': { by: 'shell', input: z.object({ libraryId: z.string().max(80) }), output: z.null() },
    'folder.list': {
      by: 'library',
      input: z.object({ folder: token }),
      output: z.object({
        rows: z.array(rowSchema),
        /** Headlines of stories that waited at the last look and are gone. */
        vanished: z.array(z.string()),
        /** Files that were not looked at. */
        more: z.int(),
      }),
    },
    'folder.place': {
      by: 'library',
      input: z.object({ folder: token, id: storyId, to: z.string().max(200), note: z.string().max(20_000) }),
      output: receiptSchema.extend({ folderToken: token }),
    },
    'folder.claim': { by: 'library', input: z.object({ folder: token, name: fileName }), output: z.null() },
    'folder.release': { by: 'library', input: z.object({ folder: token, name: fileName }), output: z.null() },
    'folder.take': { by: 'library', input: z.object({ folder: token, name: fileName }), output: takenInSchema },
  }) as const;
