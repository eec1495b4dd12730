import type { PictureType } from '../../core/media/picture-render.js';
import { BrokenPicture, PictureBytes } from './picture-parts.js';
import { stripGif } from './strip-gif.js';
import { stripJpeg } from './strip-jpeg.js';
import { stripPng } from './strip-png.js';
import { stripWebp } from './strip-webp.js';

const strippers: Readonly<Partial<Record<PictureType, (bytes: Uint8Array) => readonly Uint8Array[]>>> = {
  jpg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
};

/** @throws BrokenPicture where a file ends before it should */
export function assertWhole(type: PictureType, bytes: Uint8Array): void {
  const strip = strippers[type];
  if (strip) strip(bytes);
  else assertWholeBoxes(bytes);
}

/**
 * The file without any metadata, its picture untouched; undefined for a type whose metadata cannot be taken out of the
 * file (AVIF), which is encoded anew instead.
 * @throws BrokenPicture
 */
export function withoutMetadata(type: PictureType, bytes: Uint8Array): Uint8Array | undefined {
  const parts = strippers[type]?.(bytes);
  return parts && Buffer.concat([...parts]);
}

/** AVIF is a row of boxes, each with its length in front; 0 = up to the end. */
function assertWholeBoxes(bytes: Uint8Array): void {
  const file = new PictureBytes(bytes);
  let at = 0;
  let hasData = false;
  while (at < file.length) {
    const short = file.uint32(at);
    const size = short === 1 ? file.uint32(at + 8) * 2 ** 32 + file.uint32(at + 12) : short;
    hasData ||= file.ascii(at + 4, 4) === 'mdat';
    if (size === 0) break;
    if (size < 8) throw new BrokenPicture('a block is shorter than its own head');
    at += size;
    file.need(at);
  }
  if (!hasData) throw new BrokenPicture('the file is cut off');
}
