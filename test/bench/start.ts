import type { Page } from 'playwright';
import { makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import { timed, type Contestant } from './contest.js';
import { caretIsShown } from './in-page.js';
import { commit, electronVersion } from './machine.js';
import { openCopydesk, StaticApp, type OpenWindow } from './windows.js';
import type { WorkFolder } from './work-folder.js';

/** From the start of the program to a caret that a person can type at; the first start of a user folder does not count. */
export const start: Bench = async function* ({ quick, work }) {
  const empty = new StaticApp(work, '<textarea aria-label="Headline"></textarea>');
  for (const size of quick ? [0] : [0, 10_000]) {
    const library = work.fresh('library');
    await makeCorpusLibrary(library, size);
    yield {
      bench: 'start',
      size: `library of ${size.toLocaleString('en-US')}`,
      contestants: [ours(work, library, size), floor(empty)],
    };
    work.remove(library);
  }
};

function ours(work: WorkFolder, library: string, size: number): Contestant {
  const home = work.fresh('home');
  const enter = async (page: Page): Promise<void> => {
    // With no story there is nothing to open: a person makes one.
    if (size === 0)
      await page.getByRole('navigation', { name: 'Desk' }).getByRole('button', { name: 'New story' }).click();
    else await page.getByRole('grid', { name: 'Stories' }).getByRole('row').first().click();
  };
  const round = (): Promise<readonly number[]> => started(() => openCopydesk(home, library), enter);
  return { name: 'copydesk, a story open', version: commit(), role: 'app', round };
}

function floor(empty: StaticApp): Contestant {
  const round = (): Promise<readonly number[]> =>
    started(
      () => empty.open(),
      () => Promise.resolve(),
    );
  return { name: 'empty Electron window', version: electronVersion(), role: 'limit', round };
}

async function started(
  open: () => Promise<OpenWindow>,
  enter: (page: Page) => Promise<void>,
): Promise<readonly number[]> {
  let opened: OpenWindow | undefined;
  const time = await timed(async () => {
    opened = await open();
    await enter(opened.page);
    const headline = opened.page.getByRole('textbox', { name: 'Headline' });
    let isShown = false;
    for (let attempt = 0; !isShown && attempt < 100; attempt += 1) {
      await headline.focus();
      isShown = await headline.evaluate(caretIsShown);
    }
    if (!isShown) throw new Error('start: the caret does not stay in the headline');
  });
  await opened?.app.close();
  return [time];
}
