import { z } from 'zod';

export const themeRowSchema = z.object({ id: z.string(), name: z.string(), about: z.string(), isOwn: z.boolean() });

export const siteReportSchema = z.object({
  pages: z.int(),
  written: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  ms: z.int(),
  deadLinks: z.array(z.object({ page: z.string(), to: z.string() })),
  /** Stories that are out but whose edition cannot be read. */
  missing: z.array(z.object({ id: z.string(), message: z.string() })),
});

/** @param token schema of a folder that a person chose */
export const siteCalls = <T extends z.ZodType>(token: T) =>
  ({
    'site.themes': { by: 'library', input: z.null(), output: z.array(themeRowSchema) },
    /** Copies a theme into the library's folder of themes, to be changed there. */
    'site.copyTheme': {
      by: 'library',
      input: z.object({ from: z.string().max(61), to: z.string().max(61) }),
      output: z.array(themeRowSchema),
    },
    /** Writes the site; progress comes as news of the job. A zip goes into the folder under the publication's name. */
    'site.build': {
      by: 'library',
      input: z.object({
        folder: token,
        isZip: z.boolean(),
        theme: z.string().max(61),
        base: z.string().max(2_000),
        jobId: z.string().max(60),
      }),
      output: siteReportSchema,
    },
    /** Shows a written site on this machine's own address until the library is closed. */
    'site.preview': { by: 'library', input: z.object({ folder: token }), output: z.object({ url: z.string() }) },
  }) as const;
