import { describe, expect, test } from 'vitest';
import { fittingPicture } from '../../../src/node/media/made-smaller.js';
import { sharpWasm } from '../../../src/node/media/sharp-wasm.js';
import { MediaDesk } from '../../../src/node/desk/media-desk.js';
import { mediaRecordSchema } from '../../../src/core/media/media-record.js';
import { secrets, taggedJpeg } from '../../builders/tagged-picture.js';
import { withLibrary } from '../open-library.js';

/** 52 megapixels of one colour: few bytes, more pixels than are kept. */
const large = async (): Promise<Buffer> =>
  Buffer.from(
    await sharpWasm()({ create: { width: 8_000, height: 6_500, channels: 3, background: '#884400' } })
      .jpeg({ quality: 20 })
      .toBuffer(),
  );

/** A PNG head that says how large its picture is; nothing behind it. */
function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(head);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

describe('a picture that is too large', () => {
  test('is made smaller, the same each time, its texts kept and its secrets gone, and the record says so', async () => {
    await withLibrary(async (library) => {
      const source = taggedJpeg(await large());
      const desk = new MediaDesk(library);
      const added = await desk.add('big.jpg', source, '');
      const original = { width: 8_000, height: 6_500, bytes: source.length };
      expect(added).toMatchObject({ width: 6_000, height: 4_875, credit: 'Foto: M. Sato', isKnown: false, original });
      expect(desk.about(added.mediaId).row.original).toEqual(original);
      expect(await desk.add('again.jpg', source, '')).toMatchObject({ mediaId: added.mediaId, isKnown: true });
      const { bytes } = await fittingPicture('big.jpg', source);
      expect(Buffer.from(bytes).includes(secrets.serial)).toBe(false);
    });
  });

  test('is refused where it would unpack to more than a machine has', async () => {
    await expect(fittingPicture('bomb.png', pngHead(30_000, 30_000))).rejects.toThrow('200 megapixels');
  });

  test('stays as it is within the limits', async () => {
    const small = await sharpWasm()({ create: { width: 40, height: 20, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    expect(await fittingPicture('a.png', small)).toEqual({
      type: 'png',
      width: 40,
      height: 20,
      bytes: small,
      original: null,
    });
  });
});

test('a record from before pictures were made smaller opens', () => {
  expect(mediaRecordSchema.parse({ width: 1, height: 1, bytes: 1 }).original).toBeNull();
});
