import type { PictureUse } from './picture-use.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels of the turned picture. */
export interface PixelBox extends Size {
  readonly left: number;
  readonly top: number;
}

/** The size after turning: a quarter turn swaps the sides. */
export function turned({ width, height }: Size, rotate: PictureUse['rotate']): Size {
  return rotate % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** The crop in whole pixels, at least one each way and inside the picture; null = nothing is cut off. */
export function cropBox(size: Size, { rotate, crop }: Pick<PictureUse, 'rotate' | 'crop'>): PixelBox | null {
  if (crop === null) return null;
  const whole = turned(size, rotate);
  const left = Math.min(Math.round(crop.x * whole.width), whole.width - 1);
  const top = Math.min(Math.round(crop.y * whole.height), whole.height - 1);
  const width = Math.min(Math.max(1, Math.round(crop.width * whole.width)), whole.width - left);
  const height = Math.min(Math.max(1, Math.round(crop.height * whole.height)), whole.height - top);
  return width === whole.width && height === whole.height ? null : { left, top, width, height };
}

/** The size that a reader sees: turned, then cut. */
export function usedSize(size: Size, use: Pick<PictureUse, 'rotate' | 'crop'>): Size {
  const box = cropBox(size, use);
  return box ? { width: box.width, height: box.height } : turned(size, use.rotate);
}

/** Height at a width, the shape kept; at least 1 px. */
export const heightAt = ({ width, height }: Size, at: number): number => Math.max(1, Math.round((height * at) / width));

/** Widths in px that a web page offers: a phone, a column, a column at double density or a wide picture. */
const webWidths = [480, 960, 1600] as const;

/** The widths that are made of a picture: never more than it has; the last is the largest. */
export function offeredWidths(width: number): readonly number[] {
  const smaller = webWidths.filter((offered) => offered < width);
  const largest = Math.min(width, webWidths[webWidths.length - 1] ?? width);
  return smaller.includes(largest as never) ? smaller : [...smaller, largest];
}

/**
 * The part of a picture that fits a frame of another shape (width by height): the largest one around the focal point, or
 * around the middle. In shares of the turned picture, as a crop.
 */
export function focalFrame(size: Size, use: PictureUse, aspect: number): PictureUse['crop'] {
  const whole = turned(size, use.rotate);
  const crop = use.crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const pixels = { width: crop.width * whole.width, height: crop.height * whole.height };
  const width = Math.min(1, (pixels.height * aspect) / pixels.width);
  const height = Math.min(1, pixels.width / aspect / pixels.height);
  if (width > 0.99 && height > 0.99) return use.crop;
  const start = (focal: number, length: number): number => Math.min(Math.max(0, focal - length / 2), 1 - length);
  const { x, y } = use.focal ?? { x: 0.5, y: 0.5 };
  return {
    x: crop.x + start(x, width) * crop.width,
    y: crop.y + start(y, height) * crop.height,
    width: width * crop.width,
    height: height * crop.height,
  };
}
