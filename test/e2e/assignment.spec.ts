import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, expect, test } from './desk-app.js';

test('a story is assigned, is late, shows what others changed, and stands on the sheet of the shift', async ({
  desk,
}) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  const headline = 'Dredging plan divides the quayside';

  await test.step('assigned and given a time in the inspector, found among the late ones', async () => {
    await desk.open(headline);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'This machine' }).click();
    await page.getByLabel('Who sits at this machine').selectOption('Salma Haddad');
    await page.getByRole('button', { name: 'Back to the desk' }).click();
    await desk.open(headline);
    await page.getByLabel('Assigned to').selectOption('Salma Haddad');
    await page.getByLabel('Due', { exact: true }).fill('2026-01-05T10:00');
    await page.keyboard.press('Control+s');
    const views = page.getByRole('list', { name: 'Views' });
    await expect(views.getByRole('button', { name: 'Late 1' })).toBeVisible();
    await views.getByRole('button', { name: 'Assigned to me 1' }).click();
    await expect(desk.row(headline)).toContainText('due');
    await desk.shot('assigned');
  });

  await test.step('the sheet of the shift is written where the person says', async () => {
    const folder = join(desk.home, 'Documents');
    await desk.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, folder);
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.type('Budget sheet');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The budget sheet has');
    const sheets = readdirSync(folder).filter((name) => name.startsWith('budget-'));
    expect(sheets.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['csv', 'html']);
    for (const name of sheets) expect(readFileSync(join(folder, name), 'utf8')).toContain('Salma Haddad');
  });
  await desk.close();
  const [row] = cli('list', library, '--query', 'slug:dredging', '--json').trim().split('\n');
  const { id } = JSON.parse(row ?? '{}') as { id: string };
  cli('move', library, id, 'inProgress', '--note', 'Who owns the dredger?', '--quiet');

  await test.step('what happened meanwhile is told on opening, with the difference', async () => {
    const next = await desk.start(library);
    await desk.open(headline);
    const news = next.getByRole('region', { name: 'New since you were here' });
    await expect(news).toContainText('Saved once');
    await desk.shot('new-since');
    await news.getByRole('button', { name: 'Show what changed' }).click();
    await expect(news).toBeHidden();
    await desk.shot('new-since-difference');
  });
});
