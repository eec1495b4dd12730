// Shared libraries and programs that the window needs on Linux, and those that the fault tests use.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, say, SetupError, tail } from './step.mjs';

/** Debian package → a file that tells that it is there (a library's soname or a program on the path). */
const windowNeeds = {
  xvfb: 'bin/Xvfb',
  xauth: 'bin/xauth',
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
  libcups2: 'libcups.so.2',
  libdrm2: 'libdrm.so.2',
  libxkbcommon0: 'libxkbcommon.so.0',
};
const testNeeds = { strace: 'bin/strace', 'default-jre-headless': 'bin/java' };

const programFolders = (process.env.PATH ?? '').split(':');
const libraryFolders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64'].flatMap((folder) =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder)
          .filter((name) => name.includes('-linux-'))
          .map((name) => join(folder, name)),
      ]
    : [],
);

function isThere(mark) {
  if (mark.startsWith('bin/')) return programFolders.some((folder) => existsSync(join(folder, mark.slice(4))));
  return libraryFolders.some((folder) => existsSync(join(folder, mark)));
}

/**
 * @param {{ tests: boolean }} options with `tests`, also what the fault and conformance tests use; those are wanted,
 * not needed: without them such a test says why it was skipped.
 */
export async function installSystemLibraries({ tests }) {
  if (process.platform !== 'linux') return;
  const wanted = { ...windowNeeds, ...(tests ? testNeeds : {}) };
  const missing = Object.keys(wanted).filter((name) => !isThere(wanted[name]));
  if (missing.length === 0) return;
  const needed = missing.filter((name) => name in windowNeeds);
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    if (needed.length === 0)
      return say(`without ${missing.join(', ')} some tests are skipped; to have them: ${command}`);
    throw new SetupError(`these system packages are missing: ${missing.join(', ')}`, { command });
  }
  say(`installing system packages: ${missing.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { seconds: 180, env });
  const options = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  const { code, output } = await run('apt-get', [...options, ...missing], { seconds: 600, env });
  if (code !== 0) throw new SetupError(`the system packages could not be installed:\n${tail(output)}`, { command });
  say('system packages are in place');
}
