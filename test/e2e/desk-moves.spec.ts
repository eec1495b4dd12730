import { cli, expect, test } from './desk-app.js';

test('a story is spiked and comes back by Undo; a killed one is marked wherever it is linked', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  const move = async (name: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Other moves' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  await test.step('spike and undo', async () => {
    await desk.open('The Lantern Theatre opens its doors again');
    await move(/^Spike/u);
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.row('The Lantern Theatre opens its doors again')).toContainText('Draft');
  });

  await test.step('kill with a notice', async () => {
    await desk.open('European Leaders Warn of Growing Climate');
    await move(/^Kill/u);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Withdrawn: the survey was misread.');
    await desk.shot('kill');
    await dialog.getByRole('button', { name: /Kill/u }).click();
    await expect(desk.row('European Leaders Warn of Growing Climate')).toContainText('Killed');
  });

  await test.step('the link is marked, and the page goes out without the card', async () => {
    await desk.open('Ukraine–Russia Peace Talks');
    await desk.tab('Related').click();
    await expect(page.getByRole('tabpanel')).toContainText('Killed: unlink or replace');
    await desk.shot('killed-link');
  });
  await desk.close();
  let findings = '';
  try {
    cli('check', library, '--json');
  } catch (error) {
    // Exit 1: done, with findings.
    findings = (error as { stdout: string }).stdout;
  }
  expect(findings).toMatch(/"rule":"related[^}]*killed/iu);
});

test('a story is sent back with a note, submitted again and approved, by keyboard', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  await desk.open('Dredging plan divides the quayside');
  await command('Send back');
  await page.getByRole('dialog').getByRole('textbox').fill('Who owns the dredger?');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Send back/u })
    .click();
  await expect(desk.row('Dredging plan divides the quayside')).toContainText('In progress');
  await command('Submit');
  await expect(desk.row('Dredging plan divides the quayside')).toContainText('In review');
  await command('Approve');
  await expect(desk.row('Dredging plan divides the quayside')).toContainText('Approved');
});
