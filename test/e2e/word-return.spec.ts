import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from './desk-app.js';

test('a story goes out as a Word document and what comes back is merged', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  const folder = join(desk.home, 'Documents');
  const answer = (...paths: readonly string[]): Promise<void> =>
    desk.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    }, paths);
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Shift+p');
    await page.getByRole('combobox', { name: 'Find a story or a command' }).fill(`>${name}`);
    await page.getByRole('option', { name }).first().click();
  };
  const dialog = page.getByRole('dialog');

  await test.step('handed over as a Word document', async () => {
    await desk.open('Dredging plan divides the quayside');
    await answer(folder);
    await command('Hand over');
    await dialog.getByRole('radio', { name: /Word document/u }).check();
    await dialog.getByRole('combobox', { name: 'For' }).fill('Maren Holt');
    await desk.shot('word-hand-over');
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await dialog.getByRole('button', { name: 'Choose a folder and write' }).click();
    await expect(dialog).toContainText('.docx');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Maren Holt has this story')).toBeVisible();
  });

  const name = readdirSync(folder).find((each) => each.endsWith('.docx')) ?? '';
  const parts = unzipSync(readFileSync(join(folder, name)));
  const tracked =
    'sounds simple</w:t></w:r><w:ins w:id="900" w:author="Maren Holt" w:date="2026-02-03T11:00:00Z"><w:r><w:t xml:space="preserve"> and is not</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">';
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('sounds simple', tracked);
  const back = join(folder, 'from-maren.docx');
  writeFileSync(back, zipSync({ ...parts, 'word/document.xml': strToU8(xml) }));

  await test.step('taken in again: the tracked words are a suggestion in their place', async () => {
    await answer(back);
    await command('Take in hand-over files');
    await dialog.getByRole('button', { name: 'Choose files' }).click();
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await desk.tab('Notes').click();
    await expect(page.getByRole('tabpanel')).toContainText('and is not');
    await expect(page.getByRole('tabpanel')).toContainText('Maren Holt');
    await expect(desk.body).toContainText('sounds simple and is not');
    await desk.shot('word-returned');
  });
});
