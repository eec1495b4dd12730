import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { cli, expect, test } from './desk-app.js';

/** What axe finds on the screen as it stands; the legacy way, since Electron opens no second page for it. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('by keyboard: a story of a template, a change of many that is taken back, a kept list, a copy', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const page = await desk.start(desk.makeSample());
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const rows = page.getByRole('grid', { name: 'Stories' });
  const picked = rows.locator('[aria-selected="true"]');
  const messages = page.getByRole('region', { name: 'Messages' });
  const look = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await desk.shot(`${name}-${colorScheme}`);
      expect(await findings(page), `${name} ${colorScheme}`).toEqual([]);
    }
  };
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  await desk.open('The Lantern Theatre opens its doors again');

  await test.step('the template is found by typing, and says what it asks for', async () => {
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('dialog', { name: 'New story' })).toBeVisible();
    await look('new-story');
    await page.keyboard.type('obit');
    await page.keyboard.press('Enter');
    await expect(desk.headline).toBeFocused();
    await page.keyboard.type('Ferry pilot who knew every rock dies');
    await expect(desk.body).toContainText('has died aged TK');
    await expect(page.getByRole('button', { name: /Obituary asks for: dek/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('x'.repeat(310));
    await expect(page.locator('[data-slot="dek"]')).toHaveText('310 / 300 · 10 too many');
    await look('too-long');
    await desk.tab('Story').click();
    await page.getByRole('combobox', { name: 'Slugline' }).focus();
    await expect(page.getByRole('option', { name: 'obit-ferry-pilot', exact: true })).toBeVisible();
    // The sluglines of the day stand first, those made of the headline last.
    const offers = page.getByRole('listbox', { name: 'Suggested sluglines' }).getByRole('option');
    const offer = await offers.last().locator('span').innerText();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Slugline' })).toHaveValue(offer);
    await page.keyboard.press('Control+s');
  });

  await test.step('three are picked, spiked at once and come back by Undo', async () => {
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await expect(rows.locator('[data-place="0"]')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(picked).toHaveCount(3);
    await expect(page.getByRole('toolbar', { name: 'Change the picked stories' })).toContainText('3 picked');
    await look('picked');
    await page.keyboard.press('Control+Shift+a');
    await expect(page.locator('#bulk-section')).toBeFocused();
    await page.keyboard.press('S');
    await page.keyboard.press('Enter');
    await expect(messages).toContainText(/stories: |story: /u);
    const refused = page.getByRole('dialog', { name: 'Not every story was changed' });
    await expect(refused.getByRole('listitem')).toContainText('published story is not edited in place');
    await look('refused');
    await messages.getByRole('button', { name: 'Undo' }).first().press('Enter');
    await expect(messages).toContainText(/as (it was|they were)/u);
    await page.keyboard.press('Escape');
    await expect(refused).toBeHidden();
  });

  await test.step('the focus has moved before the next key can come', async () => {
    const at = await page.evaluate(() => {
      const keys = { key: 'G', code: 'KeyG', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
      return document.activeElement?.id;
    });
    expect(at).toBe('list-sort');
  });

  await test.step('a filtered list is kept under a name and brought back', async () => {
    const states = page.getByRole('group', { name: 'State', exact: true });
    await states.getByRole('checkbox', { name: 'Draft' }).check();
    await states.getByRole('checkbox', { name: 'In review' }).check();
    await look('filters');
    await command('Keep this list');
    await page.keyboard.type('My drafts');
    await page.keyboard.press('Enter');
    const kept = page.getByRole('list', { name: 'Kept lists' }).getByRole('button', { name: 'My drafts', exact: true });
    await expect(kept).toHaveAttribute('aria-current', 'true');
    await page.getByRole('button', { name: 'Clear the filters' }).press('Enter');
    await kept.press('Enter');
    await expect(states.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await page.getByRole('button', { name: 'Clear the filters' }).press('Enter');
    await page.keyboard.press('Control+Shift+g');
  });

  await test.step('a copy is made and opened', async () => {
    await command('Duplicate the story');
    await expect(desk.headline).toHaveValue('Copy of Ferry pilot who knew every rock dies');
  });

  await test.step('templates and people in the settings', async () => {
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Templates', exact: true }).press('Enter');
    await look('settings-templates');
    await page.getByRole('button', { name: 'People', exact: true }).press('Enter');
    await look('settings-people');
  });
});

test('ten thousand stories keep the page small, and a range reaches rows that were never fetched', async ({ desk }) => {
  test.setTimeout(400_000);
  const library = desk.makeSample();
  const file = join(desk.home, 'archive.jsonl');
  const lines = Array.from({ length: 10_000 }, (_, at) => ({
    id: `wire-${String(at)}`,
    title: `Harbour report number ${String(at)}`,
    section: ['Wire', 'Archive', 'Shipping'][at % 3],
    date: new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toISOString(),
    body: `The harbour office counted ${String(at)} crossings.`,
  }));
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  cli('import', library, file, '--quiet');
  const page = await desk.start(library);
  const rows = page.getByRole('grid', { name: 'Stories' });
  await expect(rows).toHaveAttribute('aria-rowcount', /^10\d{3}$/u);
  const drawn = (): Promise<number> => rows.getByRole('row').count();
  const atStart = await drawn();
  await rows.locator('[data-place="0"]').focus();
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('PageDown');
  await expect(rows.locator(':focus')).toHaveAttribute('data-place', /^[3-9]\d{2}$/u);
  expect(await drawn()).toBeLessThanOrEqual(atStart + 14);
  await page.keyboard.press('Shift+End');
  await expect(page.getByRole('toolbar', { name: 'Change the picked stories' })).toContainText(/9,\d{3} picked/u);
  await desk.shot('ten-thousand');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: 'Change the picked stories' })).toContainText(/10,\d{3} picked/u);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 800, height: 640 });
  await desk.shot('list-narrow');
});

test('a wide list is a table whose heads sort', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await page.setViewportSize({ width: 1700, height: 900 });
  const handle = page.getByRole('separator', { name: 'Stories' });
  await handle.focus();
  for (let press = 0; press < 60; press += 1) await page.keyboard.press('ArrowRight');
  const head = page.getByRole('columnheader', { name: 'Words' });
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await desk.shot('list-table');
  expect(await findings(page)).toEqual([]);
});
