import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';

const lines = [
  'The ferry Petrel crossed the old harbour on Tuesday for the first time in eleven years.',
  'She carried sixty passengers, two dogs and a bicycle.',
  'The harbour master said that nobody had counted the gulls.',
];

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** A new story with three paragraphs, typed. */
async function write(desk: DeskApp): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue('');
  await desk.headline.fill('Ferry Petrel returns');
  await desk.body.click();
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(line);
  }
}

for (const theme of ['light', 'dark'] as const)
  test(`a version is kept, compared, and comes back whole or in part, ${theme}`, async ({ desk }) => {
    test.setTimeout(120_000);
    const library = desk.makeSample();
    const page = await desk.start(library);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(desk.row('Ukraine–Russia Peace Talks')).toBeVisible();
    await write(desk);

    await page.keyboard.press('Control+Shift+s');
    await page.getByLabel('Name', { exact: true }).fill('Before the lawyers');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+5');
    const versions = page.getByRole('list', { name: 'Versions' });
    await expect(versions.getByRole('button', { name: /^Before the lawyers/u })).toBeVisible();

    await test.step('change, move and remove', async () => {
      await desk.headline.fill('Ferry Petrel is back');
      await desk.body.getByText('sixty passengers').click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+End');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Backspace');
      await desk.body.getByText('gulls').click();
      await page.keyboard.press('End');
      await page.keyboard.insertText(' Not even the gulls.');
      await page.keyboard.press('Control+s');
      await expect(desk.status).toContainText('Saved');
    });

    const compare = page.getByRole('region', { name: 'Compare versions' });
    await test.step('compare', async () => {
      await versions.getByRole('button', { name: /^Before the lawyers/u }).click();
      await expect(compare.getByText('3 differences')).toBeVisible();
      await expect(compare.locator('ins', { hasText: 'is back' })).toBeVisible();
      await expect(compare.locator('del', { hasText: 'sixty passengers' })).toBeVisible();
      await page.keyboard.press('F9');
      await expect(compare.getByText('1 of 3')).toBeVisible();
      await page.keyboard.press('Shift+F9');
      await expect(compare.getByText('3 of 3')).toBeVisible();
      await desk.shot(`history-inline-${theme}`);
      expect(await findings(page), 'inline').toEqual([]);
      await compare.getByText('Side by side').click();
      await desk.shot(`history-beside-${theme}`);
      expect(await findings(page), 'side by side').toEqual([]);
    });

    await test.step('one paragraph comes back at its place', async () => {
      await compare
        .getByRole('group', { name: 'removed' })
        .getByRole('button', { name: 'Take back into the text' })
        .click();
      await expect(compare.getByText('2 differences')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(desk.body.locator('p')).toHaveText([
        lines[0] ?? '',
        lines[1] ?? '',
        `${lines[2] ?? ''} Not even the gulls.`,
      ]);
    });

    await test.step('the whole version comes back, and goes again', async () => {
      await versions.getByRole('button', { name: /^Before the lawyers/u }).click();
      await compare.getByRole('button', { name: 'Restore this version' }).click();
      await expect(desk.headline).toHaveValue('Ferry Petrel returns');
      await expect(desk.body.locator('p')).toHaveText(lines);
      await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
      await expect(desk.headline).toHaveValue('Ferry Petrel is back');
    });
  });

for (const theme of ['light', 'dark'] as const)
  test(`the exported page stands beside the text and follows the caret, ${theme}`, async ({ desk }) => {
    const library = desk.makeSample();
    const page = await desk.start(library);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await desk.open('The Lantern Theatre opens its doors again');
    await desk.body.locator('p').first().click();
    await page.keyboard.press('F8');
    const preview = page.getByRole('region', { name: 'Preview' });
    const frame = preview.locator('iframe:not(.waiting)');
    await expect(frame).toBeVisible();
    await expect(desk.body).toBeVisible();
    const shown = frame.contentFrame();
    await expect(shown.locator('h1')).toContainText('The Lantern Theatre');

    const last = desk.body.locator('p').last();
    const words = (await last.innerText()).slice(0, 40);
    await last.click();
    await expect(shown.getByText(words).last()).toBeInViewport();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' Typed just now.');
    await expect(frame.contentFrame().getByText('Typed just now.')).toBeInViewport();
    await desk.shot(`preview-beside-${theme}`);
    expect(await findings(page)).toEqual([]);

    for (const width of ['Phone', 'Tablet', 'Print']) {
      await preview.getByRole('radio', { name: width }).check({ force: true });
      await expect(frame.contentFrame().locator('h1')).toBeVisible();
      await desk.shot(`preview-${width.toLowerCase()}-${theme}`);
    }
    await page.keyboard.press('Shift+F8');
    await expect(desk.body).toBeHidden();
    await page.keyboard.press('Shift+F8');
    await page.setViewportSize({ width: 700, height: 700 });
    await expect(desk.body).toBeHidden();
    await page.keyboard.press('F8');
    await expect(desk.body).toBeVisible();
  });

test('a misspelling is found, replaced, ignored and learnt by keyboard', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await expect(desk.row('Ukraine–Russia Peace Talks')).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue('');
  await desk.body.click();
  await page.keyboard.type(
    'The harbor master recieved TK letters from Marchetti and NATO about https://teh.example/ colour.',
  );
  const wrong = desk.body.locator('.misspelled');
  await expect(wrong).toHaveText(['harbor', 'recieved', 'Marchetti']);
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+F7');
  await page.keyboard.press('Shift+F7');
  const menu = page.getByRole('menu', { name: 'Spelling of “harbor”' });
  await expect(menu.getByRole('menuitem', { name: 'harbour', exact: true })).toBeVisible();
  await desk.shot('spelling-menu');
  expect(await findings(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'harbour', exact: true }).press('Enter');
  await expect(desk.body).toContainText('The harbour master');
  await expect(desk.body).toBeFocused();

  await page.keyboard.press('Shift+F7');
  await page.getByRole('menuitem', { name: 'received', exact: true }).press('Enter');
  await expect(wrong).toHaveText(['Marchetti']);
  await page.keyboard.press('Alt+F7');
  await page.keyboard.press('Shift+F7');
  await page.getByRole('menuitem', { name: 'Add to my dictionary' }).press('Enter');
  await expect(wrong).toHaveCount(0);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'This machine', exact: true }).click();
  await expect(page.getByLabel('My dictionary')).toHaveValue('Marchetti');
  await desk.shot('settings-spelling');
});
