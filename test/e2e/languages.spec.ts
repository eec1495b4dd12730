import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';

const languageBox = (page: Page) => page.locator('select:has(option[value="ar"][lang="ar"])');

/** By keyboard and list, as a person does: Settings, This machine, the language. */
async function choose(desk: DeskApp, page: Page, language: 'de' | 'ar'): Promise<void> {
  await expect(desk.row('Ukraine–Russia Peace Talks')).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'This machine', exact: true }).click();
  await languageBox(page).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** How much wider than its place the page or a region of it is, in px. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const regions = [document.documentElement, ...document.querySelectorAll('[data-region] .scroll')];
    return Math.max(...regions.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });

/** Labels of buttons, tabs and fields that do not fit where they stand. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const labels = document.querySelectorAll<HTMLElement>('button, [role="tab"], label, legend, h2, option:checked');
    return [...labels]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent.trim());
  });

const menuLabels = (desk: DeskApp): Promise<string[]> =>
  desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

for (const theme of ['light', 'dark'] as const) {
  test(`the window in Arabic runs from right to left, ${theme}`, async ({ desk }) => {
    const page = await desk.start(desk.makeSample());
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await choose(desk, page, 'ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'هذا الحاسوب' })).toBeVisible();
    await desk.shot(`arabic-settings-${theme}`);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expect.poll(() => menuLabels(desk)).toContain('المادة');
    await page.getByRole('button', { name: 'العودة إلى الديسك' }).click();
    const list = page.getByRole('grid', { name: 'المواد' });
    await list.getByRole('row').filter({ hasText: 'The Lantern Theatre' }).first().click();
    await expect(page.getByRole('textbox', { name: 'العنوان', exact: true })).toHaveValue(/^The Lantern Theatre/u);
    await expect(page.getByRole('textbox', { name: 'النص', exact: true })).toBeVisible();
    await desk.shot(`arabic-desk-${theme}`);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}

test('arrow keys go the way of the line in Arabic', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await choose(desk, page, 'ar');
  await page.getByRole('button', { name: 'العودة إلى الديسك' }).click();
  const handle = page.getByRole('separator', { name: 'الديسك' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 16));
  const tabs = page.getByRole('tablist', { name: 'التفاصيل' });
  await tabs.getByRole('tab', { name: 'المادة', exact: true }).press('ArrowLeft');
  await expect(tabs.getByRole('tab', { name: 'ذات صلة' })).toBeFocused();
});

test('the chosen language is there at the next start', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await choose(desk, page, 'de');
  await expect.poll(() => menuLabels(desk)).toContain('Artikel');
  await desk.close();
  const again = await desk.start(library);
  await expect(again.getByRole('navigation', { name: 'Desk' })).toBeVisible();
  await expect(again.locator('html')).toHaveAttribute('lang', 'de');
  await expect(again.getByRole('grid', { name: 'Artikelliste' })).toBeVisible();
});

for (const width of [1440, 900]) {
  test(`no German label is cut off at ${String(width)} px`, async ({ desk }) => {
    const page = await desk.start(desk.makeSample());
    await page.setViewportSize({ width, height: 900 });
    await choose(desk, page, 'de');
    for (const concern of ['Publikation', 'Ressorts', 'Schlagwörter', 'Personen', 'Dieser Computer']) {
      await page.getByRole('button', { name: concern, exact: true }).click();
      expect(await cutOff(page), concern).toEqual([]);
    }
    await desk.shot(`german-settings-${String(width)}`);
    await page.getByRole('button', { name: 'Zurück zum Desk' }).click();
    await page
      .getByRole('grid', { name: 'Artikelliste' })
      .getByRole('row')
      .filter({ hasText: 'The Lantern Theatre' })
      .first()
      .click();
    await expect(page.getByRole('textbox', { name: 'Schlagzeile', exact: true })).toHaveValue(/^The Lantern/u);
    if (width < 1100) await page.getByRole('button', { name: 'Inspektor' }).first().click();
    await expect(page.getByRole('tab', { name: 'Verwandt' })).toBeVisible();
    await desk.shot(`german-desk-${String(width)}`);
    expect(await cutOff(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
