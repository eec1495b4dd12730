import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { exporters } from '../../src/core/export/exporters.js';
import { pageCases } from '../builders/page-cases.js';
import { exportOptions } from '../builders/rendition.js';
import { cli, expect, shots, test, type DeskApp } from './desk-app.js';

const widths = [320, 768, 1280, 1920];
/** Any picture will do for the made-up pages. */
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A window of the test's own, as a browser would have it: no preload, no rights. */
async function browserWindow(desk: DeskApp): Promise<Page> {
  await desk.start();
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(({ BrowserWindow }) =>
    new BrowserWindow({ show: true, webPreferences: { sandbox: true, partition: 'browser' } }).loadURL(
      'data:text/html,<title>empty</title>',
    ),
  );
  const page = await opened;
  await expect(page).toHaveTitle('empty');
  return page;
}

/** What is wrong with a page at any width, in either theme. */
async function faultsOf(page: Page, path: string, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(path).href);
      // As text, so that this file needs no types of a window.
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > width) faults.push(`${name} at ${String(width)}: ${String(wide)} px wide`);
      const failed = "[...document.fonts].filter(({ status }) => status === 'error').length";
      if ((await page.evaluate<number>(failed)) > 0) faults.push(`${name}: a font does not load`);
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`));
  }
  return faults;
}

function requestsOf(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file|data):/u.test(request.url())) requests.push(request.url());
  });
  return requests;
}

test('pages with every part missing, long or from right to left fit, read well and ask no other host', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const folder = join(desk.home, 'pages');
  for (const [name, given] of Object.entries(pageCases)) {
    const { files } = await exporters.html.render(given, exportOptions());
    for (const { path, content } of files) {
      const target = join(folder, name, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, typeof content === 'string' || content instanceof Uint8Array ? content : dot);
    }
  }
  const page = await browserWindow(desk);
  const requests = requestsOf(page);
  const faults: string[] = [];
  for (const name of Object.keys(pageCases))
    faults.push(...(await faultsOf(page, join(folder, name, 'index.html'), name)));
  expect(faults).toEqual([]);
  expect(requests).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  for (const part of ['.share', '.reply', '.related'])
    for (const each of await page.locator(part).all()) await expect(each).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
});

test('the pages of the sample newsroom do too', async ({ desk }) => {
  test.setTimeout(240_000);
  const library = desk.makeSample();
  const out = join(desk.home, 'export');
  let status = 0;
  try {
    cli('export', library, '--format', 'html', '--out', out, '--quiet');
  } catch (error) {
    status = (error as { status: number }).status;
  }
  // The embargoed story is refused, the others are written.
  expect(status).toBe(1);
  const pages = readdirSync(out).filter((name) => !name.endsWith('.json'));
  expect(pages.length).toBeGreaterThan(10);
  const page = await browserWindow(desk);
  const requests = requestsOf(page);
  const faults: string[] = [];
  for (const name of pages) faults.push(...(await faultsOf(page, join(out, name, 'index.html'), name)));
  expect(faults).toEqual([]);
  expect(requests).toEqual([]);

  const lead = pages.find((name) => name.startsWith('ukraine-russia')) ?? '';
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(pathToFileURL(join(out, lead, 'index.html')).href);
  await page.screenshot({
    path: join(shots, 'exported-lead.png'),
    fullPage: true,
  });
  expect(readFileSync(join(out, lead, 'index.html'), 'utf8')).not.toContain('Second source is with Ines');
});
