import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** The packaged program instead of the checkout: the same tests prove both. */
const packaged = process.env['COPYDESK_EXECUTABLE'];
/** Pictures for a person to look at; kept from run to run. */
export const shots = join(root, 'dist', 'screenshots');

export const cli = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], { encoding: 'utf8' });

/** One person's machine: a home, a user folder, and the app when it runs. */
export class DeskApp {
  readonly home: string;
  app!: ElectronApplication;
  #isRunning = false;
  page!: Page;

  get #env(): Record<string, string> {
    const own = { HOME: this.home, XDG_CONFIG_HOME: join(this.home, '.config'), LANG: 'en_GB.UTF-8' };
    return { ...(process.env as Record<string, string>), ...own };
  }
  get #flags(): readonly string[] {
    return [`--user-data-dir=${join(this.home, 'user')}`, ...sandboxFlags];
  }

  constructor() {
    this.home = mkdtempSync(join(tmpdir(), 'copydesk-e2e-'));
    mkdirSync(join(this.home, 'Documents'));
  }

  get library(): string {
    return join(this.home, 'Documents', 'Copydesk');
  }

  /** A library with the sample newsroom, made before the window opens. */
  makeSample(): string {
    cli('init', this.library, '--sample', '--quiet');
    return this.library;
  }

  /**
   * Starts the app; with a library it opens it, without it shows what a first start shows. `files` are opened with it, as
   * by a double click.
   */
  async start(library?: string, ...files: readonly string[]): Promise<Page> {
    const args = [...(library === undefined ? [] : [`--library=${library}`]), ...this.#flags, ...files];
    this.app =
      packaged === undefined
        ? await _electron.launch({ args: [root, ...args], cwd: root, env: this.#env })
        : await _electron.launch({ executablePath: packaged, args, env: this.#env });
    this.#isRunning = true;
    this.page = await this.app.firstWindow();
    await this.page.setViewportSize({ width: 1440, height: 900 });
    return this.page;
  }

  /** A second start of the program while it runs, as by a double click on a file; answers its exit code. */
  async startAgain(...files: readonly string[]): Promise<number | null> {
    const program = await this.app.evaluate(() => process.execPath);
    const args = [...(packaged === undefined ? [root] : []), ...this.#flags, ...files];
    const child = spawn(program, args, { cwd: root, env: this.#env, stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  }

  /** Drops files of the disk in the middle of an element, as a file manager does. */
  async dropFiles(target: Locator, files: readonly string[]): Promise<void> {
    const box = await target.boundingBox();
    if (!box) throw new Error('the target of the drop is not shown');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await session.detach();
  }

  async close(): Promise<void> {
    this.#isRunning = false;
    await this.app.close();
  }

  /** The end that gives nobody time: the whole program at once. */
  async kill(): Promise<void> {
    this.#isRunning = false;
    const child = this.app.process();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    if (this.#isRunning) await this.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** A picture for a person to look at. */
  async shot(name: string): Promise<void> {
    if (!existsSync(shots)) mkdirSync(shots, { recursive: true });
    await this.page.screenshot({ path: join(shots, `${name}.png`) });
  }

  get headline(): Locator {
    return this.page.getByRole('textbox', { name: 'Headline' });
  }
  get body(): Locator {
    return this.page.getByRole('textbox', { name: 'Body' });
  }
  get status(): Locator {
    return this.page.getByRole('contentinfo', { name: 'Status' });
  }
  row(name: string | RegExp): Locator {
    return this.page.getByRole('grid', { name: 'Stories' }).getByRole('row').filter({ hasText: name }).first();
  }
  tab(name: string): Locator {
    return this.page
      .getByRole('tablist', { name: 'Inspector' })
      .getByRole('tab', { name: new RegExp(`^${name}(?!\\p{Ll})`, 'u') });
  }

  /** Opens a story from the list and waits until its text stands in the canvas. */
  async open(headline: string): Promise<void> {
    await this.row(headline).click();
    await expect(this.headline).toHaveValue(new RegExp(`^${headline}`, 'u'));
  }
}

/** A test with a machine of its own, gone after it. */
export const test = base.extend<{ desk: DeskApp }>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads which fixtures are wanted from this pattern
  desk: async ({}, use) => {
    const desk = new DeskApp();
    await use(desk);
    await desk.end();
  },
});
export { expect };
