import type sharpTypes from 'sharp';
import { sharpWasm } from '../../src/node/media/sharp-wasm.js';

type Sharp = ReturnType<typeof sharpTypes>;

/** A picture of two halves, red on the left and blue on the right, so that a turn and a cut can be told. */
export function halves(width = 80, height = 40): Sharp {
  const half = { width: width / 2, height, channels: 3 as const, background: '#0000ff' };
  return sharpWasm()({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: { create: half }, left: width / 2, top: 0 },
  ]);
}
