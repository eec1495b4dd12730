import { BrokenPicture, PictureBytes } from './picture-parts.js';

const keptChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the VP8X chunk that announce EXIF and XMP. */
const metadataBits = 0x08 | 0x04;

export interface WebpChunk {
  readonly name: string;
  /** With its head and its padding. */
  readonly whole: Uint8Array;
  readonly payload: Uint8Array;
}

/** The chunks of a WebP file in their order. @throws BrokenPicture */
export function webpChunks(bytes: Uint8Array): readonly WebpChunk[] {
  const file = new PictureBytes(bytes);
  if (file.ascii(0, 4) !== 'RIFF' || file.ascii(8, 4) !== 'WEBP') throw new BrokenPicture('not a WebP file');
  const end = 8 + file.uint32Little(4);
  file.need(end);
  const chunks: WebpChunk[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = file.uint32Little(at + 4);
    const next = at + 8 + size + (size % 2);
    // The last chunk's padding byte is left out by some writers.
    const whole = file.slice(at, Math.min(next, Math.max(end, at + 8 + size)));
    chunks.push({ name: file.ascii(at, 4), whole, payload: file.slice(at + 8, at + 8 + size) });
    at = next;
  }
  return chunks;
}

/** A WebP file without EXIF and XMP; still or animated. @throws BrokenPicture */
export function stripWebp(bytes: Uint8Array): readonly Uint8Array[] {
  const kept = webpChunks(bytes)
    .filter(({ name }) => keptChunks.has(name))
    .map(({ name, whole }) => (name === 'VP8X' ? withoutMetadataBits(whole) : whole));
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  const size = 4 + kept.reduce((sum, { length }) => sum + length, 0);
  new DataView(head.buffer).setUint32(4, size, true);
  return [head, ...kept];
}

function withoutMetadataBits(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~metadataBits;
  return copy;
}
