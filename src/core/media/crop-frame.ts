import type { Size } from './picture-geometry.js';
import type { PictureUse } from './picture-use.js';

/** What is kept of a picture, in shares of it. */
export type CropFrame = NonNullable<PictureUse['crop']>;

/** Shapes that a crop can be held to; `free` is any. */
export const cropShapes = { free: null, '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1 } as const;
export type CropShape = keyof typeof cropShapes;

export const wholeFrame: CropFrame = { x: 0, y: 0, width: 1, height: 1 };
/** The smallest side of a crop, as a share: a smaller one is a slip of the hand. */
const least = 0.05;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
/** Ten thousandths: finer than a pixel of any picture that we take, and short in a file. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const rounded = ({ x, y, width, height }: CropFrame): CropFrame => {
  const left = round(x);
  const top = round(y);
  return { x: left, y: top, width: round(Math.min(width, 1 - left)), height: round(Math.min(height, 1 - top)) };
};

/** Moves the frame by shares of the picture; it stops at the edges. */
export function moveFrame(frame: CropFrame, dx: number, dy: number): CropFrame {
  const x = clamp(frame.x + dx, 0, 1 - frame.width);
  const y = clamp(frame.y + dy, 0, 1 - frame.height);
  return rounded({ ...frame, x, y });
}

/**
 * Makes the frame wider and higher by shares of the picture, its first corner held. A shape is kept where one is set:
 * the larger change leads.
 */
export function growFrame(frame: CropFrame, dx: number, dy: number, shape: CropShape, picture: Size): CropFrame {
  const width = clamp(frame.width + dx, least, 1 - frame.x);
  const height = clamp(frame.height + dy, least, 1 - frame.y);
  const aspect = cropShapes[shape];
  if (aspect === null) return rounded({ ...frame, width, height });
  const byHeight = Math.abs(dy) > Math.abs(dx);
  return rounded(fitted({ ...frame, width, height }, shareAspect(aspect, picture), byHeight));
}

/** The largest frame of a shape around the middle of the one before. */
export function shapedFrame(frame: CropFrame, shape: CropShape, picture: Size): CropFrame {
  const aspect = cropShapes[shape];
  if (aspect === null) return frame;
  const ratio = shareAspect(aspect, picture);
  const width = Math.min(1, ratio);
  const height = width / ratio;
  const x = clamp(frame.x + frame.width / 2 - width / 2, 0, 1 - width);
  const y = clamp(frame.y + frame.height / 2 - height / 2, 0, 1 - height);
  return rounded({ x, y, width, height });
}

/** null where the frame is the whole picture, as a use keeps it. */
export function cropOf(frame: CropFrame): PictureUse['crop'] {
  const isWhole = frame.x < 0.001 && frame.y < 0.001 && frame.width > 0.998 && frame.height > 0.998;
  return isWhole ? null : frame;
}

/** A shape's width by height, in shares of this picture instead of pixels. */
const shareAspect = (aspect: number, { width, height }: Size): number => (aspect * height) / width;

function fitted(frame: CropFrame, ratio: number, byHeight: boolean): CropFrame {
  const wanted = byHeight ? frame.height * ratio : frame.width;
  const width = Math.min(wanted, 1 - frame.x, (1 - frame.y) * ratio);
  return { ...frame, width, height: width / ratio };
}

export type Corner = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight';

/** Pulls one corner; the one across from it is held. */
export function dragCorner(
  frame: CropFrame,
  corner: Corner,
  dx: number,
  dy: number,
  shape: CropShape,
  picture: Size,
): CropFrame {
  const isLeft = corner.endsWith('Left');
  const isTop = corner.startsWith('top');
  const mirrored = mirror(frame, isLeft, isTop);
  return rounded(mirror(growFrame(mirrored, isLeft ? -dx : dx, isTop ? -dy : dy, shape, picture), isLeft, isTop));
}

/** The frame seen in a mirror: what grows to the right there grows to the left here. */
const mirror = ({ x, y, width, height }: CropFrame, across: boolean, down: boolean): CropFrame => ({
  x: across ? Math.max(0, 1 - x - width) : x,
  y: down ? Math.max(0, 1 - y - height) : y,
  width,
  height,
});
