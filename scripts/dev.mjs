// `npm run dev`: the window with the development server, rebuilt as sources change.
import { spawn } from 'node:child_process';
import { root } from './setup/step.mjs';
import { setUp } from './setup.mjs';

await setUp({ window: true });
const flags = process.getuid?.() === 0 ? ['--noSandbox'] : [];
const child = spawn('npx', ['--no-install', 'electron-vite', 'dev', '--watch', ...flags], {
  cwd: root,
  stdio: 'inherit',
});
child.on('close', (code) => process.exit(code ?? 1));
