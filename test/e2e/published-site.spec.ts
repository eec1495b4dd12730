import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cli, expect, shots, test, type DeskApp } from './desk-app.js';

const widths = [320, 768, 1280, 1920];

/** A window of the test's own, as a browser would have it: no preload, no rights. */
async function browserWindow(desk: DeskApp): Promise<Page> {
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

/** One page of each kind, and each story that is out of the ordinary. */
function pagesOf(site: string): Readonly<Record<string, string>> {
  const stories = readdirSync(join(site, 'harbour-coast'), { recursive: true }).map(String);
  const arabic = stories.find((path) => /[\u0600-\u06ff].*index\.html$/u.test(path)) ?? '';
  const lead = readdirSync(join(site, 'international'), { recursive: true }).map(String);
  return {
    home: 'index.html',
    section: 'international/index.html',
    story: join('international', lead.find((path) => /ukraine-russia.*index\.html$/u.test(path)) ?? ''),
    arabic: join('harbour-coast', arabic),
    tag: 'tag/peace-talks/index.html',
    tags: 'tag/index.html',
    search: 'search/index.html',
    corrections: 'corrections/index.html',
    archive: 'archive/index.html',
    'not-found': '404.html',
  };
}

for (const theme of ['default', 'magazine'])
  test(`the site in the theme "${theme}" fits every screen, reads well and asks no other host`, async ({ desk }) => {
    test.setTimeout(400_000);
    const library = desk.makeSample();
    const site = join(desk.home, 'site');
    const base = 'https://harbour.example.org/';
    cli('site', library, '--out', site, '--theme', theme, '--base', base, '--quiet');
    await desk.start();
    const page = await browserWindow(desk);
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) requests.push(request.url());
    });
    mkdirSync(shots, { recursive: true });
    const faults: string[] = [];
    for (const [name, path] of Object.entries(pagesOf(site)))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathToFileURL(join(site, path)).href);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 1000 });
          await page.evaluate('document.fonts.ready.then(() => undefined)');
          const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
          if (wide > width) faults.push(`${name} at ${String(width)}: ${String(wide)} px wide`);
          await page.screenshot({ path: join(shots, `site-${theme}-${name}-${colorScheme}-${String(width)}.png`) });
        }
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        faults.push(...violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`));
      }
    expect(faults).toEqual([]);
    // The one script finds a story, and asks nobody else.
    await page.goto(pathToFileURL(join(site, 'search/index.html')).href);
    await page.getByRole('searchbox').fill('peace talks');
    await expect(page.getByRole('link', { name: /Ukraine–Russia Peace Talks/u })).toBeVisible();
    expect(requests).toEqual([]);
    const story = readFileSync(join(site, pagesOf(site)['story'] ?? ''), 'utf8');
    expect(story.match(/<script(?! type="application\/ld\+json")/gu)).toBeNull();
  });

test('the whole site is published from the window', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  const out = join(desk.home, 'site');
  mkdirSync(out);
  await desk.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, out);
  await expect(desk.row(/Ukraine–Russia/u)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+U');
  const dialog = page.getByRole('dialog', { name: 'Publish the site' });
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Choose' }).click();
  await dialog.getByLabel('Theme').selectOption('magazine');
  await desk.shot('publish');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByText('The site is written')).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('Every link leads somewhere.')).toBeVisible();
  await desk.shot('published');
  expect(readdirSync(out)).toEqual(expect.arrayContaining(['index.html', 'assets', 'search']));
  // Nothing changed since: nothing is written again.
  await dialog.getByRole('button', { name: 'Publish again' }).click();
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.locator('div', { hasText: 'Files written' }).last().locator('dd')).toHaveText('0');
});
