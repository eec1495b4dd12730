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

test('letters that come before the new paragraph was ever drawn stand in their order', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('First.');
  // Within one task no frame is drawn: what a quick hand meets on a slow machine, every time.
  await desk.body.evaluate(async (body) => {
    body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    for (const letter of 'Next') {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to type twice within one task
      document.execCommand('insertText', false, letter);
      await Promise.resolve();
    }
  });
  await expect(desk.body.locator('p')).toHaveText(['First.', 'Next']);
});

test('the end of a long text is its end, though its last block was never drawn', async ({ desk }) => {
  const page = await newStory(desk);
  const copied = Array.from({ length: 200 }, (_, at) => `<p>Paragraph ${String(at)} of a long story.</p>`).join('');
  await desk.app.evaluate(({ clipboard }, html) => clipboard.write({ html, text: 'A long story.' }), copied);
  await page.keyboard.press('Control+v');
  await expect(desk.body.locator('p')).toHaveCount(200);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' The end.');
  await expect(desk.body.locator('p').last()).toHaveText('Paragraph 199 of a long story. The end.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await expect(desk.body).toHaveText('');
});

test('a command right after an arrow acts where the arrow went', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two');
  await desk.body.evaluate((body) => {
    const press = (key: string, more: KeyboardEventInit = {}) =>
      body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    // The browser moves its caret within the task and says so later.
    getSelection()?.modify('move', 'backward', 'line');
    press('ArrowDown', { altKey: true });
  });
  await expect(desk.body.locator('p')).toHaveText(['Two', 'One']);
});

test('finding, moving, cases and views are commands, and what was found is replaced in one step', async ({ desk }) => {
  test.setTimeout(120_000);
  const page = await newStory(desk);
  await page.keyboard.type('The old pier and the old port.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('An Old story, TK ships.');
  await page.keyboard.press('Control+h');
  const bar = page.getByRole('search', { name: 'Find in the story' });
  await bar.getByRole('textbox', { name: 'Find' }).fill('old');
  await expect(bar.getByRole('status')).toHaveText('3 places');
  await expect(desk.body.locator('.found')).toHaveCount(3);
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status')).toHaveText('2 places');
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('ancient');
  await desk.shot('find-bar');
  expect(await findings(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(bar.getByRole('status')).toHaveText('2 places replaced');
  await expect(desk.body.locator('p').first()).toHaveText('The ancient pier and the ancient port.');
  await bar.getByRole('textbox', { name: 'Find' }).press('Escape');
  await expect(desk.body).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(desk.body.locator('p').first()).toHaveText('The old pier and the old port.');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(desk.body.locator('p').first()).toHaveText('An Old story, TK ships.');
  await page.keyboard.press('F4');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('TK');
  await page.keyboard.press('Control+Shift+y');
  await expect(desk.body.locator('.sign-space').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+j');
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeHidden();
  await expect(desk.body.locator('.has-caret')).toHaveCount(1);
  await desk.shot('focus-mode-with-signs');
  await expect(page.getByText('Something unexpected happened')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+j');
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
});

test('a story is linked after "[[" and by the link dialog, and a bar comes to a selection', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('See [[night');
  const stories = page.getByRole('listbox', { name: 'Link to a story' });
  await expect(stories.getByRole('option').first()).toContainText('night buses');
  await desk.shot('story-menu');
  await page.keyboard.press('Enter');
  await expect(desk.body.locator('a[data-story-id]')).toContainText('night buses');
  await page.keyboard.type(' and [[x');
  await page.keyboard.press('Escape');
  await expect(desk.body).toContainText('and [[x');
  await page.keyboard.press('Shift+Home');
  await expect(page.getByRole('toolbar', { name: 'Format the selection' })).toBeVisible();
  await desk.shot('selection-bar');
  expect(await findings(page)).toEqual([]);
  await desk.body.locator('a[data-story-id]').click();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await expect(dialog).toContainText('Leads to the story');
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(desk.headline).toHaveValue(/night buses/u);
});

test('a table is written and changed by keyboard', async ({ desk }) => {
  const page = await newStory(desk);
  await insert(page, 'table');
  await page.keyboard.type('Year');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ships');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible();
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(desk.body.locator('tr')).toHaveCount(4);
  await desk.body.locator('th').first().click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Ships in the port');
  await desk.shot('table');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After the table.');
  await expect(desk.body.locator('> p')).toHaveText(['After the table.']);
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
});
