// Builds window, shell and command line when a source is newer than the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run, say, SetupError, tail } from './setup/step.mjs';

const stamp = join(root, 'out', '.copydesk-build');
const inputs = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** Names, sizes and times of every source: what a build depends on. */
async function stateOfSources() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    const about = await stat(path);
    const names = about.isDirectory() ? (await readdir(path, { recursive: true })).sort() : [''];
    for (const name of names) {
      const file = await stat(join(path, name));
      if (file.isFile()) hash.update(`${input}/${name}:${file.size}:${file.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

export async function build() {
  const state = await stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say('building…');
  const { code, output } = await run('npx', ['--no-install', 'electron-vite', 'build', '--logLevel', 'warn'], {
    seconds: 300,
  });
  if (code !== 0)
    throw new SetupError(`the build failed:\n${tail(output, 40)}`, { command: 'npx electron-vite build' });
  writeFileSync(stamp, state);
}

if (process.argv[1] === import.meta.filename) await build();
