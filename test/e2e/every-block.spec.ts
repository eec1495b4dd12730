import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-app.js';
import { importEveryBlock } from './every-block.js';

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('every block stands readable in both themes, in a narrow window and from right to left', async ({ desk }) => {
  test.setTimeout(180_000);
  desk.makeSample();
  const english = importEveryBlock(desk, 'en');
  const arabic = importEveryBlock(desk, 'ar');
  const page = await desk.start(desk.library);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 1500 });
  await desk.open(english);
  const blocks = await desk.body.evaluate((body) =>
    [...body.children].map((block) => [...block.classList].find((name) => !name.endsWith('-caret')) ?? block.nodeName),
  );
  expect(blocks).toEqual([
    'H2',
    'P',
    'quote-block',
    'pull-quote',
    'factbox',
    'table-block',
    'code-block',
    'HR',
    'embed',
  ]);
  await expect(desk.body.getByRole('textbox', { name: 'Source of the quote' })).toHaveValue('Ana Ruiz, baker');
  await expect(desk.body.getByRole('textbox', { name: 'Caption of the table' })).toHaveValue('Ships in the port');
  await expect(desk.body.locator('.footnote-mark > button')).toHaveAttribute('data-number', '1');
  await desk.shot('every-block-light');
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await desk.shot('every-block-dark');
  expect(await findings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.keyboard.press('F8');
  await expect(page.frameLocator('iframe').locator('.factbox')).toBeVisible();
  await page.frameLocator('iframe').locator('.pull-quote').scrollIntoViewIfNeeded();
  await desk.shot('every-block-page');
  await page.keyboard.press('F8');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await desk.row(arabic).click();
  await expect(desk.headline).toHaveValue(arabic);
  await desk.shot('every-block-right-to-left');
  await page.setViewportSize({ width: 640, height: 1100 });
  await desk.shot('every-block-narrow');
  const overflow = await page.evaluate(() => {
    const scroll = document.querySelector('.scroll[role="group"]');
    return scroll ? scroll.scrollWidth - scroll.clientWidth : null;
  });
  expect(overflow).toBe(0);
  await expect(page.getByText('Something unexpected happened')).toHaveCount(0);
});
