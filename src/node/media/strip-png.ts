import { BrokenPicture, PictureBytes } from './picture-parts.js';

/** Chunks that say how the picture looks; every other one (texts, EXIF, time, makers' own) goes. */
const keptChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'sBIT', 'bKGD'],
  ...['pHYs', 'acTL', 'fcTL', 'fdAT'],
]);

/** A PNG file without texts, EXIF and time, and without whatever follows its end. @throws BrokenPicture */
export function stripPng(bytes: Uint8Array): readonly Uint8Array[] {
  const file = new PictureBytes(bytes);
  if (file.uint32(0) !== 0x8950_4e47) throw new BrokenPicture('not a PNG file');
  const kept: Uint8Array[] = [file.slice(0, 8)];
  let at = 8;
  for (;;) {
    const name = file.ascii(at + 4, 4);
    const end = at + 12 + file.uint32(at);
    const chunk = file.slice(at, end);
    if (keptChunks.has(name)) kept.push(chunk);
    if (name === 'IEND') return kept;
    at = end;
  }
}
