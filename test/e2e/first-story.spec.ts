import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cli, expect, test } from './desk-app.js';

/** Every file of a folder by its path from there, in order. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();

const paragraphs = [
  'The ferry Petrel crossed the old harbour on Tuesday for the first time in eleven years.',
  'She carried sixty passengers, two dogs and a bicycle.',
];

test('a first story goes from first run to the exported page, by one person', async ({ desk }) => {
  const page = await desk.start();

  await test.step('first run', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome to Copydesk' })).toBeVisible();
    await desk.shot('first-run');
    await page.getByLabel('Publication').fill('The Harbour Post');
    await page.getByLabel('Your name').fill('Anna Lindqvist');
    await page.getByLabel('You are a').selectOption('editor');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText('No stories yet')).toBeVisible();
    await desk.shot('empty-library');
  });

  await test.step('an older story to link to', async () => {
    await page.getByRole('region', { name: 'Stories' }).getByRole('button', { name: 'New story' }).first().click();
    await desk.headline.fill('Harbour ferry licence is granted');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The licence runs for ten years.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The harbour authority granted the licence for the ferry Petrel.');
  });

  await test.step('type and paste', async () => {
    await page.keyboard.press('Control+n');
    await page.keyboard.press('Enter');
    await expect(desk.headline).toHaveValue('');
    await desk.headline.fill('Ferry Petrel returns to the old harbour');
    await page.keyboard.press('Enter');
    await page.keyboard.type('After eleven years the crossing is open again.');
    await page.keyboard.press('Enter');
    await expect(desk.body).toBeFocused();
    await page.keyboard.type(paragraphs[0] ?? '');
    await page.keyboard.press('Enter');
    const html = `<p>${paragraphs[1] ?? ''}</p><blockquote><p>I had forgotten there were gulls.</p></blockquote><script>window.pwned = 1</script>`;
    await desk.app.evaluate(({ clipboard }, copied) => {
      clipboard.write({ html: copied, text: 'plain' });
    }, html);
    await page.keyboard.press('Control+v');
    await expect(desk.body.locator('blockquote')).toHaveText('I had forgotten there were gulls.');
    await expect(desk.body).toContainText(paragraphs[1] ?? '');
    await expect(desk.status).toContainText(/Draft kept|Saved/u);
  });

  await test.step('file it', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Sections' }).click();
    await page.getByLabel('Name of the new section').fill('Harbour & coast');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Back to the desk' }).click();
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Harbour & coast' });
    await page.getByRole('combobox', { name: 'Add a subject' }).fill('shipping');
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('Old harbour');
    await page
      .getByRole('option', { name: /Old harbour/u })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Remove Old harbour' })).toBeVisible();
  });

  await test.step('link a related story', async () => {
    await desk.tab('Related').click();
    await page.getByRole('button', { name: 'Link Harbour ferry licence is granted' }).first().click();
    await expect(page.getByRole('button', { name: 'Remove Harbour ferry licence is granted' })).toBeVisible();
    await desk.shot('related');
  });

  await test.step('submit, approve, publish', async () => {
    const banner = page.getByRole('banner', { name: 'Title bar' });
    await banner.getByRole('button', { name: 'Submit' }).click();
    await banner.getByRole('button', { name: 'Approve' }).click();
    await banner.getByRole('button', { name: /^Publish/u }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText(/is published\. Its text has gone out/u)).toBeVisible();
  });

  await test.step('preview the exported page', async () => {
    await page.keyboard.press('F8');
    const frame = page.frameLocator('iframe[title="Preview of the exported page"]');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Ferry Petrel returns to the old harbour');
    await expect(frame.locator('body')).toContainText(paragraphs[1] ?? '');
    await desk.shot('preview');
    await page.getByRole('button', { name: 'Back to the text' }).click();
  });

  await test.step('export', async () => {
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByText(/index\.html/u).first()).toBeVisible();
    await desk.shot('export');
  });
  const exported = join(desk.library, 'exports');
  await test.step('the command line writes the same bytes', () => {
    const out = join(desk.home, 'by-command');
    const rows = cli('list', desk.library, '--json').trim().split('\n');
    const found = rows.map((row) => JSON.parse(row) as { id: string; headline: string });
    const id = found.find(({ headline }) => headline === 'Ferry Petrel returns to the old harbour')?.id ?? '';
    cli('export', desk.library, id, '--format', 'html', '--out', out, '--quiet');
    const written = filesBelow(exported).filter((path) => path.includes('/'));
    expect(written.length).toBeGreaterThan(0);
    expect(filesBelow(out).filter((path) => path.includes('/'))).toEqual(written);
    const different = written.filter(
      (path) => !readFileSync(join(exported, path)).equals(readFileSync(join(out, path))),
    );
    expect(different).toEqual([]);
  });
  const folder = readdirSync(exported).find((name) => name.startsWith('ferry-petrel')) ?? '';
  const html = readFileSync(join(exported, folder, 'index.html'), 'utf8');
  for (const text of paragraphs) expect(html).toContain(text);
  expect(html).toContain('I had forgotten there were gulls.');
  expect(html).toContain('Harbour ferry licence is granted');
  expect(html).not.toContain('pwned');
  expect(await page.evaluate("'pwned' in window")).toBe(false);
});
