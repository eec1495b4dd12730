import { imageSize } from 'image-size';
import { NewsroomError } from '../../core/errors.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import { pictureTypes, type PictureType } from '../../core/media/picture-render.js';
import { BrokenPicture } from './picture-parts.js';
import { assertWhole } from './whole-picture.js';

/** Why a file that is something else is not taken, by what its content says it is. */
const otherTypes: Readonly<Record<string, string>> = {
  heic: 'a HEIC picture of a phone. Export it as JPEG, or set the camera to “Most Compatible”',
  heif: 'a HEIF picture of a phone. Export it as JPEG, or set the camera to “Most Compatible”',
  tiff: 'a TIFF file, which no web page shows. Export it as JPEG or PNG',
  pdf: 'a PDF document. Export the page as PNG',
  psd: 'a Photoshop document. Export it as JPEG or PNG',
  svg: 'a drawing that cannot be drawn. Export it as PNG',
};

export interface Measured {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

/**
 * Type and size of a picture by its content, never by its name; upright as a reader sees it.
 * @throws NewsroomError `media.not-an-image` with what the file is and what to do
 */
export function measurePicture(name: string, bytes: Uint8Array): Measured {
  const refuse = (detail: string, cause?: Error): NewsroomError =>
    new NewsroomError('media.not-an-image', { name, detail }, cause ? { cause } : {});
  if (bytes.length === 0) throw refuse('the file is empty');
  if (bytes.length > pictureLimits.taken.bytes) throw refuse('larger than 100 MB: export it smaller');
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') throw refuse(otherTypes['pdf'] ?? '');
  let size;
  try {
    size = imageSize(bytes);
  } catch (error) {
    // The reader throws plain TypeErrors and RangeErrors for anything that it cannot follow.
    if (!(error instanceof Error)) throw error;
    throw refuse('its content is not a picture', error);
  }
  const type = pictureTypes.find((known) => known === size.type);
  if (!type) throw refuse(otherTypes[size.type ?? ''] ?? `the type ${size.type ?? 'unknown'}`);
  if (!(size.width > 0 && size.height > 0)) throw refuse('it has no size');
  if (size.width * size.height > pictureLimits.taken.pixels)
    throw refuse('more than 200 megapixels: export it smaller');
  try {
    assertWhole(type, bytes);
  } catch (error) {
    if (!(error instanceof BrokenPicture)) throw error;
    throw refuse(`${error.message}: copy it again from where it came`, error);
  }
  // A camera turned on its side says so in the picture; the page shows it upright.
  const turned = (size.orientation ?? 1) >= 5;
  return { type, width: turned ? size.height : size.width, height: turned ? size.width : size.height };
}
