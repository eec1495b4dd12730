import { expect, test } from 'vitest';
import type { PictureRender } from '../../../src/core/media/picture-render.js';
import { renderPicture } from '../../../src/node/media/render-picture.js';
import { sharpWasm } from '../../../src/node/media/sharp-wasm.js';
import { halves } from '../../builders/pictures.js';

const render = (fields: Partial<PictureRender>): PictureRender => ({
  rotate: 0,
  crop: null,
  width: null,
  type: 'png',
  ...fields,
});
/** Size, and whether a point in shares of the picture is red or blue. */
async function look(bytes: Uint8Array, ...points: [number, number][]): Promise<string> {
  const { data, info } = await sharpWasm()(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = points.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
  });
  return [`${String(info.width)}x${String(info.height)}`, ...colours].join(' ');
}

test('the WebAssembly build is what is loaded', () => {
  expect(Object.keys(sharpWasm().versions)).toContain('emscripten');
});

test('a picture is turned clockwise first, then cut, then made smaller', async () => {
  const bytes = await halves().png().toBuffer();
  expect(await look(await renderPicture('png', bytes, render({ rotate: 90 })), [0.5, 0.1], [0.5, 0.9])).toBe(
    '40x80 red blue',
  );
  const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
  expect(await look(await renderPicture('png', bytes, render({ rotate: 90, crop })), [0.5, 0.5])).toBe('40x40 blue');
  expect(await look(await renderPicture('png', bytes, render({ rotate: 90, crop, width: 20 })), [0.5, 0.5])).toBe(
    '20x20 blue',
  );
  expect(await look(await renderPicture('png', bytes, render({ rotate: 270 })), [0.5, 0.1], [0.5, 0.9])).toBe(
    '40x80 blue red',
  );
});

test('a camera’s own turn comes before the desk’s, and the result carries none', async () => {
  // 6 = the picture is to be turned 90 degrees clockwise.
  const bytes = await halves().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
  const upright = await renderPicture('jpg', bytes, render({ type: 'jpg' }));
  expect(await look(upright, [0.5, 0.1], [0.5, 0.9])).toBe('40x80 red blue');
  expect((await sharpWasm()(upright).metadata()).orientation).toBeUndefined();
  const turned = await renderPicture('jpg', bytes, render({ rotate: 90, type: 'jpg' }));
  expect(await look(turned, [0.1, 0.5], [0.9, 0.5])).toBe('80x40 blue red');
  const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
  expect(await look(await renderPicture('jpg', bytes, render({ rotate: 90, crop, type: 'jpg' })), [0.5, 0.5])).toBe(
    '40x40 red',
  );
});

test('an animation stays one when it is cut, turned or made smaller', async () => {
  const sharp = sharpWasm();
  const frames = await Promise.all([halves().png().toBuffer(), halves().negate().png().toBuffer()]);
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ loop: 3, delay: [120, 240] })
    .toBuffer();
  const crop = { x: 0, y: 0, width: 0.5, height: 1 };
  for (const [fields, size] of [
    [{}, '80x40'],
    [{ crop }, '40x40'],
    [{ rotate: 90 as const }, '40x80'],
    [{ width: 40 }, '40x20'],
  ] as const) {
    const made = await renderPicture('gif', gif, render({ ...fields, type: 'gif' }));
    const { pages, delay, loop, width, pageHeight } = await sharp(made, { animated: true }).metadata();
    expect([pages, delay, loop, `${String(width)}x${String(pageHeight)}`]).toEqual([2, [120, 240], 3, size]);
  }
});

test('the same picture gives the same bytes', async () => {
  const bytes = await halves(800, 400).jpeg().toBuffer();
  for (const type of ['jpg', 'webp', 'png'] as const) {
    const made = await renderPicture('jpg', bytes, render({ width: 480, type }));
    expect(await renderPicture('jpg', bytes, render({ width: 480, type }))).toEqual(made);
  }
});
