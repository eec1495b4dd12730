import { expect, test } from 'vitest';
import { cropBox, focalFrame, offeredWidths, usedSize } from '../../../src/core/media/picture-geometry.js';
import { readRenderQuery, renderKey, renderQuery } from '../../../src/core/media/picture-render.js';
import { plainUse, readUse } from '../../../src/core/media/picture-use.js';

const size = { width: 1600, height: 900 };

test('a picture is turned before it is cut', () => {
  const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
  expect(usedSize(size, { rotate: 90, crop })).toEqual({ width: 900, height: 800 });
  expect(cropBox(size, { rotate: 0, crop })).toEqual({ left: 0, top: 450, width: 1600, height: 450 });
  expect(cropBox(size, { rotate: 0, crop: { x: 0, y: 0, width: 1, height: 1 } })).toBeNull();
});

test('no width is offered that the picture does not have', () => {
  expect(offeredWidths(300)).toEqual([300]);
  expect(offeredWidths(960)).toEqual([480, 960]);
  expect(offeredWidths(1200)).toEqual([480, 960, 1200]);
  expect(offeredWidths(6000)).toEqual([480, 960, 1600]);
});

test('a card is cut around the focal point, inside the crop', () => {
  expect(focalFrame(size, { ...plainUse, focal: { x: 0, y: 0.5 } }, 1)).toEqual({
    x: 0,
    y: 0,
    width: 0.5625,
    height: 1,
  });
  expect(focalFrame(size, { ...plainUse, focal: { x: 1, y: 0.5 } }, 1)).toMatchObject({ x: 0.4375 });
  const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
  expect(focalFrame(size, { ...plainUse, crop }, 800 / 900)).toEqual(crop);
});

test('an address says the render and nothing else is taken for one', () => {
  const render = { rotate: 90, crop: { x: 0.1, y: 0, width: 0.5, height: 0.25 }, width: 320, type: 'webp' } as const;
  expect(readRenderQuery(new Map(new URLSearchParams(renderQuery(render))))).toEqual(render);
  expect(renderKey(render)).toBe('r90-c1000.0.5000.2500-320');
  expect(readRenderQuery(new Map())).toBeNull();
  for (const query of ['w=1', 't=svg', 'r=45&t=jpg', 'c=1,1,1,1&t=jpg', 'w=320', 'c=0,0&t=png', 'w=9e9&t=jpg'])
    expect(readRenderQuery(new Map(new URLSearchParams(query)))).toBeUndefined();
});

test('attributes that are no use of a picture are the plain one', () => {
  expect(readUse({ rotate: 45 })).toEqual(plainUse);
  expect(readUse(undefined)).toEqual(plainUse);
  expect(readUse({ media: 'x', rotate: 90, size: 'wide' })).toMatchObject({ rotate: 90, size: 'wide', crop: null });
});
