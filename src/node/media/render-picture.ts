import type { Sharp } from 'sharp';
import { assertNever } from '../../core/errors.js';
import { cropBox } from '../../core/media/picture-geometry.js';
import { isPlainRender, type PictureRender, type PictureType } from '../../core/media/picture-render.js';
import { sharpWasm } from './sharp-wasm.js';
import { withoutMetadata } from './whole-picture.js';

/** Part of every cached file's name: another number here and all are made anew. */
export const renderVersion = 1;

/**
 * A file made of a picture: upright, turned, cut, resized and encoded, with no metadata but sRGB colours. The same
 * picture gives the same bytes. Where nothing is to be changed the picture itself is left as it is, byte by byte, and
 * only the metadata goes.
 */
export async function renderPicture(own: PictureType, bytes: Uint8Array, render: PictureRender): Promise<Uint8Array> {
  const isAsItIs = isPlainRender(render, own) && (await orientation(own, bytes)) === 1;
  const stripped = isAsItIs ? withoutMetadata(own, bytes) : undefined;
  if (stripped) return stripped;
  const isAnimated = (own === 'gif' || own === 'webp') && (render.type === 'gif' || render.type === 'webp');
  const whole = isAnimated && render.rotate !== 0 ? await turnedFrames(bytes, render) : bytes;
  const isTurned = whole !== bytes;
  let picture = open(whole, isAnimated);
  const { width, pageHeight, height, autoOrient } = await picture.metadata();
  // A camera turned on its side says so in the file; an animation never does.
  if (!isAnimated) picture = upright(picture, render);
  const size = isAnimated ? { width, height: pageHeight ?? height } : autoOrient;
  const box = cropBox(size, isTurned ? { ...render, rotate: 0 } : render);
  if (box) picture = picture.extract(box);
  if (render.width !== null) picture = picture.resize({ width: render.width, withoutEnlargement: true });
  // A copy: the WebAssembly build answers with a piece of memory that its threads share, which no message can carry.
  return Buffer.from(await encoded(picture, render.type).toBuffer());
}

/** Lenient: what a browser shows of a slightly damaged file is what goes out. */
const open = (bytes: Uint8Array, animated: boolean): Sharp =>
  sharpWasm()(bytes, { failOn: 'none', animated, limitInputPixels: 60_000_000 });

function upright(picture: Sharp, { rotate }: PictureRender): Sharp {
  const standing = picture.autoOrient();
  return rotate === 0 ? standing : standing.rotate(rotate);
}

/** The library turns no animations: each frame is turned by itself and all are joined again. */
async function turnedFrames(bytes: Uint8Array, { rotate, type }: PictureRender): Promise<Uint8Array> {
  const sharp = sharpWasm();
  const { pages = 1, delay, loop = 0 } = await open(bytes, true).metadata();
  const frames: Buffer[] = [];
  for (let page = 0; page < pages; page += 1)
    frames.push(await sharp(bytes, { page, failOn: 'none' }).rotate(rotate).png({ compressionLevel: 1 }).toBuffer());
  const joined = pages === 1 ? sharp(frames[0]) : sharp(frames, { join: { animated: true } });
  const timing = { loop, ...(delay ? { delay } : {}) };
  return (type === 'gif' ? joined.gif(timing) : joined.webp({ ...timing, lossless: true })).toBuffer();
}

/** Settings chosen by eye on press pictures: no visible loss in a column, a third of a camera's file. */
function encoded(picture: Sharp, type: PictureType): Sharp {
  switch (type) {
    case 'jpg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true });
    case 'webp':
      return picture.webp({ quality: 80, effort: 3 });
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'gif':
      return picture.gif();
    case 'avif':
      return picture.avif({ quality: 55, effort: 2 });
    default:
      return assertNever(type);
  }
}

/** How the file says that it is to be turned; 1 = as it is. */
async function orientation(own: PictureType, bytes: Uint8Array): Promise<number> {
  if (own === 'gif' || !mentionsExif(bytes)) return 1;
  return (await open(bytes, false).metadata()).orientation ?? 1;
}

/** Most pictures have no EXIF block at all, and then the big library need not be asked. */
const mentionsExif = (bytes: Uint8Array): boolean => /exif/iu.test(Buffer.from(bytes).toString('latin1'));
