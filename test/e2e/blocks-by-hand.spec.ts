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

/** Types after "/" and takes the first thing that is offered. */
async function insert(page: Page, words: string): Promise<void> {
  await page.keyboard.type(`/${words}`);
  await expect(page.getByRole('listbox', { name: 'Insert a block' })).toBeVisible();
  await page.keyboard.press('Enter');
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('combobox', { name: 'Find a story or a command' }).fill(`>${name}`);
  await page.getByRole('option', { name }).first().click();
}

const findings = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);

test('a block is dragged by its handle to another place, and one undo brings it back', async ({ desk }) => {
  const page = await newStory(desk);
  for (const text of ['One', 'Two', 'Three']) {
    await page.keyboard.type(text);
    if (text !== 'Three') await page.keyboard.press('Enter');
  }
  const blocks = desk.body.locator('> p');
  await blocks.nth(2).hover();
  const handle = page.getByTitle('Drag to move');
  await expect(handle).toBeVisible();
  await handle.dragTo(blocks.nth(0), { targetPosition: { x: 20, y: 2 } });
  await expect(blocks).toHaveText(['Three', 'One', 'Two']);
  await page.keyboard.press('Control+z');
  await expect(blocks).toHaveText(['One', 'Two', 'Three']);
});

test('cells that are selected together become one, and one becomes cells again', async ({ desk }) => {
  const page = await newStory(desk);
  await insert(page, 'table');
  await page.keyboard.type('Year');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships');
  const heads = desk.body.locator('th');
  const count = await heads.count();
  await heads.nth(0).click();
  await heads.nth(1).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('toolbar', { name: 'Table' });
  await bar.getByRole('button', { name: 'Merge the cells' }).click();
  await expect(heads).toHaveCount(count - 1);
  await expect(heads.first()).toHaveAttribute('colspan', '2');
  await expect(heads.first().locator('p')).toHaveText(['Year', 'Ships']);
  await bar.getByRole('button', { name: 'Split the cell' }).click();
  await expect(heads).toHaveCount(count);
});

test('an embed is written by its address and changed, and another kind of address is refused', async ({ desk }) => {
  const page = await newStory(desk);
  await command(page, 'Embed');
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  await dialog.getByRole('textbox', { name: 'Address' }).fill('ftp://example.org/film');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('An embed needs an http or https address.');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://www.youtube.com/watch?v=abc');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The launch');
  await expect(dialog.getByRole('textbox', { name: 'Provider' })).toHaveValue('YouTube');
  await desk.shot('embed-dialog');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Embed' }).click();
  const card = desk.body.getByRole('group', { name: 'Embed' });
  await expect(card).toContainText('The launch');
  await card.getByRole('button').first().click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('The second launch');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('The second launch');
});

test('a passage is given its language, which what is no language is not', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('The Zeitgeist');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await command(page, 'Language of the passage');
  const dialog = page.getByRole('dialog', { name: 'Language of the passage' });
  await dialog.getByRole('combobox', { name: 'Language tag' }).fill('deutsch!');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('A language is written as a tag');
  await dialog.getByRole('combobox', { name: 'Language tag' }).fill('de');
  await desk.shot('language-dialog');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(desk.body.locator('[lang="de"]')).toHaveText('Zeitgeist');
  await command(page, 'Language of the passage');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(desk.body.locator('[lang="de"]')).toHaveCount(0);
});
