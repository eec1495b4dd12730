import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk-app.js';

const wxr = join(import.meta.dirname, '../cases/newsroom/wxr-small.xml');

test('an import is looked at, its names mapped, read in and taken back, in both themes', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, wxr);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(page.getByRole('grid', { name: 'Stories' }).getByRole('row').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await dialog.getByRole('button', { name: 'Choose files…' }).press('Enter');
  await expect(dialog.getByText('6 read: 5 would come in')).toBeVisible();
  await dialog.getByLabel('Name of “Company News” here').fill('Business');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await desk.shot(`import-preview-${colorScheme}`);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(dialog.getByText('6 read: 5 imported')).toBeVisible();
  await desk.shot('import-report');
  await dialog.getByRole('button', { name: 'Take this import back' }).press('Enter');
  await expect(dialog.getByText('Removed 5. Stayed 0.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.row('Basic Post')).toHaveCount(0);
});
