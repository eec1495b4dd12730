import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';
import { InputMethod } from './input-method.js';

const findings = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );

/** A draft with two paragraphs, in which everything is suggested from now on. */
async function suggesting(desk: DeskApp): Promise<Page> {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  await page.keyboard.type('The ferry left at noon.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nobody was hurt.');
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Suggest', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+7');
  await desk.body.locator('p').first().click();
  return page;
}

const suggestions = (page: Page) => page.getByRole('region', { name: 'Suggestions' });

for (const scheme of ['light', 'dark'] as const)
  test(`a change is suggested, listed, taken and refused, ${scheme}`, async ({ desk }) => {
    const page = await suggesting(desk);
    await page.emulateMedia({ colorScheme: scheme });
    await page.keyboard.press('Control+Home');
    for (let word = 0; word < 2; word += 1) await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.type(' sailed');
    await expect(desk.body.locator('del')).toHaveText(' left');
    await expect(desk.body.locator('ins')).toHaveText(' sailed');
    await page.keyboard.press('Control+End');
    for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Backspace');
    await expect(desk.body.locator('del').last()).toHaveText('hurt.');
    const entries = suggestions(page).getByRole('listitem');
    await expect(entries).toHaveCount(2);
    await expect(entries.first()).toContainText(/left\s*sailed/u);
    await desk.shot(`suggestions-${scheme}`);
    expect(await findings(page)).toEqual([]);
    await entries.first().getByRole('button', { name: 'Accept' }).click();
    await expect(desk.body.locator('p').first()).toHaveText('The ferry sailed at noon.');
    await entries.first().getByRole('button', { name: 'Stet' }).click();
    await expect(desk.body.locator('p').last()).toHaveText('Nobody was hurt.');
    await expect(desk.body.locator('del, ins')).toHaveCount(0);
    await expect(suggestions(page)).toContainText('Nothing is suggested.');
    await desk.body.click();
    await page.keyboard.press('Control+z');
    await expect(desk.body.locator('del')).toHaveText('hurt.');
    await page.keyboard.press('Control+s');
    await expect(desk.status).toContainText('Saved');
  });

test('an input method, Enter and Backspace write suggestions as they write text', async ({ desk }) => {
  const page = await suggesting(desk);
  await page.keyboard.press('End');
  const ime = await InputMethod.of(page);
  for (const step of ['に', 'にほ', '日本']) await ime.compose(step);
  await ime.commit('日本');
  await expect(desk.body.locator('p').first()).toHaveText('The ferry left at noon.日本');
  await expect(desk.body.locator('ins').first()).toHaveText('日本');
  await page.keyboard.press('Enter');
  await page.keyboard.type('New.');
  await expect(desk.body.locator('p')).toHaveCount(3);
  // All of it was written in one go, so it is one suggestion.
  await suggestions(page).getByRole('button', { name: 'Stet' }).click();
  await expect(desk.body.locator('p')).toHaveText(['The ferry left at noon.', 'Nobody was hurt.']);
});

test('something is said about words and about the story, answered, resolved and opened again', async ({ desk }) => {
  const page = await suggesting(desk);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+c');
  const field = page.getByRole('textbox', { name: 'What is to be said' });
  await expect(field).toBeFocused();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Legal');
  await field.fill('Which ferry?');
  await page.keyboard.press('Control+Enter');
  await expect(desk.body.locator('.annotation')).toHaveText(/^The ?$/u);
  await desk.body.locator('p').last().click();
  await field.fill('Too short.');
  await page.keyboard.press('Control+Enter');
  const notes = page.getByRole('region', { name: 'Comments' }).getByRole('listitem');
  await expect(notes).toHaveCount(2);
  await expect(notes.first()).toContainText('Legal');
  await expect(notes.last()).toContainText('About the whole story');
  await notes.first().getByRole('textbox').fill('The old one.');
  await page.keyboard.press('Enter');
  await expect(notes.first()).toContainText('The old one.');
  await desk.shot('comments');
  expect(await findings(page)).toEqual([]);
  await notes.first().getByRole('button', { name: 'Resolve' }).click();
  await expect(notes).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Comments');
  await notes.first().getByRole('button', { name: 'Reopen' }).click();
  await notes.first().getByRole('button', { name: 'Remove' }).click();
  await expect(desk.body.locator('.annotation')).toHaveCount(0);
  await expect(notes).toHaveCount(1);
});
