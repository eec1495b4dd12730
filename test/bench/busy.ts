import { setTimeout as delay } from 'node:timers/promises';
import type { FigureBench } from './bench.js';
import { quantile } from './contest.js';
import { makeArchive } from './import.js';
import { caretToMiddle, importChosen, longTasks, nextPaint, watchKeys, watchLongTasks } from './in-page.js';
import type { Row } from './row.js';
import { openStory } from './typing.js';
import { bringForward } from './windows.js';

const keys = 'the harbour was calm and the ferry came in ';
const pauseMs = 45;

/** Typing while an archive comes in: the longest task of the window, and a key's time beside that of a quiet window (P15). */
export const busy: FigureBench = async ({ quick, work }) => {
  const size = quick ? 200 : 10_000;
  const opened = await openStory(work, 1_000, 'Typing beside an import');
  const { page, app } = opened;
  const archive = await makeArchive(work, size);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, archive);
  const body = page.getByRole('textbox', { name: 'Body' });
  await bringForward(opened);
  await body.evaluate(watchKeys);
  await body.evaluate(watchLongTasks);
  await body.evaluate(caretToMiddle);
  const type = async (): Promise<readonly number[]> => {
    const times: number[] = [];
    for (const key of keys) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      times.push(await page.evaluate(nextPaint));
      await delay(pauseMs);
    }
    return times;
  };
  await type();
  await page.evaluate(longTasks);
  const quiet = [...(await type()), ...(await type())];
  const before = await page.evaluate(longTasks);
  const run = { imported: -1 };
  const importing = page.evaluate(importChosen).then((imported) => (run.imported = imported));
  const during: number[] = [];
  while (run.imported < 0) during.push(...(await type()));
  const imported = await importing;
  const tasks = await page.evaluate(longTasks);
  await app.close();
  work.remove(archive);
  const set = `import of ${imported.toLocaleString('en-US')}`;
  const row = (measure: string, value: number, unit: string): Row => ({ bench: 'busy', set, measure, value, unit });
  return [
    row('tasks of 50 ms and more, quiet', before.length, ''),
    row('tasks of 50 ms and more, during the import', tasks.length, ''),
    row('longest of them', Math.max(0, ...tasks), 'ms'),
    row('key to paint p95, quiet', quantile(quiet, 0.95), 'ms'),
    row('key to paint p95, during the import', quantile(during, 0.95), 'ms'),
    row('p95 during beside quiet', quantile(during, 0.95) / quantile(quiet, 0.95), '×'),
    row('keys typed meanwhile', during.length, ''),
  ];
};
