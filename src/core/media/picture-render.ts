import { z } from 'zod';
import { pictureUseSchema, type PictureUse } from './picture-use.js';

/** File types of pictures, by extension. */
export const pictureTypes = ['jpg', 'png', 'gif', 'webp', 'avif'] as const;
export type PictureType = (typeof pictureTypes)[number];

const { rotate, crop } = pictureUseSchema.shape;

/**
 * A file that is made of a picture of the library: turned, cut, made smaller, in a type, and without any metadata.
 * `width` in px, null = as wide as it is.
 */
export const pictureRenderSchema = z.object({
  rotate,
  crop,
  width: z.int().min(16).max(4_000).nullable().default(null),
  type: z.enum(pictureTypes),
});
export type PictureRender = Readonly<z.infer<typeof pictureRenderSchema>>;

/** A picture as it is, upright, in its own type. */
export const isPlainRender = (render: PictureRender, own: string): boolean =>
  render.rotate === 0 && render.crop === null && render.width === null && render.type === own;

/** A crop in ten thousandths: as fine as a file's name says it, so that equal names are equal pictures. */
export function exactCrop(cut: PictureUse['crop']): PictureUse['crop'] {
  if (cut === null) return null;
  const exact = (value: number): number => Math.round(value * 10_000) / 10_000;
  const [x, y] = [exact(cut.x), exact(cut.y)];
  return { x, y, width: Math.min(exact(cut.width), exact(1 - x)), height: Math.min(exact(cut.height), exact(1 - y)) };
}

/** The render as a short, file-safe text: equal renders have equal texts. '' = as it is. */
export function renderKey(render: Omit<PictureRender, 'type'>): string {
  const { rotate: turn, crop: cut, width } = render;
  const share = (value: number): string => String(Math.round(value * 10_000));
  return [
    turn === 0 ? '' : `r${String(turn)}`,
    cut ? `c${[cut.x, cut.y, cut.width, cut.height].map(share).join('.')}` : '',
    width === null ? '' : String(width),
  ]
    .filter((part) => part !== '')
    .join('-');
}

/** The query of a picture's address in the window: `r=90&c=0.1,0.1,0.5,0.5&w=320&t=webp`. */
export function renderQuery(render: PictureRender): string {
  const { rotate: turn, crop: cut, width, type } = render;
  return [
    turn === 0 ? '' : `r=${String(turn)}`,
    cut ? `c=${[cut.x, cut.y, cut.width, cut.height].join(',')}` : '',
    width === null ? '' : `w=${String(width)}`,
    `t=${type}`,
  ]
    .filter((part) => part !== '')
    .join('&');
}

/** The render that a query asks for; null = the file as it is, undefined = a query that nobody of ours wrote. */
export function readRenderQuery(query: ReadonlyMap<string, string>): PictureRender | null | undefined {
  if (query.size === 0) return null;
  const [x, y, width, height] = query.get('c')?.split(',').map(Number) ?? [];
  const read = pictureRenderSchema.safeParse({
    rotate: Number(query.get('r') ?? 0),
    crop: query.has('c') ? { x, y, width, height } : null,
    width: query.has('w') ? Number(query.get('w')) : null,
    type: query.get('t'),
  });
  return read.success ? read.data : undefined;
}
