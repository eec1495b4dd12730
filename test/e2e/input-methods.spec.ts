import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';
import { InputMethod } from './input-method.js';

async function newStory(desk: DeskApp): Promise<Page> {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  return page;
}

const paragraphs = (desk: DeskApp) => desk.body.locator('p');

test('what is composed opens no menu, becomes no typographic sign and no Markdown', async ({ desk }) => {
  const page = await newStory(desk);
  const ime = await InputMethod.of(page);
  await ime.compose('/');
  await ime.compose('/て');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await ime.commit('/て');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  for (const step of ['"', '"あ', '"あ"']) await ime.compose(step);
  await ime.commit('"あ"');
  await expect(paragraphs(desk)).toHaveText(['/て"あ"']);
});

test('a composition that starts over a selection across blocks replaces it', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('First paragraph');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second paragraph');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+Shift+End');
  for (let step = 0; step < 'paragraph'.length; step += 1) await page.keyboard.press('Shift+ArrowLeft');
  const ime = await InputMethod.of(page);
  for (const step of ['に', 'にほ', '日本']) await ime.compose(step);
  await ime.commit('日本');
  await expect(paragraphs(desk)).toHaveText([/^First ?日本paragraph$/u]);
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
});

test('a Backspace takes one whole emoji family, flag or letter with its marks', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.insertText('x👨‍👩‍👧‍👦🇺🇦é');
  await page.keyboard.press('Backspace');
  await expect(paragraphs(desk)).toHaveText([/^x👨‍👩‍👧‍👦🇺🇦e?$/u]);
  if ((await paragraphs(desk).first().textContent())?.endsWith('e')) await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(paragraphs(desk)).toHaveText(['x👨‍👩‍👧‍👦']);
  await page.keyboard.press('Backspace');
  await expect(paragraphs(desk)).toHaveText(['x']);
});

test('the caret goes with the text from right to left, and signs follow the language of the story', async ({
  desk,
}) => {
  const page = await newStory(desk);
  await page.getByRole('textbox', { name: 'Language' }).fill('ar');
  await desk.body.click();
  await page.keyboard.insertText('مرحبا');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('x');
  await expect(paragraphs(desk)).toHaveText(['مرحxبا']);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"');
  await page.keyboard.insertText('قف');
  await page.keyboard.type('"');
  await expect(paragraphs(desk).nth(1)).toHaveText('«قف»');
});

test('AltGr types its signs, and no command takes them', async ({ desk }) => {
  await newStory(desk);
  const taken = await desk.body.evaluate((body) =>
    ['@', '€', '{', '[', '\\', 'ł', 'ø', '2', 'k', 'f'].filter((key) => {
      const init = { key, ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
      const event = new KeyboardEvent('keydown', init);
      body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(taken).toEqual([]);
});

test('undo goes on behind an autosave, and to the text as it was opened at the furthest', async ({ desk }) => {
  const page = await newStory(desk);
  await page.keyboard.type('One ');
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
  await page.keyboard.type('two');
  await expect(desk.status).toContainText('Draft kept');
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
  await expect(paragraphs(desk)).toHaveText(['']);
  await page.keyboard.press('Control+Shift+z');
  await expect(desk.body).toContainText('One');
});
