import { z } from 'zod';
import { sectionId } from '../ids.js';
import { nameRuleSchema } from '../import/name-mapping.js';
import { lossSchema } from '../loss.js';

/** One story that a file gave, or one file or entry that was refused. */
export const importedRowSchema = z.object({
  file: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused']),
  id: z.string().optional(),
  sourceId: z.string().optional(),
  headline: z.string().optional(),
  format: z.string().optional(),
  /** Names that the story carries, after the import's rules. */
  section: z.string().optional(),
  tags: z.array(z.string()).optional(),
  losses: z.array(lossSchema),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type ImportedRow = Readonly<z.infer<typeof importedRowSchema>>;

/** What became of one story when its import was taken back. */
export const undoneRowSchema = z.object({
  id: z.string(),
  headline: z.string(),
  /** `gone` = it was removed before. */
  outcome: z.enum(['removed', 'kept', 'gone']),
  /** Why it stays. */
  reason: z.enum(['changed', 'linked']).optional(),
});
export type UndoneRow = Readonly<z.infer<typeof undoneRowSchema>>;

/** An import that this library remembers. */
export const pastImportSchema = z.object({
  id: z.string(),
  at: z.string(),
  personName: z.string(),
  /** Names of the files and folders that were chosen, without their folders. */
  files: z.array(z.string()),
  stories: z.int(),
  /** When it was taken back; null = not yet. */
  undoneAt: z.string().nullable(),
});
export type PastImport = Readonly<z.infer<typeof pastImportSchema>>;

const jobId = z.string().max(60);

/** @param token schema of files that a person chose */
export const importCalls = <T extends z.ZodType>(token: T) =>
  ({
    /** Reads files in, or with `dryRun` says what would come in and changes nothing. */
    'import.run': {
      by: 'library',
      input: z.object({
        files: token,
        /** Section of stories that name none. */
        sectionId: sectionId.nullable(),
        dryRun: z.boolean(),
        rules: z.array(nameRuleSchema).max(20_000),
        jobId,
      }),
      output: z.object({
        /** Those that a person has to look at first; the counts are of all. */
        rows: z.array(importedRowSchema),
        imported: z.int(),
        duplicates: z.int(),
        refused: z.int(),
        withLosses: z.int(),
        /** Sections and tags that the stories carry. */
        names: z.array(
          z.object({ kind: z.enum(['section', 'tag']), name: z.string(), stories: z.int(), isKnown: z.boolean() }),
        ),
        firstId: z.string().nullable(),
        /** How the import is called, to take it back; null = it made nothing. */
        importId: z.string().nullable(),
        isCancelled: z.boolean(),
      }),
    },
    'import.list': { by: 'library', input: z.null(), output: z.array(pastImportSchema) },
    /** Removes the stories that an import made and nobody changed since; the others are named. */
    'import.undo': {
      by: 'library',
      input: z.object({ importId: z.string().max(60) }),
      output: z.object({ rows: z.array(undoneRowSchema), removed: z.int(), kept: z.int() }),
    },
  }) as const;
