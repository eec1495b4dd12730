import { z } from 'zod';
import { exportProfileSchema } from '../export/export-profile.js';
import { ninjsVersions } from '../export/ninjs/ninjs-keys.js';
import { storyId } from '../ids.js';
import { lossSchema } from '../loss.js';

export const exportedRowSchema = z.object({
  /** `*` = a file of many stories, `stories` of them. */
  id: z.string(),
  stories: z.int().optional(),
  format: z.string(),
  edition: z.int().nullable().optional(),
  path: z.string().optional(),
  bytes: z.int().optional(),
  sha256: z.string().optional(),
  valid: z.boolean().nullable().optional(),
  validator: z.string().optional(),
  /** By the format's official schema, or by a check of ours where none runs here. */
  check: z.enum(['official', 'structural']).optional(),
  losses: z.array(lossSchema).optional(),
  outcome: z.enum(['refused']).optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type ExportedRow = Readonly<z.infer<typeof exportedRowSchema>>;

/** A profile as the page knows it: the folder by its own name only, since a screenshot must not show a home. */
const shownProfileSchema = exportProfileSchema.omit({ folder: true }).extend({ folderName: z.string().nullable() });
export type ShownProfile = Readonly<z.infer<typeof shownProfileSchema>>;
const profiles = z.array(shownProfileSchema);
const profileName = exportProfileSchema.shape.name;

/** @param token schema of a folder that a person chose */
export const exportCalls = <T extends z.ZodType>(token: T) =>
  ({
    /** Starts a job; progress comes as news of `export`. */
    'export.run': {
      by: 'library',
      input: z.object({
        /** null = every story that is published. */
        ids: z.array(storyId).min(1).nullable(),
        formats: z.array(z.string()).min(1),
        ninjs: z.enum(ninjsVersions).default('2.2'),
        sinceLast: z.boolean().default(false),
        /** null = that of `profile`, else the library's own exports folder. */
        folder: token.nullable(),
        profile: profileName.nullable().default(null),
      }),
      output: z.object({ rows: z.array(exportedRowSchema), folderToken: token }),
    },
    'export.profiles': { by: 'library', input: z.null(), output: profiles },
    /** Keeps a profile under its name; `folder` null = as it was before, else the library's own. */
    'export.saveProfile': {
      by: 'library',
      input: exportProfileSchema.omit({ folder: true }).extend({ folder: token.nullable() }),
      output: profiles,
    },
    'export.removeProfile': { by: 'library', input: z.object({ name: profileName }), output: profiles },
  }) as const;
