import { defineConfig } from '@playwright/test';

/** The exported page in a browser, from its folder on disk: `npx playwright test --config test/page/playwright.config.ts`. */
export default defineConfig({
  testDir: '.',
  timeout: 30_000,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: '../../test-results/page',
  reporter: [['list']],
});
