import { BrokenPicture, PictureBytes } from './picture-parts.js';

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Markers without a length: restarts and TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

/**
 * A JPEG file without EXIF, XMP, IPTC, comments, makers' notes, embedded second pictures and whatever follows its end.
 * The picture itself, its colour profile and the marks that tell how to read its colours stay as they are, byte by byte.
 * @throws BrokenPicture where it is cut off
 */
export function stripJpeg(bytes: Uint8Array): readonly Uint8Array[] {
  const file = new PictureBytes(bytes);
  if (file.uint16(0) !== 0xffd8) throw new BrokenPicture('not a JPEG file');
  const kept: Uint8Array[] = [file.slice(0, 2)];
  let at = 2;
  for (;;) {
    if (file.byte(at) !== 0xff) throw new BrokenPicture('a block does not start where it should');
    // Any number of FF may stand before a marker.
    while (file.byte(at + 1) === 0xff) at += 1;
    const marker = file.byte(at + 1);
    if (marker === endOfImage) {
      kept.push(file.slice(at, at + 2));
      return kept;
    }
    if (isBare(marker)) {
      kept.push(file.slice(at, at + 2));
      at += 2;
      continue;
    }
    const end = at + 2 + file.uint16(at + 2);
    if (end < at + 4) throw new BrokenPicture('a block is shorter than its own head');
    if (isKept(file, marker, at, end)) kept.push(file.slice(at, end));
    at = end;
    if (marker !== startOfScan) continue;
    const scanEnd = endOfScan(file, at);
    kept.push(file.slice(at, scanEnd));
    at = scanEnd;
  }
}

/** The bytes of a scan go on until a marker that is neither a stuffed FF nor a restart. */
function endOfScan(file: PictureBytes, from: number): number {
  let at = from;
  for (;;) {
    at = file.bytes.indexOf(0xff, at);
    if (at < 0) throw new BrokenPicture('the file is cut off');
    const next = file.byte(at + 1);
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function isKept(file: PictureBytes, marker: number, at: number, end: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = file.ascii(at + 4, Math.min(11, end - at - 4));
  // APP0 JFIF (not its thumbnail block JFXX), APP2 colour profile, APP14 Adobe's colour transform.
  return (
    (marker === 0xe0 && name.startsWith('JFIF')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}
