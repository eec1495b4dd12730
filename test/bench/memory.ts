import type { ElectronApplication, Page } from 'playwright';
import { Library } from '../../src/node/library/library.js';
import { benchWorld, makeCorpusLibrary } from './bench-library.js';
import type { FigureBench } from './bench.js';
import { corpusStory } from './corpus-story.js';
import { headlineIs, innerHtml, mountText } from './in-page.js';
import { bareEditors, openBareEditor } from './editors.js';
import type { Row } from './row.js';
import { inSpelledWords } from './spelled-text.js';
import { openCopydesk, type OpenWindow } from './windows.js';
import type { WorkFolder } from './work-folder.js';

const megabyte = 2 ** 20;
const headline = 'The long one';
const row = (set: string, measure: string, value: number, unit: string): Row => ({
  bench: 'memory',
  set,
  measure,
  value,
  unit,
});

/** The memory of the app with a long story open: by the size of the library, by switches of stories, beside bare Tiptap (P16). */
export const memory: FigureBench = async ({ quick, work }) => {
  const small = await withLongStory(work, 20);
  const empty = await resident(small.app);
  const heap = await heapOf(small.page);
  const html = await small.page.getByRole('textbox', { name: 'Body' }).evaluate(innerHtml);
  const size = quick ? 200 : 10_000;
  const large = await withLongStory(work, size);
  const full = await resident(large.app);
  await large.app.close();
  const switches = quick ? 20 : 200;
  await switchStories(small.page, 10);
  const before = await settledHeap(small.page);
  await switchStories(small.page, switches);
  const after = await settledHeap(small.page);
  await small.app.close();
  const tiptap = await bareHeap(work, html);
  const library = `${size.toLocaleString('en-US')} stories`;
  return [
    row('20 stories', 'all processes', empty, 'MB'),
    row(library, 'all processes', full, 'MB'),
    row(library, 'beside 20 stories', full / empty, '×'),
    row('10,000 words', 'page heap', heap, 'MB'),
    ...(tiptap === null
      ? []
      : [
          row('10,000 words', 'page heap of bare Tiptap', tiptap, 'MB'),
          row('10,000 words', 'page heap beside bare Tiptap', heap / tiptap, '×'),
        ]),
    row(`${String(switches)} switches`, 'page heap before', before, 'MB'),
    row(`${String(switches)} switches`, 'page heap after', after, 'MB'),
    row(`${String(switches)} switches`, 'growth', (after / before - 1) * 100, '%'),
  ];
};

async function withLongStory(work: WorkFolder, size: number): Promise<OpenWindow> {
  const folder = work.fresh('library');
  await makeCorpusLibrary(folder, size);
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  await library.save(inSpelledWords(corpusStory(size, { words: 10_000, headline })), null);
  await library.close();
  const opened = await openCopydesk(work.fresh('home'), folder);
  await opened.page.setViewportSize({ width: 1440, height: 900 });
  await opened.page.getByRole('grid', { name: 'Stories' }).getByRole('row').first().waitFor();
  await openByName(opened.page, headline);
  return opened;
}

/** By the box of the title bar: the list draws only the rows that are in sight. */
async function openByName(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+o');
  await page.keyboard.insertText(words);
  await page.getByRole('option').filter({ hasText: words }).first().click();
  await page.waitForFunction(headlineIs, words);
  await page.getByRole('textbox', { name: 'Body' }).waitFor();
}

/** Between the long story and the short ones beside it, by clicks. */
async function switchStories(page: Page, count: number): Promise<void> {
  const others = Array.from({ length: 5 }, (_, at) => corpusStory(at).headline);
  for (let turn = 0; turn < count; turn += 1)
    await openByName(page, turn % 2 === 1 ? headline : (others[turn % others.length] ?? headline));
}

/** What all processes of the program hold, in MB. */
async function resident(app: ElectronApplication): Promise<number> {
  const kilobytes = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().reduce((sum, { memory: held }) => sum + held.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

/** What the page's script holds after everything that is not held is gone, in MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / megabyte;
}

/** With the long story open, so that both ends of a run hold the same. */
async function settledHeap(page: Page): Promise<number> {
  await openByName(page, headline);
  return heapOf(page);
}

async function bareHeap(work: WorkFolder, html: string): Promise<number | null> {
  const editor = bareEditors.find(({ name }) => name === 'tiptap');
  const opened = editor && (await openBareEditor(work, editor));
  if (!opened || 'absent' in opened) return null;
  await opened.page.evaluate(mountText, html);
  const heap = await heapOf(opened.page);
  await opened.app.close();
  return heap;
}
