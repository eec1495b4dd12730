import { expect, test } from './desk-app.js';

test('a story that lacks something is held up, let pass with a reason, approved and taken back', async ({ desk }) => {
  const page = await desk.start(desk.makeSample());
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog');
  const holding = dialog.getByRole('list', { name: 'What holds it up' });

  await test.step('approval shows what holds the story up', async () => {
    await desk.open('Dredging plan divides the quayside');
    await page.getByRole('textbox', { name: 'Body' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' The bill is TK euros.');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(dialog.getByRole('heading', { name: 'Before it goes on' })).toBeVisible();
    await expect(holding).toContainText('TK');
    await expect(dialog.getByRole('button', { name: 'Approve', exact: true })).toBeDisabled();
    await desk.shot('gate');
  });

  await test.step('what holds it up is let pass with a reason, by keyboard', async () => {
    for (const pass = holding.getByRole('button', { name: 'Let pass…' }); (await pass.count()) > 0;) {
      const before = await pass.count();
      await pass.first().press('Enter');
      await page.keyboard.press('Enter');
      await expect(holding.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.type('The treasurer answers at noon.');
      await page.keyboard.press('Enter');
      await expect(pass).toHaveCount(before - 1);
    }
    await expect(dialog).toContainText('Nothing holds the story up any more.');
    await expect(dialog.getByRole('list', { name: 'Also found' })).toContainText('The treasurer answers at noon.');
    await desk.shot('gate-open');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Publish…' })).toBeVisible();
  });

  await test.step('the approval is taken back from the menu of commands', async () => {
    await command('Take back the last move');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('is as before: In review');
    await expect(page.getByRole('button', { name: 'Approve', exact: true })).toBeVisible();
  });

  await test.step('the desk sets what holds a story up', async () => {
    await command('Settings');
    await page.getByRole('button', { name: 'Approval gate' }).click();
    await desk.shot('gate-settings');
    await page.getByLabel('TK left').selectOption('Is told');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('saved', { ignoreCase: true });
    await page.getByRole('button', { name: 'Back' }).click();
    await desk.tab('Check').click();
    await expect(page.getByRole('tabpanel')).not.toContainText('holds it up');
    await desk.shot('gate-checks');
  });
});
