import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk-app.js';

for (const theme of ['light', 'dark'] as const)
  test(`stories go out in every format, are remembered as a profile, and nothing goes twice, ${theme}`, async ({
    desk,
  }) => {
    test.setTimeout(240_000);
    const library = desk.makeSample();
    const page = await desk.start(library);
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.getByRole('grid', { name: 'Stories' })).toBeVisible();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const run = dialog.getByRole('button', { name: 'Export', exact: true });

    await test.step('by keyboard: everything published, all formats, under a name', async () => {
      const published = dialog.getByRole('radio', { name: 'Everything that is published' });
      await published.focus();
      await page.keyboard.press('Space');
      await expect(published).toBeChecked();
      await dialog.getByRole('button', { name: 'Choose all' }).press('Enter');
      await dialog.getByRole('checkbox', { name: 'Only editions' }).check();
      await dialog.getByText('What these formats cannot carry').press('Enter');
      await expect(dialog.getByText('How wide a picture stands').first()).toBeVisible();
      await desk.shot(`export-choice-${theme}`);
      expect((await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze()).violations).toEqual([]);
      await dialog.getByLabel('Remember as').fill('Everyone');
      await run.press('Enter');
    });

    await test.step('the result says of each file how it was checked and what it lost', async () => {
      await expect(dialog.getByRole('heading', { name: 'Result' })).toBeVisible({ timeout: 120_000 });
      await expect(dialog.getByText(/official schema nitf-3\.6/u).first()).toBeVisible();
      await expect(dialog.getByText(/not valid/u)).toHaveCount(0);
      await desk.shot(`export-result-${theme}`);
      expect((await new AxeBuilder({ page }).include('dialog').setLegacyMode().analyze()).violations).toEqual([]);
      const names = readdirSync(join(library, 'exports'));
      for (const name of ['rss.xml', 'atom.xml', 'feed.json', 'wordpress.xml', 'copydesk-export.json'])
        expect(names).toContain(name);
      const printed = names.filter((name) => name.endsWith('.pdf'));
      expect(printed.length).toBeGreaterThan(8);
      for (const name of printed) {
        const pdf = readFileSync(join(library, 'exports', name), 'latin1');
        expect([name, pdf.slice(0, 5), /\/Count [1-9]/u.test(pdf)]).toEqual([name, '%PDF-', true]);
      }
    });

    await test.step('the profile does the same again, and has nothing to do', async () => {
      await dialog.getByRole('button', { name: 'Done' }).press('Enter');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('Control+e');
      await dialog.getByLabel('Profile').selectOption('Everyone');
      for (const name of ['RSS', 'Atom', 'JSON Feed', 'WordPress (WXR)'])
        await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
      await dialog.getByLabel('Remember as').fill('');
      await dialog.getByRole('radio', { name: 'Everything that is published' }).check();
      await run.press('Enter');
      await expect(dialog.getByText('The folder has every edition already.')).toBeVisible();
      expect(readFileSync(join(library, 'profiles.json'), 'utf8')).toContain('Everyone');
    });
  });
