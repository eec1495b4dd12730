/** What a camera and a desk write into a JPEG file, made by hand: place, serial number, caption and credit. */
export const secrets = { serial: 'SN-47114711', place: [53, 33, 4] } as const;

const block = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

/** An entry of a TIFF directory, little-endian: tag, type, count and value or offset. */
function entry(tag: number, type: number, count: number, value: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(value, 8);
  return bytes;
}

function exif(): Buffer {
  const directory = (entries: readonly Buffer[]): Buffer => {
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const serial = Buffer.from(`${secrets.serial}\0`, 'latin1');
  const latitude = Buffer.alloc(24);
  for (const [at, number] of secrets.place.entries()) {
    latitude.writeUInt32LE(number, at * 8);
    latitude.writeUInt32LE(1, at * 8 + 4);
  }
  // 8 head, 30 first directory, 18 EXIF, 30 GPS, then the values.
  const [exifAt, gpsAt, serialAt] = [38, 56, 86];
  const first = directory([entry(0x8769, 4, 1, exifAt), entry(0x8825, 4, 1, gpsAt)]);
  const camera = directory([entry(0xa431, 2, serial.length, serialAt)]);
  const gps = directory([entry(1, 2, 2, 0x4e), entry(2, 5, 3, serialAt + serial.length)]);
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, first, camera, gps, serial, latitude]);
}

function iptc(caption: string, credit: string): Buffer {
  const record = (set: number, text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf8');
    return Buffer.concat([Buffer.from([0x1c, 2, set, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  const records = Buffer.concat([record(120, caption), record(110, credit)]);
  const padding = Buffer.alloc(records.length % 2);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(records.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\0\0', 'latin1'), length, records, padding]);
}

/** A JPEG file with all of it, and a second file after its end as some phones write. */
export function taggedJpeg(jpeg: Uint8Array, caption = 'Die Größe der Fähre.', credit = 'Foto: M. Sato'): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    block(0xe1, exif()),
    block(0xed, iptc(caption, credit)),
    block(0xfe, Buffer.from(`comment ${secrets.serial}`)),
    jpeg.subarray(2),
    Buffer.from(`trailer ${secrets.serial}`),
  ]);
}
