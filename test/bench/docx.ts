import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { importers } from '../../src/core/import/importers.js';
import { storyId } from '../../src/core/ids.js';
import { ExportDesk } from '../../src/node/desk/export-desk.js';
import { importContext } from '../../src/node/desk/import-context.js';
import { Library } from '../../src/node/library/library.js';
import { benchWorld, makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Absent, type Contestant } from './contest.js';
import { commit, root } from './machine.js';
import type { WorkFolder } from './work-folder.js';

/** Word files to documents of ours, beside what mammoth and pandoc take for the same files (P13). */
export const docx: Bench = async function* ({ quick, work }) {
  const size = quick ? 20 : 200;
  const folder = work.fresh('library');
  await makeCorpusLibrary(folder, size);
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  const files = await wordFiles(work, library);
  yield {
    bench: 'docx in',
    size: `${String(files.length)} files`,
    items: files.length,
    contestants: [ours(library, files), mammoth(files), pandoc(files)],
  };
  await library.close();
  work.remove(folder);
};

async function wordFiles(work: WorkFolder, library: Library): Promise<readonly string[]> {
  const folder = work.fresh('word');
  mkdirSync(folder);
  const ids = library.index.sql.all('SELECT id FROM stories ORDER BY n').map((row) => storyId.parse(row['id']));
  const files: string[] = [];
  for await (const row of new ExportDesk(library).run({ ids, formats: ['docx'], folder }))
    if (row.path !== undefined) files.push(join(folder, row.path));
  return files;
}

function ours(library: Library, files: readonly string[]): Contestant {
  const context = importContext(library);
  const read = async (): Promise<void> => {
    for (const path of files)
      for await (const result of importers.docx.read({ bytes: readFileSync(path), fileName: path }, context))
        if (!('story' in result)) throw new Error(`docx: ${path} was refused`);
  };
  return { name: 'copydesk', version: commit(), role: 'app', round: async () => [await timed(read)] };
}

interface Mammoth {
  convertToHtml(input: { readonly path: string }): Promise<unknown>;
}

function mammoth(files: readonly string[]): Contestant | Absent {
  const packages = join(root, 'test/bench/peers/package.json');
  // Not named to the loader: it is none of the program's own packages.
  const name = 'mammoth';
  const about = { name, role: 'peer' } as const;
  if (!existsSync(join(root, 'test/bench/peers/node_modules', name)))
    return { ...about, version: '', absent: 'its packages are not installed' };
  const require = createRequire(packages);
  const program = require(name) as Mammoth;
  const { version } = require(`${name}/package.json`) as { version: string };
  const read = async (): Promise<void> => {
    for (const path of files) await program.convertToHtml({ path });
  };
  return { ...about, version, round: async () => [await timed(read)] };
}

/** A process for each file, as a script would call it: it has no other way to read many into many. */
function pandoc(files: readonly string[]): Contestant | Absent {
  const about = { name: 'pandoc', role: 'peer' } as const;
  const asked = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  if (asked.status !== 0) return { ...about, version: '', absent: 'not installed' };
  const read = (): Promise<void> => {
    for (const path of files) {
      const { status } = spawnSync('pandoc', ['-f', 'docx', '-t', 'html', path], { maxBuffer: 64 * 1024 * 1024 });
      if (status !== 0) throw new Error(`pandoc ended with ${String(status)}`);
    }
    return Promise.resolve();
  };
  return { ...about, version: asked.stdout.split(/\s/u)[1] ?? '', round: async () => [await timed(read)] };
}
