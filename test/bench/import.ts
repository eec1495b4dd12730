import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { inParallel } from '../../src/node/files/in-parallel.js';
import { ImportDesk } from '../../src/node/desk/import-desk.js';
import { Library } from '../../src/node/library/library.js';
import { benchWorld } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Contestant } from './contest.js';
import { corpusLine } from './corpus-story.js';
import { commit } from './machine.js';
import { flushedAndRenamed } from './save.js';
import type { WorkFolder } from './work-folder.js';

/** An archive of JSON lines into a new library, beside the writing of the same files. */
export const importing: Bench = async function* ({ quick, work }) {
  for (const size of quick ? [200] : [1_000, 10_000]) {
    const archive = await makeArchive(work, size);
    yield {
      bench: 'import',
      size: `${size.toLocaleString('en-US')} stories`,
      items: size,
      mostRounds: size > 1_000 ? 2 : 5,
      contestants: [ours(work, archive, size), await floor(work, archive, size)],
    };
    work.remove(archive);
  }
};

/** The first `size` articles as lines of JSON. */
export async function makeArchive(work: WorkFolder, size: number): Promise<string> {
  const path = work.fresh('archive.jsonl');
  const file = createWriteStream(path);
  for (let number = 0; number < size; number += 1)
    if (!file.write(`${corpusLine(number)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
  return path;
}

/** Imports an archive into a new library in `folder`; answers the time of the import alone. */
export async function importInto(folder: string, archive: string, size: number): Promise<number> {
  await Library.create(folder, benchWorld, { name: 'Bench' });
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  let imported = 0;
  const time = await timed(async () => {
    for await (const row of new ImportDesk(library).run({ paths: [archive], person: null }))
      if (row.outcome === 'imported') imported += 1;
  });
  await library.close();
  if (imported !== size) throw new Error(`import: ${String(imported)} of ${String(size)} stories came in`);
  return time;
}

/** A library of the corpus as an import makes it: published, each with its edition. */
export async function importedLibrary(work: WorkFolder, size: number): Promise<string> {
  const archive = await makeArchive(work, size);
  const folder = work.fresh('library');
  await importInto(folder, archive, size);
  work.remove(archive);
  return folder;
}

function ours(work: WorkFolder, archive: string, size: number): Contestant {
  const round = async (): Promise<readonly number[]> => {
    const folder = work.fresh('library');
    const time = await importInto(folder, archive, size);
    work.remove(folder);
    return [time];
  };
  return { name: 'copydesk', version: commit(), role: 'app', round };
}

/** Story and edition files of an import, written again as durably, with nothing else done. */
async function floor(work: WorkFolder, archive: string, size: number): Promise<Contestant> {
  const folder = work.fresh('library');
  await importInto(folder, archive, size);
  const files: Buffer[] = [];
  for (const kind of ['stories', 'editions'])
    for (const entry of await fs.readdir(join(folder, kind), { withFileTypes: true, recursive: true }))
      if (entry.isFile()) files.push(await fs.readFile(join(entry.parentPath, entry.name)));
  work.remove(folder);
  const round = async (): Promise<readonly number[]> => {
    const target = work.fresh('floor');
    await fs.mkdir(target);
    const time = await timed(() =>
      inParallel(files, 16, (bytes, at) => flushedAndRenamed(join(target, String(at)), bytes)),
    );
    work.remove(target);
    return [time];
  };
  return {
    name: 'write + fsync + rename of the same files',
    version: `Node ${process.versions.node}`,
    role: 'limit',
    round,
  };
}
