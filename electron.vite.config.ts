import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

// Build targets are those of the runtime that we ship with (docs/decisions/0004), never derived from a package version.
const nodeTarget = 'node20.18';
const chromiumTarget = 'chrome130';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Stay outside the bundle: they find their .wasm files beside their own source. */
const external = ['electron', 'node-sqlite3-wasm', 'sharp', '@img/sharp-wasm32', 'libxml2-wasm'];

export default defineConfig({
  main: {
    define: { __APP_VERSION__: JSON.stringify(version) },
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          library: resolve('src/main/library-process.ts'),
          cli: resolve('src/cli/index.ts'),
        },
        external,
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        external: ['electron'],
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [svelte({ configFile: false })],
    // The spelling worker loads a dictionary when its language is asked for.
    worker: { format: 'es' },
    build: {
      target: chromiumTarget,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve('src/renderer/index.html') } },
    },
  },
});
