import { z } from 'zod';

const share = z.number().min(0).max(1);

/** How wide a picture stands in the column: half, the column itself, or beyond it where the page has room. */
export const pictureSizes = ['small', 'normal', 'wide'] as const;
export type PictureSize = (typeof pictureSizes)[number];

/**
 * How one story uses a picture; the file in the library is never changed. First turned clockwise by `rotate` degrees,
 * then cut to `crop`, in shares (0 to 1) of the turned picture. `focal` is the point that any further cut keeps, in
 * shares of what is left.
 */
export const pictureUseSchema = z.object({
  size: z.enum(pictureSizes).default('normal'),
  rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  crop: z
    .object({ x: share, y: share, width: share, height: share })
    .refine(({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1.000_001 && y + height <= 1.000_001, {
      message: 'a crop must lie inside the picture',
    })
    .nullable()
    .default(null),
  focal: z.object({ x: share, y: share }).nullable().default(null),
});
export type PictureUse = Readonly<z.infer<typeof pictureUseSchema>>;

/** The picture as it is: whole, upright, in the column. */
export const plainUse: PictureUse = pictureUseSchema.parse({});

/** The use that attributes of an image or a lead picture say; the plain one where they say none that can be drawn. */
export function readUse(attrs: Readonly<Record<string, unknown>> | undefined): PictureUse {
  const { size, rotate, crop, focal } = attrs ?? {};
  const read = pictureUseSchema.safeParse({ size, rotate, crop, focal });
  return read.success ? read.data : plainUse;
}
