import type { MediaId } from '../../core/ids.js';
import { exactCrop, pictureTypes, renderQuery, type PictureRender } from '../../core/media/picture-render.js';
import { plainUse, type PictureUse } from '../../core/media/picture-use.js';

/** Where the shell serves a picture of the open library: the page never sees a path. */
export const mediaAddress = (media: MediaId): string => `copydesk-media://library/${media}`;

/** A picture as a story uses it, at most `width` px wide; an animation stays one. */
export function usedAddress(
  media: MediaId,
  { rotate, crop }: Pick<PictureUse, 'rotate' | 'crop'>,
  width: number | null,
): string {
  const own = pictureTypes.find((type) => media.endsWith(`.${type}`));
  const render: PictureRender = { rotate, crop: exactCrop(crop), width, type: own === 'gif' ? 'gif' : 'webp' };
  return `${mediaAddress(media)}?${renderQuery(render)}`;
}

/** px: a card's picture at three times its density. */
const thumbnailWidth = 200;

/** A picture in a list or on a card: small, and the first frame of an animation. */
export function thumbnailAddress(media: MediaId): string {
  const { rotate, crop } = plainUse;
  const type = media.endsWith('.gif') ? 'png' : 'webp';
  return `${mediaAddress(media)}?${renderQuery({ rotate, crop, width: thumbnailWidth, type })}`;
}
