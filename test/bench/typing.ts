import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright';
import type { Story } from '../../src/core/story/story.js';
import { Library } from '../../src/node/library/library.js';
import { benchWorld, makeCorpusLibrary } from './bench-library.js';
import type { Bench } from './bench.js';
import type { Absent, Contestant } from './contest.js';
import { corpusStory } from './corpus-story.js';
import { bareEditors, editorVersion, openBareEditor, workMeter } from './editors.js';
import { caretToMiddle, headlineIs, innerHtml, middleLength, mountText, nextPaint, watchKeys } from './in-page.js';
import { commit } from './machine.js';
import { inSpelledWords } from './spelled-text.js';
import { bringForward, openCopydesk, type OpenWindow } from './windows.js';
import type { WorkFolder } from './work-folder.js';

const keys = 'the harbour was calm and the ferry came in ';
/** A quick typist's pause; the next key comes when the last one was painted. */
const pauseMs = 45;
const beside = 12;

/**
 * From a key to the frame that shows its letter, caret in the middle of the text: the app with everything around it beside
 * editors on bare pages. The second table is the page's script for one key, taken in the same rounds.
 */
export const typing: Bench = async function* ({ quick, work }) {
  for (const words of quick ? [1_000] : [10_000, 50_000]) {
    const size = `${words.toLocaleString('en-US')} words`;
    const app = await openStory(work, words, `Typing in ${String(words)} words`);
    const html = await app.page.getByRole('textbox', { name: 'Body' }).evaluate(innerHtml);
    const typists = [await typist(app)];
    const absent: Absent[] = [];
    for (const editor of bareEditors) {
      const opened = await openBareEditor(work, editor);
      if ('absent' in opened) absent.push(opened);
      else {
        await opened.page.evaluate(mountText, html);
        typists.push(await Typist.at({ ...editor, version: editorVersion(editor) }, opened));
      }
    }
    yield { bench: 'typing', size, contestants: [...typists.map((typist) => typist.typing()), ...absent] };
    yield { bench: 'typing, script', size, contestants: [...typists.map((typist) => typist.script()), ...absent] };
    for (const typist of typists) await typist.close();
  }
};

/** A library with one story of so many words, open in the window. */
export async function openStory(
  work: WorkFolder,
  words: number,
  headline: string,
  change: (story: Story) => Story = (story) => story,
): Promise<OpenWindow> {
  const folder = work.fresh('library');
  await makeCorpusLibrary(folder, beside);
  const library = await Library.open(folder, benchWorld, { mode: 'write' });
  await library.save(change(inSpelledWords(corpusStory(beside, { words, headline }))), null);
  await library.close();
  const opened = await openCopydesk(work.fresh('home'), folder);
  await opened.page.setViewportSize({ width: 1440, height: 900 });
  await opened.page
    .getByRole('grid', { name: 'Stories' })
    .getByRole('row')
    .filter({ hasText: headline })
    .first()
    .click();
  // The story of last time may stand open before it.
  await opened.page.waitForFunction(headlineIs, headline);
  await opened.page.getByRole('textbox', { name: 'Body' }).waitFor();
  return opened;
}

/** Types in the app alone. */
export const typist = (opened: OpenWindow): Promise<Typist> =>
  Typist.at({ name: 'copydesk', version: commit(), role: 'app' }, opened);

/** The text: of the app, or of a bare editor's page; CKEditor takes away every attribute that is not its own. */
const bodyOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Body' }).or(page.locator('[data-bench=body], .ck-content'));

type About = Pick<Contestant, 'name' | 'version' | 'role'>;
type Meter = Awaited<ReturnType<typeof workMeter>>;

/** Types in one window; keeps what each round cost, for the second table. */
class Typist {
  readonly #about: About;
  readonly #opened: OpenWindow;
  readonly #meter: Meter;
  readonly #scriptPerKey: number[] = [];

  private constructor(about: About, opened: OpenWindow, meter: Meter) {
    this.#about = about;
    this.#opened = opened;
    this.#meter = meter;
  }

  static async at(about: About, opened: OpenWindow): Promise<Typist> {
    await bodyOf(opened.page).evaluate(watchKeys);
    return new Typist(about, opened, await workMeter(opened.page));
  }

  typing(): Contestant {
    return { ...this.#about, round: () => this.#round() };
  }

  /** The rounds of `typing` once more, by what its script took for a key. */
  script(): Contestant {
    return { ...this.#about, round: () => Promise.resolve(this.#scriptPerKey.splice(0, 1)) };
  }

  close(): Promise<void> {
    return this.#opened.app.close();
  }

  async #round(): Promise<readonly number[]> {
    const { page } = this.#opened;
    const body = bodyOf(page);
    await bringForward(this.#opened);
    await body.evaluate(caretToMiddle);
    const before = await body.evaluate(middleLength);
    const times: number[] = [];
    const atStart = await this.#meter();
    for (const key of keys) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      times.push(await page.evaluate(nextPaint));
      await delay(pauseMs);
    }
    const atEnd = await this.#meter();
    this.#scriptPerKey.push((atEnd.script - atStart.script) / keys.length);
    const typed = (await body.evaluate(middleLength)) - before;
    if (typed !== keys.length)
      throw new Error(`typing: ${this.#about.name} has ${String(typed)} of ${String(keys.length)} letters`);
    return times;
  }
}
