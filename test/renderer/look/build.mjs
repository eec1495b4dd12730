// Builds the real page and a fake shell for it, so that the window can be looked at in a plain browser.
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');

/** @param {string} outDir where the page (`page/`) and the fake shell (`fake/fake.js`) are written */
export async function buildLook(outDir) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: resolve(root, 'src/renderer'),
    plugins: [svelte({ configFile: false })],
    build: { outDir: resolve(outDir, 'page'), emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: resolve(outDir, 'fake'),
      target: 'chrome130',
      lib: {
        entry: resolve(root, 'test/renderer/look/fake-entry.ts'),
        formats: ['iife'],
        name: 'fake',
        fileName: () => 'fake.js',
      },
    },
  });
}
