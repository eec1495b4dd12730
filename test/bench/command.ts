import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine.js';
import type { WorkFolder } from './work-folder.js';

export const megabyte = 2 ** 20;

/** Runs the built command line; answers the most memory that it held, in MB. */
export function memoryOf(work: WorkFolder, words: readonly string[]): number {
  const to = work.fresh('memory');
  const note = `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(to)},String(process.resourceUsage().maxRSS)))`;
  const script = `${to}.cjs`;
  writeFileSync(script, note);
  copydesk(work, words, ['--require', script]);
  return Number(readFileSync(to, 'utf8')) / 1024;
}

/** Runs the built command line. */
export function copydesk(work: WorkFolder, words: readonly string[], flags: readonly string[] = []): void {
  const cli = join(root, 'out/main/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [...flags, cli, ...words], {
    cwd: work.path,
    encoding: 'utf8',
    maxBuffer: 1024 * megabyte,
  });
  // 1 = some stories have losses to look at.
  if (status !== 0 && status !== 1) throw new Error(`copydesk ${words.join(' ')}: ${stderr.slice(-500)}`);
}
