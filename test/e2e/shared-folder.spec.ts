import * as fs from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { DeskApp, expect, test } from './desk-app.js';

const findings = async (desk: DeskApp): Promise<readonly string[]> =>
  (await new AxeBuilder({ page: desk.page }).setLegacyMode().analyze()).violations.map(({ id }) => id);

async function firstRun(desk: DeskApp, person: string, role: 'journalist' | 'editor'): Promise<void> {
  const page = await desk.start();
  await page.getByLabel('Publication').fill('The Harbour Post');
  await page.getByLabel('Your name').fill(person);
  await page.getByLabel('You are a').selectOption(role);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: 'New story' }).first()).toBeVisible();
}

/** Chooses the folder in the window, and leaves it shown. */
async function share(desk: DeskApp, folder: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await desk.page.getByRole('button', { name: /^Shared folder/u }).click();
  await desk.page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(desk.page.getByText('Nothing lies in the folder.')).toBeVisible();
}

async function place(desk: DeskApp, to: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('combobox', { name: 'Find a story or a command' }).fill('>Hand over');
  await page.getByRole('option', { name: 'Hand over' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'For' }).fill(to);
  await dialog.getByRole('button', { name: 'Put into the shared folder' }).click();
  await expect(page.getByRole('dialog', { name: 'Receipt' })).toContainText('.copydesk');
  await page.getByRole('button', { name: 'Done' }).click();
}

const files = (desk: DeskApp) => desk.page.getByRole('list', { name: 'Files in the shared folder' });

test('two desks work through one folder: place, claim, take in, send back, merge', async ({ desk }) => {
  test.slow();
  const other = new DeskApp();
  const folder = fs.mkdtempSync(join(desk.home, 'shared-'));
  try {
    await firstRun(desk, 'Tomás Aguiar', 'journalist');
    await firstRun(other, 'Ines Marr', 'editor');
    await share(desk, folder);
    await share(other, folder);

    await test.step('the journalist writes a story and puts it in', async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'New story' }).first().click();
      await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Ferry returns');
      await page.getByRole('textbox', { name: 'Body' }).click();
      await page.keyboard.type('The ferry is back. Nobody was hurt.');
      await place(desk, 'Ines Marr');
      await page.getByRole('button', { name: /^Shared folder/u }).click();
      await expect(files(desk).getByRole('listitem')).toContainText('Put there by this desk');
    });

    await test.step('the editor sees it come, a half-carried copy beside it, claims it and takes it in', async () => {
      const { page } = other;
      const [name = ''] = fs.readdirSync(folder);
      fs.writeFileSync(join(folder, 'half.copydesk'), fs.readFileSync(join(folder, name)).subarray(0, 300));
      fs.copyFileSync(join(folder, name), join(folder, name.replace('.copydesk', ' (conflicted copy).copydesk')));
      await expect(page.getByRole('button', { name: 'Shared folder 1' })).toBeVisible();
      await expect(files(other)).toContainText('Not whole, or not yet');
      await expect(files(other)).toContainText('A second copy');
      const row = files(other).getByRole('listitem').filter({ hasText: 'New here' });
      await row.getByRole('button', { name: 'Claim' }).click();
      await expect(row).toContainText('Yours since');
      expect(await findings(other)).toEqual([]);
      await other.shot('shared-folder');
      await page.emulateMedia({ colorScheme: 'dark' });
      await other.shot('shared-folder-dark');
      await page.emulateMedia({ colorScheme: 'light' });
      await expect(files(desk)).toContainText('Ines Marr works on it since');
      await row.getByRole('button', { name: 'Take in' }).click();
      await expect(page.getByRole('textbox', { name: 'Headline', exact: true })).toHaveValue('Ferry returns');
    });

    await test.step('the editor changes the headline and sends it back; the journalist, who wrote on, merges', async () => {
      await other.page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Ferry back in the harbour');
      await place(other, 'Tomás Aguiar');
      const { page } = desk;
      await desk.open('Ferry returns');
      await page.getByRole('textbox', { name: 'Body' }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(' The port opens on Monday.');
      await page.getByRole('button', { name: 'Shared folder 1' }).click();
      const row = files(desk).getByRole('listitem').filter({ hasText: 'Changed' });
      await expect(row).toContainText('from Ines Marr');
      await row.getByRole('button', { name: 'Take in' }).click();
      await expect(page.getByRole('textbox', { name: 'Headline', exact: true })).toHaveValue(
        'Ferry back in the harbour',
      );
      await expect(page.getByRole('textbox', { name: 'Body' })).toContainText('The port opens on Monday.');
    });

    await test.step('a folder that goes is told, and comes back', async () => {
      fs.renameSync(folder, `${folder}-away`);
      await desk.page.getByRole('button', { name: /^Shared folder/u }).click();
      await expect(desk.page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible();
      fs.renameSync(`${folder}-away`, folder);
      await expect(files(desk).getByRole('listitem').first()).toBeVisible();
    });
  } finally {
    await other.end();
  }
});
