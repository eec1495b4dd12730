import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { cli, expect, test } from './desk-app.js';

const sample = (name: string): string => join(import.meta.dirname, '../../resources/sample/media', name);

/** A picture of a camera: with a caption and credit in it, and where and by which camera it was taken. */
function cameraPicture(name: string): string {
  const caption = 'The ferry at the quay.';
  const credit = 'Photo: M. Sato';
  const record = (set: number, text: string): Buffer =>
    Buffer.concat([Buffer.from([0x1c, 2, set, 0, text.length]), Buffer.from(text)]);
  const iptc = Buffer.concat([record(120, caption), record(110, credit)]);
  const padded = iptc.length % 2 === 0 ? iptc : Buffer.concat([iptc, Buffer.from([0])]);
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, 0, iptc.length]),
    padded,
  ]);
  const comment = Buffer.from('GPS 53.5511 9.9937 serial SN-4711-4711');
  const block = (marker: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
  const jpeg = readFileSync(sample(name));
  return Buffer.concat([jpeg.subarray(0, 2), block(0xed, resource), block(0xfe, comment), jpeg.subarray(2)]).toString(
    'base64',
  );
}

/** Drops files at the middle of an element, as a file manager does. */
async function drop(target: Locator, files: readonly { name: string; base64: string }[]): Promise<void> {
  await target.evaluate((element, dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const init = { dataTransfer: data, clientX: left + width / 2, clientY: top + height / 2 };
    for (const type of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(type, { ...init, bubbles: true, cancelable: true }));
  }, files);
}

/** No finding of axe in either theme; pictures of both are left for a person to look at. */
async function expectAccessible(page: Page, shot: (name: string) => Promise<void>, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.mouse.move(2, 2);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await shot(`pictures-${name}-${theme}`);
  }
}

/** Takes away every message: one that stays would lie over what is pressed next. */
async function dismissAll(page: Page): Promise<void> {
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

test('pictures are dropped, described, cropped by keyboard, found again and exported without their metadata', async ({
  desk,
}) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await page.getByRole('button', { name: 'New story' }).click();
  await desk.headline.fill('Two ferries');
  await desk.body.click();
  await page.keyboard.type('The first paragraph.');

  // One for the top: its own caption and credit are there at once, and the gap is asked for.
  await drop(page.getByRole('button', { name: 'Add a lead picture' }), [
    { name: 'ferry-lead.jpg', base64: cameraPicture('ferry.jpg') },
  ]);
  const lead = page.getByRole('figure', { name: 'Lead picture' });
  await expect(lead.getByRole('textbox', { name: 'Caption' })).toHaveValue('The ferry at the quay.');
  await expect(lead.getByRole('textbox', { name: 'Credit' })).toHaveValue('Photo: M. Sato');
  await expect(lead.getByRole('textbox', { name: 'Description' })).toBeFocused();
  await page.keyboard.type('A ferry lies at a quay.');

  // Two at once and a file that is none: the two stand in the text, the third is named.
  await drop(desk.body.getByText('The first paragraph.'), [
    { name: 'rowing.jpg', base64: readFileSync(sample('rowing.jpg')).toString('base64') },
    { name: 'notes.jpg', base64: Buffer.from('no picture at all').toString('base64') },
    { name: 'museum.jpg', base64: readFileSync(sample('museum.jpg')).toString('base64') },
  ]);
  await expect(desk.body.locator('figure')).toHaveCount(2);
  await expect(
    page.getByText('“notes.jpg” is not a picture', { exact: false }).or(page.getByText('"notes.jpg"')),
  ).toBeVisible();

  // Not approved while something is missing.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const gate = page.getByRole('dialog', { name: 'Before it goes on' });
  await expect(gate.getByRole('list', { name: 'What holds it up' })).toContainText('credit');
  await expectAccessible(page, (name) => desk.shot(name), 'gate');
  await gate.getByRole('button', { name: 'Cancel' }).click();
  await expectAccessible(page, (name) => desk.shot(name), 'story');
  await dismissAll(page);

  // The picture desk shows them all.
  await page.keyboard.press('Control+6');
  const group = page.getByRole('group', { name: 'This story' });
  await expect(group).toContainText('2 pictures lack something');
  await expectAccessible(page, (name) => desk.shot(name), 'desk');
  for (const [at, words] of ['Rowers in the rain.', 'A hall of glass plates.'].entries()) {
    await group
      .getByRole('textbox', { name: 'Credit' })
      .nth(at + 1)
      .fill('Photo: A. Lindqvist');
    await group
      .getByRole('textbox', { name: 'Description' })
      .nth(at + 1)
      .fill(words);
  }
  await expect(group).toContainText('Every picture has a description and a credit.');

  // Cropped without a mouse.
  await group.getByRole('button', { name: 'Crop and turn…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Crop and turn' });
  await dialog.getByText('16:9').click();
  await dialog.getByText('1:1').click();
  const frame = dialog.getByRole('button', { name: /^Crop frame/u });
  await frame.focus();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(frame).toHaveAccessibleName(/% wide/u);
  await dialog.getByRole('button', { name: /^Focal point/u }).focus();
  await page.keyboard.press('ArrowRight');
  await expectAccessible(page, (name) => desk.shot(name), 'crop');
  await dialog.getByRole('button', { name: 'Use this crop' }).click();
  await expect(dialog).toBeHidden();

  // In the library by its caption, with its use.
  await page.keyboard.press('Control+4');
  await page.getByRole('searchbox', { name: 'Search pictures' }).fill('ferry at the quay');
  await page.getByRole('button', { name: 'ferry-lead.jpg' }).click();
  const details = page.getByRole('complementary', { name: 'About the picture' });
  await expect(details.getByRole('textbox', { name: 'Caption' })).toHaveValue('The ferry at the quay.');
  await expect(details.getByRole('button', { name: 'Two ferries' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search pictures' }).fill('');
  await expect(page.getByRole('button', { name: 'rowing.jpg' })).toBeVisible();
  await expectAccessible(page, (name) => desk.shot(name), 'library');
  await dismissAll(page);
  await details.getByRole('button', { name: 'Two ferries' }).click();
  await expect(desk.headline).toHaveValue('Two ferries');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(desk.row('Two ferries')).toContainText('Approved');
  await desk.shot('pictures-story-cropped');
  await desk.close();

  const out = join(desk.home, 'out');
  const listed =
    cli('list', library, '--json')
      .split('\n')
      .find((line) => line.includes('Two ferries')) ?? '{}';
  const { id } = JSON.parse(listed) as { id: string };
  cli('export', library, id, '--format', 'html,markdown', '--out', out, '--quiet');
  const html = readFileSync(join(out, 'two-ferries', 'index.html'), 'utf8');
  expect(html).toContain('type="image/webp"');
  expect(html).toMatch(/<img src="media\/[0-9a-f]{16}-c[\d.]+\.jpg" srcset="[^"]+ 480w, /u);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.filter(({ name }) => name.endsWith('.webp')).length).toBeGreaterThan(5);
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), 'latin1')).not.toMatch(/SN-4711|53\.5511|Photoshop 3\.0/u);
});
