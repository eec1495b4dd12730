import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { cli, DeskApp, expect, test } from './desk-app.js';

const findings = async (desk: DeskApp): Promise<readonly string[]> =>
  (await new AxeBuilder({ page: desk.page }).setLegacyMode().analyze()).violations.map(({ id }) => id);

/** The dialogs of the system answer with these paths, the next one first. */
async function answer(desk: DeskApp, ...paths: readonly string[]): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

async function command(desk: DeskApp, name: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('Control+Shift+p');
  await page.getByRole('combobox', { name: 'Find a story or a command' }).fill(`>${name}`);
  await page.getByRole('option', { name }).first().click();
}

async function handOver(desk: DeskApp, folder: string, to: string): Promise<void> {
  await answer(desk, folder);
  await command(desk, 'Hand over');
  const dialog = desk.page.getByRole('dialog', { name: 'Hand the story over' });
  await dialog.getByRole('combobox', { name: 'For' }).fill(to);
  await dialog.getByRole('button', { name: 'Choose a folder and write' }).click();
  await expect(desk.page.getByRole('dialog', { name: 'Receipt' })).toContainText('.copydesk');
}

async function takeIn(desk: DeskApp, file: string): Promise<void> {
  await answer(desk, file);
  await command(desk, 'Take in hand-over files');
  const dialog = desk.page.getByRole('dialog', { name: 'Take in hand-over files' });
  await dialog.getByRole('button', { name: 'Choose files' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
}

/** Starts a desk with somebody at it, by the first run. */
async function firstRun(desk: DeskApp, person: string, role: 'journalist' | 'editor'): Promise<void> {
  const page = await desk.start();
  await page.getByLabel('Publication').fill('The Harbour Post');
  await page.getByLabel('Your name').fill(person);
  await page.getByLabel('You are a').selectOption(role);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: 'New story' }).first()).toBeVisible();
}

test('a story goes from the journalist to the editor and back, is merged, published, corrected and killed', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const editor = new DeskApp();
  const usb = join(desk.home, 'usb');
  mkdirSync(usb);
  try {
    // The journalist drafts.
    await firstRun(desk, 'Ana Ruiz', 'journalist');
    await desk.page.getByRole('button', { name: 'New story' }).first().click();
    await desk.headline.fill('Ferry returns to the old harbour');
    await desk.body.click();
    for (const text of ['The ferry left at noon.', 'Nobody was hurt.', 'The port opens again.']) {
      await desk.page.keyboard.type(text);
      if (!text.startsWith('The port')) await desk.page.keyboard.press('Enter');
    }
    await handOver(desk, usb, 'Mo Sato');
    await desk.shot('two-desks-1-receipt');
    expect(await findings(desk)).toEqual([]);
    await desk.page.getByRole('button', { name: 'Done' }).click();
    await expect(desk.page.getByText('Mo Sato has this story since')).toBeVisible();
    const [first = ''] = readdirSync(usb);

    // The editor suggests, comments and sends it back.
    await firstRun(editor, 'Mo Sato', 'editor');
    await takeIn(editor, join(usb, first));
    await expect(editor.page.getByRole('dialog')).toContainText('New here, from Ana Ruiz.');
    await editor.shot('two-desks-2-taken-in');
    await editor.page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
    await expect(editor.headline).toHaveValue('Ferry returns to the old harbour');
    await editor.page.getByRole('button', { name: 'Write', exact: true }).click();
    await editor.page.keyboard.press('Control+7');
    await editor.body.locator('p').nth(2).click();
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.press('ArrowLeft');
    await editor.page.keyboard.type(' on Monday');
    await editor.page.getByRole('button', { name: 'Suggest', exact: true }).click();
    await editor.body.locator('p').nth(0).click();
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('Control+ArrowRight');
    await editor.page.keyboard.press('Control+Shift+ArrowRight');
    await editor.page.keyboard.press('Control+Shift+c');
    await editor.page.keyboard.type('Which ferry?');
    await editor.page.keyboard.press('Control+Enter');
    await expect(editor.body.locator('.annotation')).toHaveText('ferry');
    await editor.body.locator('p').nth(1).click();
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('Shift+Control+ArrowRight');
    await editor.page.keyboard.type('Not a soul');
    await editor.shot('two-desks-3-edited');
    await handOver(editor, usb, 'Ana Ruiz');
    await editor.page.getByRole('button', { name: 'Done' }).click();
    const back = readdirSync(usb).find((name) => name !== first) ?? '';

    // Meanwhile the journalist changed another paragraph, and the same words of one.
    await desk.body.locator('p').nth(0).click();
    await desk.page.keyboard.press('End');
    await desk.page.keyboard.type(' It was late.');
    await desk.body.locator('p').nth(1).click();
    await desk.page.keyboard.press('Home');
    await desk.page.keyboard.press('Shift+Control+ArrowRight');
    await desk.page.keyboard.type('No passenger');
    await takeIn(desk, join(usb, back));
    const taken = desk.page.getByRole('dialog');
    await expect(taken).toContainText('1 place was changed by both.');
    await desk.shot('two-desks-4-merged');
    await taken.getByRole('button', { name: 'Open' }).click();
    const both = desk.page.getByRole('region', { name: 'Changed by both' });
    await expect(both).toContainText('No passenger was hurt.');
    await expect(both).toContainText('Not a soul was hurt.');
    await desk.shot('two-desks-5-conflict');
    expect(await findings(desk)).toEqual([]);
    await both.getByRole('button', { name: 'Theirs' }).click();
    await expect(both).toHaveCount(0);
    await expect(desk.body.locator('p').nth(0)).toHaveText('The ferry left at noon. It was late.');
    await expect(desk.body.locator('p').nth(1)).toHaveText('Not a soul was hurt.');
    const notes = desk.page.getByRole('region', { name: 'Comments' });
    await expect(notes).toContainText('Which ferry?');
    await expect(notes).toContainText('Mo Sato');
    await desk.page.getByRole('region', { name: 'Suggestions' }).getByRole('button', { name: 'Accept' }).click();
    await expect(desk.body.locator('p').nth(2)).toHaveText('The port opens again on Monday.');
    await notes.getByRole('button', { name: 'Resolve' }).click();
    await desk.shot('two-desks-6-decided');

    // Approved and published.
    const bar = desk.page.getByRole('banner');
    await bar.getByRole('button', { name: 'Submit' }).click();
    await bar.getByRole('button', { name: 'Approve' }).click();
    await bar.getByRole('button', { name: /^Publish/u }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(desk.row('Ferry returns')).toContainText('edition 1');

    // Corrected by the wizard.
    await command(desk, 'Correct');
    const wizard = desk.page.getByRole('dialog', { name: 'Correct the story' });
    await wizard.getByRole('textbox', { name: 'Wrong words' }).fill('at noon');
    await wizard.getByRole('textbox', { name: 'Right words' }).fill('at one');
    await expect(wizard.getByRole('textbox', { name: 'Note to readers' })).toHaveValue(/said “at noon”/u);
    await desk.shot('two-desks-7-wizard');
    expect(await findings(desk)).toEqual([]);
    await wizard.getByRole('button', { name: 'Publish the correction' }).click();
    await expect(desk.body.locator('p').nth(0)).toHaveText('The ferry left at one. It was late.');
    await expect(desk.row('Ferry returns')).toContainText('edition 2');

    // Killed with a notice.
    await command(desk, 'Kill');
    const kill = desk.page.getByRole('dialog', { name: 'Kill the story' });
    await kill.getByRole('textbox').fill('The ferry does not exist.');
    await kill.getByRole('button', { name: 'Kill' }).click();
    await expect(desk.row('Ferry returns')).toContainText('Killed');
    await desk.shot('two-desks-8-killed');
    await desk.close();

    const rows = (...args: readonly string[]): Record<string, unknown>[] =>
      cli(...args, '--json')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const [{ id } = { id: '' }] = rows('list', desk.library);
    const [once, again] = ['a', 'b'].map((name) => join(desk.home, name)) as [string, string];
    for (const out of [once, again])
      cli('export', desk.library, String(id), '--format', 'ninjs,newsml-g2', '--out', out, '--quiet');
    const files = readdirSync(once).filter(
      (name) => /\.(?:json|xml)$/u.test(name) && existsSync(join(again, name)) && !name.startsWith('copydesk'),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) expect(readFileSync(join(again, name)).equals(readFileSync(join(once, name)))).toBe(true);
    expect(readFileSync(join(once, files.find((name) => name.endsWith('.xml')) ?? ''), 'utf8')).toContain(
      'The ferry does not exist.',
    );
    cli('verify', desk.library);
  } finally {
    await editor.end();
  }
});
