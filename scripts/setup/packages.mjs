// The npm packages of package-lock.json, installed once for each state of the lock file.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say, SetupError, tail } from './step.mjs';

const stamp = join(root, 'node_modules', '.copydesk-lock');
const command = 'npm ci --ignore-scripts';

export async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the npm packages (about a minute)…');
  // No package of ours needs an install script; the runtime's own is called by name in electron.mjs.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  for (const attempt of [1, 2]) {
    const { code, output } = await run('npm', args, { seconds: 600 });
    if (code === 0) break;
    if (attempt === 2) throw new SetupError(`the npm packages could not be installed:\n${tail(output)}`, { command });
    say('the registry did not answer well; trying once more…');
  }
  writeFileSync(stamp, lock);
  say('npm packages are in place');
}
