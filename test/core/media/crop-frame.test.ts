import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cropOf,
  cropShapes,
  dragCorner,
  growFrame,
  moveFrame,
  shapedFrame,
  wholeFrame,
  type CropFrame,
  type CropShape,
} from '../../../src/core/media/crop-frame.js';

const picture = { width: 1600, height: 900 };
const aspect = ({ width, height }: CropFrame): number => (width * picture.width) / (height * picture.height);

test('a frame stops at the edges of the picture', () => {
  const frame = { x: 0.5, y: 0.5, width: 0.4, height: 0.4 };
  expect(moveFrame(frame, 1, -1)).toEqual({ x: 0.6, y: 0, width: 0.4, height: 0.4 });
  expect(growFrame(frame, 1, 1, 'free', picture)).toEqual({ x: 0.5, y: 0.5, width: 0.5, height: 0.5 });
});

test('a shape is the largest one around the middle of what was there, and stays while it grows', () => {
  const square = shapedFrame(wholeFrame, '1:1', picture);
  expect(square).toEqual({ x: 0.2188, y: 0, width: 0.5625, height: 1 });
  const smaller = growFrame(square, -0.1, 0, '1:1', picture);
  expect(aspect(smaller)).toBeCloseTo(1, 2);
  expect(aspect(dragCorner(smaller, 'topLeft', -0.05, 0, '1:1', picture))).toBeCloseTo(1, 2);
});

test('a corner is pulled while the one across from it is held', () => {
  const frame = { x: 0.2, y: 0.2, width: 0.5, height: 0.5 };
  expect(dragCorner(frame, 'topLeft', 0.1, 0.1, 'free', picture)).toEqual({ x: 0.3, y: 0.3, width: 0.4, height: 0.4 });
  expect(dragCorner(frame, 'bottomRight', 0.1, 0, 'free', picture)).toEqual({ ...frame, width: 0.6 });
});

test('whatever is done to a frame, it lies inside the picture', () => {
  const by = fc.double({ min: -2, max: 2, noNaN: true });
  const shapes = fc.constantFrom(...(Object.keys(cropShapes) as CropShape[]));
  fc.assert(
    fc.property(fc.array(fc.tuple(by, by, shapes, fc.boolean())), (acts) => {
      let frame: CropFrame = wholeFrame;
      for (const [dx, dy, shape, grows] of acts) {
        frame = grows ? dragCorner(frame, 'topLeft', dx, dy, shape, picture) : moveFrame(frame, dx, dy);
        frame = shapedFrame(frame, shape, picture);
        const { x, y, width, height } = frame;
        expect(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000_001 && y + height <= 1.000_001).toBe(
          true,
        );
      }
    }),
  );
});

test('the whole picture is no crop', () => {
  expect(cropOf(wholeFrame)).toBeNull();
});
