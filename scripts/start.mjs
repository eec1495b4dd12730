// `npm start`: sets everything up, builds, and opens the app on the sample newsroom. With no display it does the same
// under Xvfb, exports the sample newsroom, leaves a screenshot, and ends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root, run, say, SetupError, tail } from './setup/step.mjs';

const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const output = join(root, 'dist', 'sample');
const cli = join(root, 'out', 'main', 'cli.js');

async function copydesk(...args) {
  const { code, output: said } = await run(process.execPath, [cli, ...args], { seconds: 300 });
  if (code !== 0)
    throw new SetupError(`copydesk ${args[0]} failed:\n${tail(said)}`, {
      command: `npm run -s copydesk -- ${args.join(' ')}`,
    });
}

/** The sample newsroom of this user; what they change in it stays. */
async function sampleLibrary(folder) {
  if (!existsSync(join(folder, 'library.json'))) await copydesk('init', folder, '--sample');
  return folder;
}

async function openWindow() {
  const data = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
  const library = await sampleLibrary(join(data, 'copydesk', 'sample-newsroom'));
  say(`opening ${library}`);
  const electron = join(root, 'node_modules', '.bin', 'electron');
  const child = spawn(electron, ['.', `--library=${library}`, ...sandboxFlags], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

async function runHeadless() {
  const { rm } = await import('node:fs/promises');
  await rm(output, { recursive: true, force: true });
  const library = await sampleLibrary(join(output, 'library'));
  await copydesk(
    'export',
    library,
    '--format',
    'html,markdown,text,json',
    '--out',
    join(output, 'export'),
    '--quiet',
  ).catch((error) => {
    // Spiked, killed and embargoed stories are refused, as they must be: exit 1 with the rest written.
    if (!existsSync(join(output, 'export', 'copydesk-export.json'))) throw error;
  });
  const screenshot = join(output, 'copydesk.png');
  const script = join(root, 'scripts', 'screenshot.mjs');
  const args = ['-a', '--server-args=-screen 0 1600x1100x24', process.execPath, script, library, screenshot];
  const { code, output: said } = await run('xvfb-run', args, { seconds: 180 });
  if (code !== 0) throw new SetupError(`the window did not open:\n${tail(said, 20)}`, { command: 'npm start' });
  process.stdout.write(`exported  ${join(output, 'export')}\nlibrary   ${library}\nscreenshot ${screenshot}\n`);
  return 0;
}

await setUp({ window: true });
try {
  await build();
  process.exit(hasDisplay ? await openWindow() : await runHeadless());
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exit(error.exitCode);
}
