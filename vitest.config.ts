import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** The newsroom in plain Node, the faults done to real processes, the page's components in a simulated window. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'newsroom',
          environment: 'node',
          include: ['test/{core,node,cli,scripts}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: 'test/faults/build-program.ts',
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ['browser'] },
        test: { name: 'page', environment: 'jsdom', include: ['test/{renderer,editor}/**/*.test.ts'] },
      },
    ],
  },
});
