import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { cli, expect, test } from './desk-app.js';

const headline = 'The Lantern Theatre opens its doors again';

/** The file of a story: `stories/<shard>/<id>.json`. */
function fileOf(library: string, id: string): string {
  const names = readdirSync(join(library, 'stories'), { recursive: true, encoding: 'utf8' });
  const name = names.find((other) => other.endsWith(`${id}.json`));
  if (name === undefined) throw new Error(`no file for ${id}`);
  return join(library, 'stories', name);
}

test('a damaged story says what happened, is recovered from its history, and harms no other', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open(headline);
  await desk.body.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Curtain.');
  await page.keyboard.press('Control+s');
  await expect(desk.status).toContainText('Saved');
  await desk.close();

  const rows = cli('list', library, '--json').trim().split('\n');
  const row = JSON.parse(rows.find((line) => line.includes(headline)) ?? '{}') as { id?: string };
  const file = fileOf(library, row.id ?? '');
  truncateSync(file, Math.floor(statSync(file).size / 2));

  const again = await desk.start(library);
  await desk.row(headline).click();
  await expect(again.getByRole('alert')).toContainText('The file of this story is damaged');
  await desk.shot('damaged-story');
  await desk.open('Surveyors find hollow ground behind a third of the sea wall');
  await desk.row(headline).click();
  await again.getByRole('button', { name: 'Recover the newest good version' }).click();
  await expect(desk.body).toContainText('Curtain.');
  await expect(desk.headline).toHaveValue(new RegExp(`^${headline}`, 'u'));
  await desk.open('Surveyors find hollow ground behind a third of the sea wall');
});
