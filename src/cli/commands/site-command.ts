import { resolve } from 'node:path';
import { settingsSchema } from '../../core/publication/settings.js';
import { PreviewServer } from '../../node/site/preview-server.js';
import { SiteDesk } from '../../node/site/site-desk.js';
import { argument, textOption, UsageError, type Command, type Options } from '../command.js';
import { exitCodes, type Output } from '../output.js';
import { interrupted, withLibrary } from '../session.js';

export const site: Command = {
  usage: 'site <library>',
  about: 'write the whole site of what is published; only what changed is written again',
  options: [
    { flags: '--out <folder>', about: 'the folder of the site, or the file with --zip' },
    { flags: '--theme <theme>', about: 'default, magazine, or a folder in the library’s themes/' },
    { flags: '--base <url>', about: 'where the site will stand: https://…/' },
    { flags: '--zip', about: 'one zip file instead of a folder' },
    { flags: '--serve', about: 'then show it on this machine until Ctrl-C' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const out = textOption(options, 'out');
      if (out === undefined) throw new UsageError('--out is needed: the folder to write into');
      const isZip = options['zip'] === true;
      if (isZip && options['serve'] === true) throw new UsageError('--serve shows a folder, not a zip');
      const { deadLinks, missing, ...report } = await new SiteDesk(library).build({
        out: resolve(out),
        isZip,
        theme: textOption(options, 'theme'),
        base: baseOption(options),
        isCancelled: () => interrupted.value,
        onProgress: (done, total) => {
          output.progress('pages', done, total);
        },
      });
      for (const each of missing) output.row({ missing: each.id, message: each.message }, `left out  ${each.message}`);
      for (const { page, to } of deadLinks) output.row({ deadLink: to, page }, `dead link  ${page}: ${to}`);
      if (options['serve'] === true) await serve(resolve(out), output);
      const { pages, written, unchanged, removed, ms } = report;
      output.row(
        report,
        `${String(pages)} pages; ${String(written)} files written, ${String(unchanged)} unchanged, ${String(removed)} removed, ${String(ms)} ms`,
      );
      return deadLinks.length + missing.length === 0 ? exitCodes.done : exitCodes.findings;
    }),
};

function baseOption(options: Options): string | undefined {
  const base = textOption(options, 'base');
  if (base === undefined) return undefined;
  const read = settingsSchema.shape.baseUrl.safeParse(base);
  if (!read.success) throw new UsageError(`--base must be an address such as https://example.org/, got "${base}"`);
  return read.data;
}

/** Until Ctrl-C, which is what the session listens to; looked at four times a second. */
async function serve(folder: string, output: Output): Promise<void> {
  const server = await PreviewServer.start(folder);
  output.advice(`${server.address} (Ctrl-C ends it)`);
  await new Promise<void>((ended) => {
    const timer = setInterval(() => {
      if (!interrupted.value) return;
      clearInterval(timer);
      ended();
    }, 250);
  });
  await server.stop();
}
