import type { ImageAttributes } from '../../editor/nodes/image.js';

/** What is written beside a picture, in the body and over the story alike. */
export type PictureTexts = Pick<ImageAttributes, 'alt' | 'caption' | 'credit'>;
