import { setTimeout as delay } from 'node:timers/promises';
import { Library } from '../../src/node/library/library.js';
import { benchWorld, makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import type { Contestant } from './contest.js';
import { corpusStory } from './corpus-story.js';
import { caretToMiddle, innerHtml, middleLength, nextPaint, watchKeys } from './in-page.js';
import { commit, electronVersion } from './machine.js';
import { bringForward, openCopydesk, StaticApp, type OpenWindow } from './windows.js';
import type { WorkFolder } from './work-folder.js';

const keys = 'the harbour was calm and the ferry came in ';
/** A quick typist's pause; the next key comes when the last one was painted. */
const pauseMs = 45;
const beside = 12;

/** From a key to the frame that shows its letter, caret in the middle of the text, with the whole app around it. */
export const typing: Bench = async function* ({ quick, work }) {
  for (const words of quick ? [1_000] : [1_000, 10_000]) {
    const headline = `Typing in ${String(words)} words`;
    const app = await openStory(work, words, headline);
    const body = app.page.getByRole('textbox', { name: 'Body' });
    const html = await body.evaluate(innerHtml);
    const plain = await new StaticApp(
      work,
      `<div id="text" role="textbox" aria-label="Body" contenteditable>${html}</div>`,
    ).open();
    yield {
      bench: 'typing',
      size: `${words.toLocaleString('en-US')} words`,
      contestants: [
        typist('copydesk', commit(), 'app', app),
        typist('contenteditable', electronVersion(), 'limit', plain),
      ],
    };
    await app.app.close();
    await plain.app.close();
  }
};

async function openStory(work: WorkFolder, words: number, headline: string): Promise<OpenWindow> {
  const folder = work.fresh('library');
  await makeCorpusLibrary(folder, beside);
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  await library.save(corpusStory(beside, { words, headline }), null);
  await library.close();
  const opened = await openCopydesk(work.fresh('home'), folder);
  await opened.page.setViewportSize({ width: 1440, height: 900 });
  await opened.page
    .getByRole('grid', { name: 'Stories' })
    .getByRole('row')
    .filter({ hasText: headline })
    .first()
    .click();
  await opened.page.getByRole('textbox', { name: 'Body' }).waitFor();
  return opened;
}

function typist(name: string, version: string, role: Contestant['role'], opened: OpenWindow): Contestant {
  const body = opened.page.getByRole('textbox', { name: 'Body' });
  let isWatched = false;
  const round = async (): Promise<readonly number[]> => {
    if (!isWatched) await body.evaluate(watchKeys);
    isWatched = true;
    await bringForward(opened);
    await body.evaluate(caretToMiddle);
    const before = await body.evaluate(middleLength);
    const times: number[] = [];
    for (const key of keys) {
      await opened.page.keyboard.press(key === ' ' ? 'Space' : key);
      times.push(await opened.page.evaluate(nextPaint));
      await delay(pauseMs);
    }
    const typed = (await body.evaluate(middleLength)) - before;
    if (typed !== keys.length)
      throw new Error(`typing: ${name} has ${String(typed)} of ${String(keys.length)} letters`);
    return times;
  };
  return { name, version, role, round };
}
