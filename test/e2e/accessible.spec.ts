import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-app.js';

/** What axe finds on the screen as it stands; the legacy way, since Electron opens no second page for it. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ desk }) => {
    test.setTimeout(180_000);
    const page = await desk.start();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const look = async (name: string): Promise<void> => {
      await desk.shot(`${name}-${theme}`);
      expect(await findings(page), name).toEqual([]);
    };
    await look('first-run');
    await page.getByRole('button', { name: 'Open the sample newsroom' }).click();
    await expect(desk.row('Ukraine–Russia Peace Talks')).toBeVisible();
    await desk.open('The Lantern Theatre opens its doors again');
    await look('desk');
    await desk.tab('Related').click();
    await expect(page.getByRole('heading', { name: 'Suggested' })).toBeVisible();
    await look('related');
    await desk.tab('Check').click();
    await look('check');
    await page.keyboard.press('Control+Shift+p');
    await expect(page.getByRole('listbox').first()).toBeVisible();
    await look('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    for (const concern of ['Publication', 'Sections', 'Tags', 'People', 'This machine']) {
      await page.getByRole('button', { name: concern, exact: true }).click();
      await look(`settings-${concern.toLowerCase().replace(' ', '-')}`);
    }
  });
}

test('the desk stays usable in a narrow window, with a long headline and with a story from right to left', async ({
  desk,
}) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await page.setViewportSize({ width: 900, height: 640 });
  await desk.open('Council finds money for the night buses after all');
  await desk.shot('narrow-long-headline');
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await desk.row('ميناء ميرو').click();
  await expect(desk.headline).toHaveValue(/ميناء ميرو/u);
  await desk.shot('right-to-left');
});
