import type { Page } from '@playwright/test';
import { expect, test } from './desk-app.js';

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test('in forced colours what is chosen, pressed or focused is still told apart', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await desk.open('The Lantern Theatre opens its doors again');
  const outline = (element: Element): string => getComputedStyle(element).outlineStyle;
  const chosen = page.getByRole('tab', { name: 'Story', exact: true });
  expect(await chosen.evaluate(outline)).toBe('solid');
  expect(await desk.row('The Lantern Theatre').evaluate(outline)).toBe('solid');
  await desk.headline.focus();
  await desk.shot('forced-colours');
});

test('at 200 % the whole job is still there, and nothing lies beyond the side of the window', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await desk.open('The Lantern Theatre opens its doors again');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=');
  await expect
    .poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()))
    .toBe(2);
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2);
  await expect(desk.headline).toBeVisible();
  await expect(desk.body).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await desk.shot('zoom-200');
  await page.keyboard.press('Control+Shift+e');
  await expect(desk.tab('Check')).toBeVisible();
  await desk.shot('zoom-200-inspector');
  await page.keyboard.press('Control+0');
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(1);
});
