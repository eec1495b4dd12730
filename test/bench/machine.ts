import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** The checkout: the bundle of the suite lies two folders below it. */
export const root = join(import.meta.dirname, '../..');

/** What the figures were taken on: the first line of every report. */
export function machineLine(loadAtStart: readonly number[]): string {
  const [first] = cpus();
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  const load = `load ${oneMinute(loadAtStart)} at start, ${oneMinute(loadavg())} at end`;
  const versions = `Node ${process.versions.node}, Electron ${electronVersion()}`;
  return `${commit()} · ${String(cpus().length)} × ${first?.model.trim() ?? 'unknown CPU'}, ${memory} · ${load} · ${versions}`;
}

const oneMinute = (load: readonly number[]): string => (load[0] ?? 0).toFixed(1);

/** Short hash, `+` where files differ from it; "no commit" outside a checkout. */
function readCommit(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src') === '' ? '' : '+'}`;
  } catch {
    // A downloaded source tree, or no git: the figures stand without it.
    return 'no commit';
  }
}

/** Read once: what is measured was built before, and somebody may commit meanwhile. */
const measuredCommit = readCommit();
export const commit = (): string => measuredCommit;

/** The runtime that is installed, which may be another than the pinned one. */
export function electronVersion(): string {
  return readFileSync(join(root, 'node_modules/electron/dist/version'), 'utf8').trim();
}

/** The version of an installed package. */
export function packageVersion(name: string): string {
  const about = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return about.version;
}

/** A window needs one: a screen, or Xvfb's. */
export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
