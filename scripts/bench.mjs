// `npm run bench -- [name…] [--rounds N] [--quick]`: sets up, builds the app and the suite, measures. With no display
// the windows open under Xvfb.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root, run, say, SetupError } from './setup/step.mjs';

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
await buildSuite();
const [program, ...args] = await command();
spawn(program, args, { stdio: 'inherit', cwd: root }).on('exit', (code) => process.exit(code ?? 1));
