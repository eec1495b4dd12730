import exifr from 'exifr';
import { fileTexts, type MetadataGroups } from '../../core/media/file-texts.js';
import { noFileTexts, type FileTexts } from '../../core/media/media-record.js';
import type { PictureType } from '../../core/media/picture-render.js';
import { BrokenPicture } from './picture-parts.js';
import { webpChunks } from './strip-webp.js';

/** Only what a record keeps is read: no place, no maker's notes, no pictures inside. */
const options = {
  tiff: true,
  ifd0: {},
  exif: true,
  userComment: true,
  iptc: true,
  xmp: true,
  gps: false,
  interop: false,
  ifd1: false,
  makerNote: false,
  icc: false,
  jfif: false,
  ihdr: false,
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
  sanitize: true,
} as const;

/**
 * Caption, credit, rights and time that a picture file says of itself. Metadata is written by anybody's program, so a
 * file whose metadata does not read has none: the picture is taken all the same.
 */
export async function readFileTexts(type: PictureType, bytes: Uint8Array): Promise<FileTexts> {
  const source = type === 'webp' ? webpAsJpeg(bytes) : bytes;
  if (!source || type === 'gif') return noFileTexts;
  try {
    const groups = (await exifr.parse(source, options)) as MetadataGroups | undefined;
    return groups ? fileTexts({ ...groups, iptc: inUtf8(groups['iptc']) }) : noFileTexts;
  } catch (error) {
    // The reader throws plain Errors for whatever it cannot follow.
    if (!(error instanceof Error)) throw error;
    return noFileTexts;
  }
}

/** IPTC texts are handed over a byte a letter; nearly all are UTF-8, the rest is Latin-1 as it stands. */
function inUtf8(group: MetadataGroups[string]): MetadataGroups[string] {
  if (!group) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'string' || !/[\u0080-\u00ff]/u.test(value) || /[^\p{ASCII}\u0080-\u00ff]/u.test(value))
      return value;
    try {
      return decoder.decode(Buffer.from(value, 'latin1'));
    } catch (error) {
      if (error instanceof TypeError) return value;
      throw error;
    }
  };
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, decode(value)]));
}

/** The reader knows no WebP: its two metadata chunks are handed over in the dress that it knows. */
function webpAsJpeg(bytes: Uint8Array): Uint8Array | undefined {
  let chunks;
  try {
    chunks = webpChunks(bytes);
  } catch (error) {
    if (error instanceof BrokenPicture) return undefined;
    throw error;
  }
  const payload = (name: string): Uint8Array | undefined => chunks.find((chunk) => chunk.name === name)?.payload;
  const exif = payload('EXIF');
  const xmp = payload('XMP ');
  const isPrefixed = exif && Buffer.from(exif.subarray(0, 4)).toString('latin1') === 'Exif';
  const parts = [
    exif ? block('Exif\0\0', isPrefixed ? exif.subarray(6) : exif) : undefined,
    xmp ? block('http://ns.adobe.com/xap/1.0/\0', xmp) : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xd9])]);
}

/** An APP1 block; undefined where it is too long for one. */
function block(name: string, payload: Uint8Array): Buffer | undefined {
  const length = 2 + name.length + payload.length;
  if (length > 0xffff) return undefined;
  const head = Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]);
  return Buffer.concat([head, Buffer.from(name, 'latin1'), payload]);
}
