import { readFileSync } from 'node:fs';
import { expect, test } from './desk-app.js';

const outlook = readFileSync(new URL('../cases/paste/outlook.html', import.meta.url), 'utf8');

test('a paste from Outlook is told: what came as suggestions, what stayed behind, and can be text instead', async ({
  desk,
}) => {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  const picture = '<img src="https://example.org/a.jpg">';
  await desk.app.evaluate(
    ({ clipboard }, html) => clipboard.write({ html, text: 'Hi desk,\n\nAs text.' }),
    outlook + picture,
  );
  await page.keyboard.press('Control+v');
  await expect(desk.body.locator('blockquote p')).toHaveCount(2);
  await expect(desk.body.locator('del')).toHaveText('late');
  await page.getByRole('button', { name: 'What changed?' }).click();
  const report = page.getByRole('dialog', { name: 'What the paste changed' });
  await expect(report).toContainText('https://example.org/a.jpg');
  await expect(report).toContainText('2 tracked changes are kept as suggestions');
  await desk.shot('paste-report');
  await report.getByRole('button', { name: 'Show me' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('It gave no reason.');

  await page.keyboard.press('ArrowRight');
  await desk.app.evaluate(
    ({ clipboard }, html) => clipboard.write({ html, text: 'As text.' }),
    `<h2>As <i>text</i>.</h2>${picture}`,
  );
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'What changed?' }).last().click();
  await report.getByRole('button', { name: 'Paste as text instead' }).click();
  await expect(desk.body.locator('h2')).toHaveCount(0);
  await expect(desk.body).toContainText('As text.');
});

test('a copy leaves clean: formatting for other programs, nothing private, and itself for this one', async ({
  desk,
}) => {
  const page = await desk.start(desk.makeSample());
  await page.getByRole('button', { name: 'New story' }).click();
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  await page.keyboard.type('The ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('ferry');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' is back.');
  await expect(desk.body.locator('strong')).toHaveText('ferry');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const copied = await desk.app.evaluate(({ clipboard }) => ({
    html: clipboard.readHTML(),
    text: clipboard.readText(),
  }));
  expect(copied.text).toBe('The ferry is back.');
  expect(copied.html).toContain('The <strong>ferry</strong> is back.');
  expect(copied.html).not.toMatch(/data-|class=/u);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  await expect(desk.body.locator('strong')).toHaveCount(2);
  await expect(desk.body.locator('p')).toHaveText(['The ferry is back.', 'The ferry is back.']);
});
