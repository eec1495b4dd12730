import { z } from 'zod';

/** What the shell and the library process tell the page without being asked. */
export const news = {
  /** A command of the native menu, by its id in the page's table of commands. */
  'menu.command': z.object({ id: z.string() }),
  /** Rows changed by something else than this page's own call: a job, an import, a change on disk. */
  'stories.changed': z.object({ ids: z.array(z.string()) }),
  'job.progress': z.object({ jobId: z.string(), label: z.string(), done: z.int(), total: z.int().nullable() }),
  /** The window is about to close: save what is unsaved, then answer with `readyToClose`. */
  'app.closing': z.null(),
  /** Hand-over files were opened with the program: by a double click, or by their paths on its command line. */
  'packages.opened': z.object({ token: z.string(), count: z.int() }),
  'app.trouble': z.object({ code: z.string(), message: z.string() }),
} as const satisfies Record<string, z.ZodType>;
export type NewsName = keyof typeof news;
export type News<N extends NewsName> = z.infer<(typeof news)[N]>;
