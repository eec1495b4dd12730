import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';

async function newStory(desk: DeskApp): Promise<Page> {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  return page;
}

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Types after "/" and takes the first thing that is offered. */
async function insert(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`/${words}`);
  await expect(page.getByRole('listbox', { name: 'Insert a block' })).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a story with every kind of block is written with the keyboard alone', async ({ desk }) => {
  test.setTimeout(120_000);
  const page = await newStory(desk);
  await page.keyboard.type('## A heading');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"Never again," she said -- and it\'s **over** now. ');
  await expect(desk.body.locator('p').first()).toHaveText('“Never again,” she said – and it’s over now.');
  await expect(desk.body.locator('strong')).toHaveText('over');
  await insert(page, 'footn');
  await page.getByRole('textbox', { name: 'Text of the footnote' }).fill('From the minutes of the council.');
  await page.keyboard.press('Escape');
  await expect(desk.body.getByRole('button', { name: 'Footnote: From the minutes' })).toBeVisible();
  await page.keyboard.press('Enter');
  await insert(page, 'pull');
  await page.keyboard.type('We were never asked');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ana Ruiz, baker');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await insert(page, 'factbox');
  await page.keyboard.type('Three facts');
  await page.getByRole('textbox', { name: 'Title of the box' }).fill('At a glance');
  await page.getByRole('textbox', { name: 'Title of the box' }).press('ArrowUp');
  await desk.shot('writing-blocks');
  await page.keyboard.press('Control+End');
});
