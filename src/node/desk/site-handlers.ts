import { join } from 'node:path';
import type { Input, Output } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import { settingsSchema } from '../../core/publication/settings.js';
import { safeStem } from '../../core/text/file-name.js';
import type { Library } from '../library/library.js';
import { PreviewServer } from '../site/preview-server.js';
import { SiteDesk } from '../site/site-desk.js';

interface SiteHost {
  /** The paths behind a token that a dialog gave. */
  readonly path: (token: string) => readonly string[];
  readonly isCancelled: (jobId: string) => boolean;
  readonly tellProgress: (progress: { jobId: string; label: string; done: number; total: number | null }) => void;
}

type SiteCall = 'site.themes' | 'site.copyTheme' | 'site.build' | 'site.preview';

/** The window's way to the site of the library. */
export function siteHandlers(
  library: Library,
  host: SiteHost,
): { readonly [N in SiteCall]: (input: Input<N>) => Promise<Output<N>> } {
  const desk = new SiteDesk(library);
  const folderOf = (token: string): string => host.path(token)[0] ?? '';
  let server: PreviewServer | undefined;
  return {
    'site.themes': () => Promise.resolve([...desk.themes.list()]),
    'site.copyTheme': async ({ from, to }) => {
      await library.assertWritable();
      await desk.themes.copy(from, to);
      return [...desk.themes.list()];
    },
    'site.build': async ({ folder, isZip, theme, base, jobId }) => {
      const address = settingsSchema.shape.baseUrl.safeParse(base);
      if (!address.success) throw new NewsroomError('call.refused', { detail: 'the address must begin with https://' });
      const name = `${safeStem(library.settings.value.name, 'site')}.zip`;
      const report = await desk.build({
        out: isZip ? join(folderOf(folder), name) : folderOf(folder),
        isZip,
        theme,
        base: address.data,
        isCancelled: () => host.isCancelled(jobId),
        onProgress: (done, total) => {
          host.tellProgress({ jobId, label: 'site', done, total });
        },
      });
      return { ...report, deadLinks: [...report.deadLinks], missing: [...report.missing] };
    },
    'site.preview': async ({ folder }) => {
      await server?.stop();
      server = await PreviewServer.start(folderOf(folder));
      return { url: server.address };
    },
  };
}
