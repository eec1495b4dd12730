import type { Page } from '@playwright/test';
import { expect, test, type DeskApp } from './desk-app.js';
import { InputMethod } from './input-method.js';

async function newStory(desk: DeskApp, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
}

const paragraphs = (desk: DeskApp) => desk.body.locator('p');

test('a Hangul syllable that Enter ends stands there once, and the next Enter makes a new paragraph', async ({
  desk,
}) => {
  const page = await desk.start(desk.makeSample());
  await newStory(desk, page);
  const ime = await InputMethod.of(page);
  for (const step of ['ㅎ', '하', '한']) await ime.compose(step);
  await ime.commit('한');
  await page.keyboard.press('Enter');
  for (const step of ['ㄱ', '그', '글']) await ime.compose(step);
  await ime.commit('글');
  await expect(paragraphs(desk)).toHaveText(['한', '글']);
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
  await expect(paragraphs(desk)).toHaveText(['한', '글']);
});

test('text that is being composed at the start of a line lives through an autosave', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await newStory(desk, page);
  await page.keyboard.type('Tail');
  await page.keyboard.press('Home');
  const ime = await InputMethod.of(page);
  await ime.compose('に');
  await ime.compose('にほ');
  // The draft is kept while the composition is still open.
  await expect(desk.status).toContainText('Draft kept');
  await ime.compose('にほん');
  await ime.compose('日本');
  await ime.commit('日本');
  await expect(paragraphs(desk)).toHaveText(['日本Tail']);
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
  await expect(paragraphs(desk)).toHaveText(['日本Tail']);
});

test('a dead key reaches the text: nothing of the window takes it', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await newStory(desk, page);
  const isTaken = await desk.body.evaluate((body) =>
    ['Dead', 'Process'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, code: 'BracketLeft', bubbles: true, cancelable: true });
      body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  expect(isTaken).toEqual([false, false]);
  const ime = await InputMethod.of(page);
  await ime.compose('^');
  await ime.commit('ê');
  await expect(paragraphs(desk)).toHaveText(['ê']);
});
