// `npm run bench -- [name…] [--rounds N] [--quick]`: sets up, builds the app and the suite, measures. With no display
// the windows open under Xvfb.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root, run, say, SetupError, tail } from './setup/step.mjs';

const bundle = join(root, 'out', 'bench', 'run.js');

/** One file of plain JavaScript; SQLite and Playwright find files beside their own and stay outside. */
async function buildSuite() {
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['node-sqlite3-wasm', 'playwright'] },
    build: { ssr: join(root, 'test/bench/run.ts'), outDir: join(bundle, '..'), target: 'node20', minify: false },
  });
}

const peers = join(root, 'test/bench/peers');

/** What the app is measured against, outside its own packages. Without them a row says "absent" and the rest runs. */
async function installPeers() {
  const lock = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const stamp = join(peers, 'node_modules', '.copydesk-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing the programs to compare with (about a minute)…');
  const args = ['ci', '--prefix', peers, '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  const { code, output } = await run('npm', args, { seconds: 600 });
  if (code === 0) writeFileSync(stamp, lock);
  else say(`they could not be installed, their rows will be absent:\n${tail(output)}`);
}

/** Each editor's page as one script, made for production as its own build would. */
async function buildPeerPages() {
  const vite = await import('vite');
  const pages = join(peers, 'pages');
  const outDir = join(bundle, '..', 'peers');
  for (const file of readdirSync(pages)) {
    const name = file.replace(/\.js$/u, '');
    if (name === 'peer') continue;
    const lib = {
      entry: join(pages, file),
      formats: ['iife'],
      name: 'editor',
      fileName: () => file,
      cssFileName: name,
    };
    const define = { 'process.env.NODE_ENV': '"production"' };
    try {
      await vite.build({
        configFile: false,
        root,
        logLevel: 'silent',
        define,
        build: { lib, outDir, emptyOutDir: false },
      });
    } catch (error) {
      say(`${name} could not be built, its row will be absent: ${error.message.split('\n')[0]}`);
    }
  }
}

async function command() {
  const node = [process.execPath, '--max-old-space-size=8192', bundle, ...process.argv.slice(2)];
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasDisplay || (await run('xvfb-run', ['--help'], { seconds: 10 })).code !== 0) return node;
  return ['xvfb-run', '-a', '--server-args=-screen 0 1600x1100x24', ...node];
}

await setUp({ window: true });
try {
  await build();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exit(error.exitCode);
}
await installPeers();
await buildSuite();
await buildPeerPages();
const [program, ...args] = await command();
spawn(program, args, { stdio: 'inherit', cwd: root }).on('exit', (code) => process.exit(code ?? 1));
