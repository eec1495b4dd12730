import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import type { Paper } from '../../core/export/pdf/paper.js';
import { findRuntime, type Runtime } from './find-runtime.js';
import { printMark, type PrintAnswer, type PrintJob } from './print-channel.js';

/** A page with all that it shows: paths relative to its folder, `index.html` among them. */
export type PageFiles = readonly { readonly path: string; readonly bytes: Uint8Array }[];

/** Longest that one page may take, its start included, in milliseconds. */
const longest = 60_000;

/**
 * Prints pages into PDFs by the app's own runtime, in a process of its own: the same way from the window and from the
 * command line. The process is started with the first page and ends with `end`.
 */
export class PagePrinter {
  readonly #runtime: () => Runtime;
  #child: ChildProcess | undefined;
  #folder: string | undefined;
  #pages = 0;

  constructor(runtime: () => Runtime = findRuntime) {
    this.#runtime = runtime;
  }

  /** One page at a time. @throws NewsroomError `export.no-printer` where there is no runtime, or it failed */
  async print(files: PageFiles, paper: Paper): Promise<Uint8Array> {
    const runtime = this.#runtime();
    this.#folder ??= await fs.mkdtemp(join(tmpdir(), 'copydesk-print-'));
    this.#pages += 1;
    const place = join(this.#folder, String(this.#pages));
    try {
      await Promise.all(files.map(({ path, bytes }) => writeIn(place, path, bytes)));
      const to = join(place, 'page.pdf');
      const child = (this.#child ??= await start(runtime, this.#folder));
      const answer = answerOf(child);
      child.send({ page: join(place, 'index.html'), to, paper } satisfies PrintJob);
      await answer;
      return await fs.readFile(to);
    } catch (error) {
      // It may hang on that page: the next one gets a new process.
      this.#child?.kill('SIGKILL');
      this.#child = undefined;
      throw error;
    } finally {
      await fs.rm(place, { recursive: true, force: true });
    }
  }

  async end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
    if (this.#folder !== undefined) await fs.rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    this.#folder = undefined;
  }
}

async function writeIn(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, path);
  await fs.mkdir(dirname(file), { recursive: true });
  await fs.writeFile(file, bytes);
}

async function start({ command, args }: Runtime, folder: string): Promise<ChildProcess> {
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [...args, ...asRoot, printMark, `--user-data-dir=${join(folder, 'profile')}`];
  const child = spawn(command, words, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-2_000)));
  try {
    await answerOf(child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new NewsroomError('export.no-printer', { detail: 'the runtime did not start' }, { cause: said || error });
  }
  return child;
}

/** The next thing that the child says; rejects where it fails, ends or is silent. */
function answerOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void => {
      settle(() => {
        reject(new NewsroomError('export.no-printer', { detail }));
      });
    };
    const hear = (answer: PrintAnswer): void => {
      if (answer.kind === 'failed') fail(answer.detail);
      else settle(resolve);
    };
    const end = (): void => {
      fail('the runtime ended in the middle of a page');
    };
    const timer = setTimeout(() => {
      fail(`a page took more than ${String(longest / 1000)} seconds`);
    }, longest);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', end).off('error', end);
      act();
    };
    child.on('message', hear).on('exit', end).on('error', end);
  });
}
