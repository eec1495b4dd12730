import { BrokenPicture } from './picture-parts.js';
import { sharpWasm } from './sharp-wasm.js';

/** Bytes of a drawing, and its longer side in px once it is a picture. */
const maxBytes = 2 * 1024 * 1024;
const side = 2_000;

/** Anything that could reach outside the file or grow without end: the drawing is refused, not cleaned. */
const dangers: readonly (readonly [RegExp, string])[] = [
  [/<!(?:ENTITY|DOCTYPE[^>]*\[)/iu, 'it defines entities'],
  [/(?:^|[\s:"'])href\s*=\s*(?!["'](?:#|data:image\/(?:png|jpeg|gif|webp);base64,))/iu, 'it points to another file'],
  [/<\?xml-stylesheet|@import/iu, 'it loads a style sheet'],
  [/<(?:\w+:)?(?:script|foreignObject)\b/iu, 'it carries a script or a web page'],
  [/<(?:\w+:)?text\b/iu, 'its letters would be lost: turn them into paths'],
];

/** Whether a file is a drawing in SVG; looked for in its first kilobyte, past declarations and comments. */
export function isSvg(bytes: Uint8Array): boolean {
  return /<(?:\w+:)?svg[\s>]/iu.test(Buffer.from(bytes.subarray(0, 1_024)).toString('utf8'));
}

/**
 * A drawing as a PNG picture. An SVG is a program for a browser, so none is ever kept or exported.
 * @throws BrokenPicture with the reason
 */
export async function rasterised(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > maxBytes) throw new BrokenPicture('a drawing of more than 2 MB: export it as PNG');
  const text = Buffer.from(bytes).toString('utf8');
  for (const [danger, reason] of dangers)
    if (danger.test(text)) throw new BrokenPicture(`a drawing, and ${reason}. Export it as PNG`);
  try {
    const sharp = sharpWasm();
    const { width, height } = await sharp(bytes).metadata();
    const density = Math.min(100_000, Math.max(1, (72 * side) / Math.max(width, height, 1)));
    const drawn = sharp(bytes, { density, limitInputPixels: 50_000_000 });
    const sized = drawn.resize({ width: side, height: side, fit: 'inside' });
    // A copy of its own, out of the memory that the library's threads share.
    return Buffer.from(await sized.png({ compressionLevel: 9 }).toBuffer());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new BrokenPicture('a drawing that cannot be drawn. Export it as PNG', { cause: error });
  }
}
