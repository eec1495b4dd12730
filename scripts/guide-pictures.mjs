// Makes the pictures of the guide and the README from the running app on the sample newsroom: docs/images/*.png.
// Run it after a change of the window: `node scripts/guide-pictures.mjs` (under xvfb-run without a display).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { root } from './setup/step.mjs';

await setUp({ window: true });
await build();
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'copydesk-pictures-'));
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function withApp(library, look) {
  const args = [
    root,
    ...(library ? [`--library=${library}`] : []),
    `--user-data-dir=${mkdtempSync(join(work, 'user-'))}`,
    ...sandboxFlags,
  ];
  const app = await _electron.launch({ args, cwd: root, env: { ...process.env, HOME: work } });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1440, height: 900 });
  const shot = async (name) => {
    await page.evaluate(
      'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]).then(() => undefined)',
    );
    await page.screenshot({ path: join(images, `${name}.png`) });
  };
  await look(page, shot);
  await app.close();
}

const open = async (page, headline) => {
  await page.getByRole('grid', { name: 'Stories' }).getByRole('row').filter({ hasText: headline }).first().click();
  await page.getByRole('textbox', { name: 'Headline' }).waitFor();
};
const tab = (page, name) => page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name }).click();

try {
  const library = join(work, 'library');
  execFileSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'init', library, '--sample', '--quiet']);
  await withApp(undefined, async (page, shot) => {
    await page.getByRole('button', { name: 'Start' }).waitFor();
    await shot('first-run');
  });
  await withApp(library, async (page, shot) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, 'Dredging plan divides the quayside');
    await tab(page, 'Related');
    await page.getByRole('heading', { name: 'Suggested' }).waitFor();
    await shot('desk');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot('desk-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await tab(page, 'Story');
    await shot('filing');
    await page.keyboard.press('Control+Shift+p');
    await page.getByRole('listbox').first().waitFor();
    await shot('palette');
    await page.keyboard.press('Escape');
    await open(page, 'Ukraine–Russia Peace Talks');
    await page.keyboard.press('Control+4');
    await page.getByRole('button', { name: 'ferry.jpg' }).click();
    await page.getByRole('complementary', { name: 'About the picture' }).waitFor();
    await shot('pictures');
    await page.keyboard.press('Control+4');
    await page.keyboard.press('F8');
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await shot('preview');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sections', exact: true }).click();
    await shot('settings');
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
