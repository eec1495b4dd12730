import * as fs from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { StoryId } from '../../src/core/ids.js';
import { ExportDesk } from '../../src/node/desk/export-desk.js';
import { Library } from '../../src/node/library/library.js';
import { benchWorld } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Contestant } from './contest.js';
import { importedLibrary } from './import.js';
import { benchSite } from './site.js';
import { commit } from './machine.js';
import type { WorkFolder } from './work-folder.js';

/** Published stories to pages for the web, beside the writing of the same bytes. */
export const exporting: Bench = async function* (options) {
  const { quick, work } = options;
  const size = quick ? 100 : 1_000;
  const folder = await importedLibrary(work, size);
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  const ids = library.index.sql.all('SELECT id FROM stories ORDER BY n').map((row) => row['id'] as StoryId);
  yield {
    bench: 'export html',
    size: `${size.toLocaleString('en-US')} stories`,
    items: size,
    contestants: [ours(work, library, ids), await floor(work, library, ids)],
  };
  await library.close();
  work.remove(folder);
  yield* benchSite(options);
};

async function exportTo(library: Library, ids: readonly StoryId[], folder: string): Promise<void> {
  for await (const row of new ExportDesk(library).run({ ids, formats: ['html'], folder }))
    if (row.outcome === 'refused') throw new Error(`export: ${row.error?.message ?? ''}`);
}

function ours(work: WorkFolder, library: Library, ids: readonly StoryId[]): Contestant {
  const round = async (): Promise<readonly number[]> => {
    const folder = work.fresh('pages');
    const time = await timed(() => exportTo(library, ids, folder));
    work.remove(folder);
    return [time];
  };
  return { name: 'copydesk', version: commit(), role: 'app', round };
}

async function floor(work: WorkFolder, library: Library, ids: readonly StoryId[]): Promise<Contestant> {
  const made = work.fresh('pages');
  await exportTo(library, ids, made);
  const files: { path: string; bytes: Buffer }[] = [];
  for (const entry of await fs.readdir(made, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.push({ path: relative(made, path), bytes: await fs.readFile(path) });
  }
  work.remove(made);
  const round = async (): Promise<readonly number[]> => {
    const folder = work.fresh('floor');
    const time = await timed(async () => {
      for (const { path, bytes } of files) {
        const target = join(folder, path);
        await fs.mkdir(dirname(target), { recursive: true });
        await fs.writeFile(target, bytes);
      }
    });
    work.remove(folder);
    return [time];
  };
  return {
    name: 'mkdir + writeFile of the same files',
    version: `Node ${process.versions.node}`,
    role: 'limit',
    round,
  };
}
