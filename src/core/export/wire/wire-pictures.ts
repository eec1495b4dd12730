import { textAttr, walk } from '../../document/document.js';
import { mediaId } from '../../ids.js';
import { usedSize } from '../../media/picture-geometry.js';
import { readUse, type PictureUse } from '../../media/picture-use.js';
import { oneLine } from '../../text/spaces.js';
import type { ExportedFile } from '../exporter.js';
import { mediaTypeOf } from '../feeds/picture-type.js';
import { besideThePage, type PicturePlacing } from '../html/article-html.js';
import { MediaFiles } from '../html/media-files.js';
import type { Rendition } from '../rendition.js';

/** A picture of a story as formats of the wire name it: the file that comes along, and its place on the web. */
export interface WirePicture {
  readonly isLead: boolean;
  /** Beside the main file: `ferry-nitf/ab12.jpg`. */
  readonly path: string;
  /** Where readers of the page find it; null while the story has no address. */
  readonly web: string | null;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface WirePictures {
  /** The lead picture, then those of the body in their order; one that the library lost is left out. */
  readonly pictures: readonly WirePicture[];
  readonly files: readonly ExportedFile[];
  /** For a body as HTML: on the web where the story has an address, else the file that comes along. */
  readonly placing: PicturePlacing;
  /** The picture that a node of the body names; undefined where the library has lost it. */
  readonly of: (media: string, use: PictureUse) => WirePicture | undefined;
}

/** @param folder where the picture files stand beside the main file: its own for each format */
export function wirePictures(rendition: Rendition, folder: string): WirePictures {
  const media = new MediaFiles(folder);
  const pictures = new Map<string, WirePicture>();
  const keyOf = (name: string, { rotate, crop }: PictureUse): string => JSON.stringify([name, rotate, crop]);
  const add = (
    name: string,
    size: { width: number; height: number } | undefined,
    use: PictureUse,
    words: Pick<WirePicture, 'isLead' | 'alt' | 'caption' | 'credit'>,
  ): void => {
    const path = size ? media.pathOfName(name, use) : null;
    if (!size || path === null || pictures.has(keyOf(name, use))) return;
    pictures.set(keyOf(name, use), {
      ...words,
      path,
      web: besideThePage(rendition, { name, ...size }, use)?.path ?? null,
      contentType: mediaTypeOf(path),
      ...usedSize(size, use),
    });
  };
  const { leadImage } = rendition;
  if (leadImage) {
    const { alt, caption, credit, width, height } = leadImage;
    const words = { alt: oneLine(alt), caption: oneLine(caption), credit: oneLine(credit) };
    add(leadImage.mediaId, { width, height }, leadImage, { isLead: true, ...words });
  }
  for (const { node } of walk(rendition.body)) {
    if (node.type !== 'image') continue;
    const [alt = '', caption = '', credit = ''] = ['alt', 'caption', 'credit'].map((name) =>
      oneLine(textAttr(node, name)),
    );
    const name = textAttr(node, 'media');
    add(name, rendition.media[name], readUse(node.attrs), { isLead: false, alt, caption, credit });
  }
  const of = (name: string, use: PictureUse): WirePicture | undefined => pictures.get(keyOf(name, use));
  return {
    pictures: [...pictures.values()],
    files: media.files,
    of,
    placing: (_rendition, { name }, use) => {
      const known = of(name, use);
      if (!known || !mediaId.safeParse(name).success) return null;
      return { path: known.web ?? known.path, width: known.width, height: known.height, srcset: '', webp: '' };
    },
  };
}
