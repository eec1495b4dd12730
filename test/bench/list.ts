import { makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import type { Contestant } from './contest.js';
import { corpusStory } from './corpus-story.js';
import { scrollList } from './in-page.js';
import { commit, electronVersion } from './machine.js';
import { bringForward, openCopydesk, StaticApp, type OpenWindow } from './windows.js';

const jumps = 12;
const height = 740;

/** A jump to a random place of the story list until the rows there are painted, beside lists without any program. */
export const list: Bench = async function* ({ quick, work }) {
  for (const size of quick ? [500] : [10_000, 100_000]) {
    const library = work.fresh('library');
    await makeCorpusLibrary(library, size);
    const app = await openCopydesk(work.fresh('home'), library);
    await app.page.setViewportSize({ width: 1440, height: 900 });
    await app.page.getByRole('grid', { name: 'Stories' }).getByRole('row').first().waitFor();
    const still = await new StaticApp(work, staticList(40)).open();
    const naive = await new StaticApp(work, staticList(Math.min(size, 10_000))).open();
    yield {
      bench: 'list, jump',
      size: `${size.toLocaleString('en-US')} stories`,
      contestants: [
        scroller('copydesk', commit(), 'app', app),
        scroller('static list of 40 rows', electronVersion(), 'limit', still),
        scroller(`plain list of ${String(Math.min(size, 10_000))} rows`, electronVersion(), 'peer', naive),
      ],
    };
    for (const { app: each } of [app, still, naive]) await each.close();
    work.remove(library);
  }
};

function scroller(name: string, version: string, role: Contestant['role'], opened: OpenWindow): Contestant {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const round = async (): Promise<readonly number[]> => {
    await bringForward(opened);
    const times: number[] = [];
    for (let jump = 0; jump < jumps; jump += 1) times.push(await opened.page.evaluate(scrollList, next()));
    return times;
  };
  return { name, version, role, round };
}

/** The words and lines of our own rows, as elements that stand there from the start. */
function staticList(size: number): string {
  const rows = Array.from({ length: size }, (_, at) => {
    const { headline, byline } = corpusStory(at % 500);
    return `<div role="row" data-place="${String(at)}" style="height:92px;padding:9px 16px"><h3>${headline}</h3><div>Section · 500</div><div>${byline}</div></div>`;
  });
  return `<div role="grid" style="height:${String(height)}px;width:360px;overflow:auto;font:14px sans-serif">${rows.join('')}</div>`;
}
