import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryId } from '../../src/core/ids.js';
import { StoryDesk } from '../../src/node/desk/story-desk.js';
import { Library } from '../../src/node/library/library.js';
import { SiteDesk } from '../../src/node/site/site-desk.js';
import { benchWorld } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Absent, type Contestant } from './contest.js';
import { hugoVersion, makeHugoProject, runHugo, writeHugoStory } from './hugo-site.js';
import { importedLibrary } from './import.js';
import { commit, root } from './machine.js';
import type { WorkFolder } from './work-folder.js';

type Kind = 'cold' | 'one changed' | 'unchanged';
const kinds: readonly Kind[] = ['cold', 'one changed', 'unchanged'];
const base = 'https://bench.example.org/';

/** A whole site, the same after one story changed, and with nothing to do; beside Hugo on the same stories. */
export const benchSite: Bench = async function* ({ quick, work }) {
  for (const size of quick ? [200] : [1_000, 10_000]) {
    const folder = await importedLibrary(work, size);
    const library = await Library.open(folder, benchWorld, { mode: 'write' });
    const project = work.fresh('hugo');
    const hugo = hugoVersion();
    if (hugo !== null) makeHugoProject(project, size);
    for (const kind of kinds)
      yield {
        bench: `site, ${kind}`,
        size: `${size.toLocaleString('en-US')} stories`,
        items: size,
        contestants: [
          ours(work, library, kind),
          hugo === null ? absent('hugo') : peer(work, project, kind, hugo),
          eleventy(),
        ],
        ...(size > 1_000 ? { mostRounds: 2 } : {}),
      };
    await library.close();
    work.remove(folder);
    work.remove(project);
  }
};

function ours(work: WorkFolder, library: Library, kind: Kind): Contestant {
  const ids = library.index.sql.all('SELECT id FROM stories ORDER BY n LIMIT 40').map((row) => row['id'] as StoryId);
  const kept = work.fresh('site');
  let turn = 0;
  const round = async (): Promise<readonly number[]> => {
    const out = kind === 'cold' ? work.fresh('site') : kept;
    const desk = new SiteDesk(library);
    if (kind !== 'cold' && turn === 0) await desk.build({ out, base });
    turn += 1;
    if (kind === 'one changed') await change(library, ids[turn % ids.length], turn);
    const time = await timed(() => desk.build({ out, base }));
    if (kind === 'cold') work.remove(out);
    return [time];
  };
  return { name: 'copydesk', version: commit(), role: 'app', round };
}

async function change(library: Library, id: StoryId | undefined, turn: number): Promise<void> {
  if (!id) return;
  const stories = new StoryDesk(library);
  await stories.move({ id, move: 'unpublish', person: null, note: 'bench' });
  const { story, sha256 } = await library.stories.read(id);
  await library.save({ ...story, headline: `Changed ${String(turn)}` }, sha256);
  await stories.move({ id, move: 'publish', person: null, note: '' });
}

function peer(work: WorkFolder, project: string, kind: Kind, version: string): Contestant {
  const kept = work.fresh('hugo-out');
  let turn = 0;
  const round = async (): Promise<readonly number[]> => {
    const out = kind === 'cold' ? work.fresh('hugo-out') : kept;
    if (kind !== 'cold' && turn === 0) runHugo(project, out);
    turn += 1;
    if (kind === 'one changed') writeHugoStory(project, turn, `Changed ${String(turn)}`);
    const time = await timed(() => {
      runHugo(project, out);
      return Promise.resolve();
    });
    if (kind === 'cold') work.remove(out);
    return [time];
  };
  return { name: 'hugo', version, role: 'peer', round };
}

const absent = (name: string): Absent => ({ name, version: '', role: 'peer', absent: 'not installed' });

/** Eleventy is pinned with the other peers; until it is measured here its row says so. */
function eleventy(): Absent {
  const installed = existsSync(join(root, 'test/bench/peers/node_modules/@11ty/eleventy'));
  return { ...absent('eleventy'), absent: installed ? 'no project for it yet' : 'not installed' };
}
