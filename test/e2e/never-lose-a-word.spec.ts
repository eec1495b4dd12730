import { expect, test } from './desk-app.js';

test('a word typed just before the window closes is there at the next start', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  await desk.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Curtain.');
  await desk.close();
  await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  await expect(desk.body).toContainText('Curtain.');
});

test('a kill while typing loses nothing that is older than two seconds, and a person chooses', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  await desk.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' The last sentence before the battery died.');
  await expect(desk.status).toContainText('Draft kept');
  await desk.kill();
  const again = await desk.start(library);
  await desk.row('The Lantern Theatre opens its doors again').click();
  await expect(again.getByRole('button', { name: /Keep (?:the )?draft/iu })).toBeVisible();
  await desk.shot('recovery');
  await again.getByRole('button', { name: /Keep (?:the )?draft/iu }).click();
  await expect(desk.body).toContainText('The last sentence before the battery died.');
});

test('text typed in one story before switching to another is saved, and undo stays in its story', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  const before = (await desk.body.textContent()) ?? '';
  await desk.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Z');
  await desk.open('Surveyors find hollow ground behind a third of the sea wall');
  const other = (await desk.body.textContent()) ?? '';
  await desk.body.click();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Control+z');
  await expect(desk.body).toHaveText(other);
  await desk.open('The Lantern Theatre opens its doors again');
  await expect(desk.body).toHaveText(`${before}Z`);
  await desk.body.click();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Control+z');
  await expect(desk.body).toHaveText(`${before}Z`);
});

test('two hundred characters typed during saves are all there, once, in order', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  await desk.body.click();
  await page.keyboard.press('Control+End');
  const text = Array.from({ length: 40 }, (_, at) => `w${String(at).padStart(3, '0')} `).join('');
  for (const [at, letter] of Array.from(text).entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    if (at % 10 === 9) await page.keyboard.press('Control+s');
  }
  await expect(desk.body).toContainText(text.trim());
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
});
