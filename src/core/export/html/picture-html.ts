import type { PictureSize } from '../../media/picture-use.js';
import { escapeHtml } from '../../text/escape.js';
import type { PagePicture } from './media-files.js';

/** Where a picture stands on the page, for the browser's choice of a file before it knows the style. */
export type PicturePlace = PictureSize | 'lead' | 'card';

/** Widths of the default theme in CSS px: column 700, lead and wide 1,000, a card about 320. */
const sizes: Readonly<Record<PicturePlace, string>> = {
  small: '(max-width: 740px) 100vw, 350px',
  normal: '(max-width: 740px) 100vw, 700px',
  wide: '(max-width: 1040px) 100vw, 1000px',
  lead: '(max-width: 1040px) 100vw, 1000px',
  card: '(max-width: 740px) 100vw, 340px',
};

/** A picture as markup: `<img>` with its size, and WebP for every browser that takes it. Only the lead one is not lazy. */
export function pictureHtml(picture: PagePicture, alt: string, place: PicturePlace): string {
  const { path, width, height, srcset, webp } = picture;
  const set = srcset === '' ? '' : ` srcset="${escapeHtml(srcset)}" sizes="${sizes[place]}"`;
  const size = `width="${String(width)}" height="${String(height)}"`;
  const load = place === 'lead' ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"';
  const img = `<img src="${escapeHtml(path)}"${set} alt="${escapeHtml(alt)}" ${size} ${load}>`;
  if (webp === '') return img;
  return `<picture><source type="image/webp" srcset="${escapeHtml(webp)}" sizes="${sizes[place]}">${img}</picture>`;
}
