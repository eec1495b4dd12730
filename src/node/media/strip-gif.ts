import { BrokenPicture, PictureBytes } from './picture-parts.js';

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;
const graphicControl = 0xf9;
const application = 0xff;
/** Application blocks that say how often an animation runs; others carry XMP or a maker's own. */
const loops = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** Bytes of a colour table, from the flags of the block that it follows. */
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/**
 * A GIF file without comments, texts and XMP; an animation runs as before. A missing trailer is what a cut-off file
 * looks like.
 * @throws BrokenPicture
 */
export function stripGif(bytes: Uint8Array): readonly Uint8Array[] {
  const file = new PictureBytes(bytes);
  if (!/^GIF8[79]a$/u.test(file.ascii(0, 6))) throw new BrokenPicture('not a GIF file');
  let at = 13 + tableBytes(file.byte(10));
  const kept: Uint8Array[] = [file.slice(0, at)];
  for (;;) {
    const kind = file.byte(at);
    if (kind === trailer) {
      kept.push(file.slice(at, at + 1));
      return kept;
    }
    const end = endOfBlock(file, at, kind);
    if (kind === image || isKeptExtension(file, at)) kept.push(file.slice(at, end));
    at = end;
  }
}

function endOfBlock(file: PictureBytes, at: number, kind: number): number {
  if (kind === extension) return endOfSubBlocks(file, at + 2);
  if (kind === image) return endOfSubBlocks(file, at + 11 + tableBytes(file.byte(at + 9)));
  throw new BrokenPicture('a block does not start where it should');
}

/** Pieces of up to 255 bytes, each with its length in front; a length of 0 ends them. */
function endOfSubBlocks(file: PictureBytes, from: number): number {
  let at = from;
  for (let size = file.byte(at); size !== 0; size = file.byte(at)) at += 1 + size;
  return at + 1;
}

function isKeptExtension(file: PictureBytes, at: number): boolean {
  const label = file.byte(at + 1);
  return label === graphicControl || (label === application && loops.has(file.ascii(at + 3, 11)));
}
