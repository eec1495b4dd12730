import type { Locator } from '@playwright/test';
import { expect, test } from './desk-app.js';

/** The smallest picture there is: one grey dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

/** Drops a picture file at the middle of an element, as a file manager does. */
async function dropPicture(target: Locator): Promise<void> {
  await target.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'dot.png', { type: 'image/png' }));
    const { left, top, width, height } = element.getBoundingClientRect();
    const init = { dataTransfer: data, clientX: left + width / 2, clientY: top + height / 2 };
    for (const type of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(type, { ...init, bubbles: true, cancelable: true }));
  }, dot);
}

test('a picture file is dropped on the lead picture and into the text, and says what it lacks', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  await page.keyboard.type('First.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second.');
  await dropPicture(page.getByRole('button', { name: 'Add a lead picture' }));
  const lead = page.getByRole('figure', { name: 'Lead picture' });
  await expect(lead).toContainText('Missing: description, credit');
  await lead.getByRole('textbox', { name: 'Credit' }).fill('A. Lindqvist');
  await expect(lead).toContainText('Missing: description');
  // Dropped again on the picture itself: another picture, the same texts.
  await dropPicture(lead.getByRole('img'));
  await expect(lead.getByRole('textbox', { name: 'Credit' })).toHaveValue('A. Lindqvist');

  await dropPicture(desk.body.getByText('First.'));
  await expect(desk.body.locator('figure')).toHaveCount(1);
  expect(await desk.body.locator('> *').evaluateAll((blocks) => blocks.map((block) => block.nodeName))).toEqual([
    'P',
    'FIGURE',
    'P',
  ]);
});

test('plain text of several paragraphs stays several paragraphs', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  const paste = async (text: string, keys: string): Promise<void> => {
    await desk.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
    await page.keyboard.press(keys);
  };
  await paste('One of\r\ntwo lines.\r\n\r\nTwo.\r\n\r\n\r\nThree.', 'Control+v');
  await expect(desk.body.locator('p')).toHaveText([/One of\s*two lines\./u, 'Two.', 'Three.']);
  await page.keyboard.press('Control+a');
  await desk.app.evaluate(({ clipboard }) => clipboard.write({ text: 'A\n\nB', html: '<b>A</b><p><b>B</b></p>' }));
  await page.keyboard.press('Control+Shift+v');
  await expect(desk.body.locator('p')).toHaveText(['A', 'B']);
  await expect(desk.body.locator('strong')).toHaveCount(0);
});
