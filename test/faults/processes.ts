import { execFileSync, spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { programPath } from './build-program.js';

export interface Ack {
  readonly revision: number;
  readonly headline: string;
}

/** The newest acknowledged save of each story, from what the program printed; a torn last line does not count. */
export function acksIn(output: string): ReadonlyMap<string, Ack> {
  const acks = new Map<string, Ack>();
  for (const line of output.split('\n').slice(0, -1)) {
    const [word, id, revision, headline] = line.split(' ');
    if (word === 'ack' && id && headline) acks.set(id, { revision: Number(revision), headline });
  }
  return acks;
}

export const hasProgram = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
export const isRoot = process.getuid?.() === 0;

/** Runs the program to its end. */
export function runProgram(command: string, root: string): string {
  return execFileSync(process.execPath, [programPath, command, root], { encoding: 'utf8' });
}

/** Starts the program; answers when it has said its first line. */
export async function startProgram(
  command: string,
  root: string,
): Promise<{ child: ChildProcessByStdio<null, Readable, null>; output: () => string }> {
  const child = spawn(process.execPath, [programPath, command, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the program ended with ${String(code)} before its first save`));
    });
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('\n')) resolve();
    });
  });
  return { child, output: () => output };
}

export async function killHard(child: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A folder of its own for a test, gone after it. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-fault-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function copyFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

export interface Traced {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly trace: string;
}

/** The program under strace; `inject` as strace reads it, `rename:signal=KILL:when=3`. */
export function traceProgram(command: string, root: string, calls: string, inject?: string): Traced {
  const injection = inject === undefined ? [] : ['-e', `inject=${inject}`];
  const args = [
    '-f',
    '-y',
    '-qq',
    '-s',
    '0',
    '-e',
    `trace=${calls}`,
    ...injection,
    process.execPath,
    programPath,
    command,
    root,
  ];
  const { status, signal, stdout, stderr } = spawnSync('strace', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  return { code: status, signal, output: stdout, trace: stderr };
}
