import { NewsroomError } from '../../core/errors.js';
import type { OriginalPicture } from '../../core/media/media-record.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import type { PictureType } from '../../core/media/picture-render.js';
import { measurePicture, type Measured } from './measure-picture.js';
import { sharpWasm } from './sharp-wasm.js';

interface FittingPicture extends Measured {
  readonly bytes: Uint8Array;
  /** What came, where that was too large and was made smaller; null = it is kept as it came. */
  readonly original: OriginalPicture | null;
}

/** Longest sides in px that are tried in turn: far more than any page shows, and more than a printed one needs. */
const sides = [6_000, 4_000, 2_500] as const;

/**
 * A picture as the library keeps it. One within its limits stays byte by byte what it was; a larger one is made smaller,
 * upright and without metadata, the same each time. `type` of the source is in `measured` too, for who reads its texts.
 * @throws NewsroomError `media.not-an-image` for what is no picture, an animation too large, or beyond every limit
 */
export async function fittingPicture(name: string, source: Uint8Array): Promise<FittingPicture> {
  const measured = measurePicture(name, source);
  const { width, height } = measured;
  if (fits(source.length, width * height)) return { ...measured, bytes: source, original: null };
  const refuse = (detail: string, cause?: Error): NewsroomError =>
    new NewsroomError('media.not-an-image', { name, detail }, cause ? { cause } : {});
  if (await isAnimated(measured.type, source)) throw refuse('an animation larger than 20 MB: export it smaller');
  for (const side of sides) {
    let bytes: Uint8Array;
    try {
      bytes = await smaller(measured.type, source, side);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw refuse('it is too large to be kept and does not decode: export it smaller', error);
    }
    const made = measurePicture(name, bytes);
    if (fits(bytes.length, made.width * made.height))
      return { ...made, bytes, original: { width, height, bytes: source.length } };
  }
  throw refuse('larger than 20 MB even at a small size: export it as JPEG');
}

const fits = (bytes: number, pixels: number): boolean =>
  bytes <= pictureLimits.kept.bytes && pixels <= pictureLimits.kept.pixels;

const open = (source: Uint8Array): ReturnType<ReturnType<typeof sharpWasm>> =>
  sharpWasm()(source, { failOn: 'none', limitInputPixels: pictureLimits.taken.pixels, sequentialRead: true });

async function isAnimated(type: PictureType, source: Uint8Array): Promise<boolean> {
  if (type !== 'gif' && type !== 'webp') return false;
  return ((await open(source).metadata()).pages ?? 1) > 1;
}

/** In its own type, hardly lossy since it is a source of other sizes; AVIF, slow to write at this size, becomes WebP. */
async function smaller(type: PictureType, source: Uint8Array, side: number): Promise<Uint8Array> {
  const sized = open(source)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const encoded =
    type === 'jpg'
      ? sized.jpeg({ quality: 90, mozjpeg: true })
      : type === 'png' || type === 'gif'
        ? sized.png({ compressionLevel: 9 })
        : sized.webp({ quality: 90, effort: 3 });
  // A copy, out of the memory that the library's threads share.
  return Buffer.from(await encoded.toBuffer());
}
