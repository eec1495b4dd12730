import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cli, expect, test, type DeskApp } from './desk-app.js';

const taken = (page: Page) => page.getByRole('dialog', { name: 'Take in hand-over files' });

interface Row {
  readonly id: string;
  readonly state: string;
}

/** Hand-over files of another desk's sample newsroom: two of them. */
function packages(desk: DeskApp): readonly string[] {
  const [other, out] = [join(desk.home, 'other'), join(desk.home, 'usb')];
  mkdirSync(out);
  cli('init', other, '--sample', '--quiet');
  const drafts = cli('list', other, '--json')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ state }) => state === 'draft' || state === 'inProgress');
  for (const { id } of drafts.slice(0, 2)) cli('package', other, id, '--out', out, '--quiet');
  return readdirSync(out).map((name) => join(out, name));
}

test('a hand-over file that the program is started with is taken in, and one that is opened while it runs', async ({
  desk,
}) => {
  const [first = '', second = ''] = packages(desk);
  cli('init', desk.library, '--name', 'The Other Post', '--quiet');
  const page = await desk.start(desk.library, first);
  await expect(taken(page).getByRole('listitem')).toHaveCount(1);
  await desk.shot('opened-by-path');
  await taken(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('grid', { name: 'Stories' }).getByRole('row')).toHaveCount(1);
  // The second start of the program hands its file to the first and ends.
  const again = await desk.startAgain(second);
  expect(again).toBe(0);
  await expect(taken(page).getByRole('listitem')).toHaveCount(1);
  await taken(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('grid', { name: 'Stories' }).getByRole('row')).toHaveCount(2);
});

test('hand-over files that are dropped anywhere on the window are taken in, and other files are not', async ({
  desk,
}) => {
  const files = packages(desk);
  cli('init', desk.library, '--name', 'The Other Post', '--quiet');
  const page = await desk.start(desk.library);
  await expect(page.getByRole('button', { name: 'New story' }).first()).toBeVisible();
  await desk.dropFiles(page.getByRole('contentinfo', { name: 'Status' }), files);
  await expect(taken(page).getByRole('listitem')).toHaveCount(2);
  await taken(page).getByRole('button', { name: 'Done' }).click();
  await desk.dropFiles(page.getByRole('contentinfo', { name: 'Status' }), [join(desk.library, 'library.json')]);
  await expect(page.getByRole('grid', { name: 'Stories' }).getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
