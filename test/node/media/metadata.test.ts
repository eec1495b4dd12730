import exifr from 'exifr';
import { pictureLimits } from '../../../src/core/media/picture-limits.js';
import { expect, test } from 'vitest';
import { BrokenPicture } from '../../../src/node/media/picture-parts.js';
import { measurePicture } from '../../../src/node/media/measure-picture.js';
import { readFileTexts } from '../../../src/node/media/read-file-texts.js';
import { renderPicture } from '../../../src/node/media/render-picture.js';
import { sharpWasm } from '../../../src/node/media/sharp-wasm.js';
import { isSvg, rasterised } from '../../../src/node/media/svg-picture.js';
import { withoutMetadata } from '../../../src/node/media/whole-picture.js';
import { halves } from '../../builders/pictures.js';
import { sharedBytes, sharedMissing } from '../../builders/shared-data.js';
import { secrets, taggedJpeg } from '../../builders/tagged-picture.js';

const plain = { rotate: 0, crop: null, width: null } as const;
const pixels = async (bytes: Uint8Array): Promise<Buffer> => Buffer.from(await sharpWasm()(bytes).raw().toBuffer());
/** Every kind of metadata but the colour profile, which stays. */
const everything = { tiff: true, exif: true, gps: true, iptc: true, xmp: true, icc: false, jfif: false };
const holdsSecret = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(secrets.serial);

test('caption and credit of a file are read, in UTF-8 too', async () => {
  const tagged = taggedJpeg(await halves().jpeg().toBuffer());
  expect(await readFileTexts('jpg', tagged)).toMatchObject({
    caption: 'Die Größe der Fähre.',
    credit: 'Foto: M. Sato',
  });
});

test('a JPEG that is not changed keeps its picture and its colour profile, and nothing else', async () => {
  const tagged = taggedJpeg(await halves().jpeg().withIccProfile('p3').toBuffer());
  const before = (await exifr.parse(tagged, { gps: true, exif: true })) as Record<string, unknown>;
  expect(before['GPSLatitude']).toEqual([...secrets.place]);
  expect(before['BodySerialNumber'] ?? before['SerialNumber']).toBe(secrets.serial);
  const made = await renderPicture('jpg', tagged, { ...plain, type: 'jpg' });
  expect(holdsSecret(made)).toBe(false);
  expect(await exifr.parse(made, everything)).toBeUndefined();
  expect(await pixels(made)).toEqual(await pixels(tagged));
  expect((await sharpWasm()(made).metadata()).hasProfile).toBe(true);
  const small = await renderPicture('jpg', tagged, { ...plain, width: 40, type: 'jpg' });
  expect(holdsSecret(small)).toBe(false);
  expect(await exifr.parse(small, everything)).toBeUndefined();
});

test('PNG, WebP and GIF lose their texts and keep every pixel', async () => {
  const exif = { IFD0: { Copyright: secrets.serial } };
  const png = await halves().png().withExif(exif).toBuffer();
  const webp = await halves().webp({ lossless: true }).withExif(exif).toBuffer();
  const still = await halves().gif().toBuffer();
  const comment = Buffer.from([0x21, 0xfe, secrets.serial.length, ...Buffer.from(secrets.serial), 0]);
  const gif = Buffer.concat([still.subarray(0, -1), comment, still.subarray(-1)]);
  for (const [type, bytes] of [
    ['png', png],
    ['webp', webp],
    ['gif', gif],
  ] as const) {
    expect(holdsSecret(bytes)).toBe(true);
    const clean = withoutMetadata(type, bytes) ?? Buffer.alloc(0);
    expect(holdsSecret(clean)).toBe(false);
    expect(await pixels(clean)).toEqual(await pixels(bytes));
  }
  expect(await readFileTexts('webp', webp)).toMatchObject({ copyright: secrets.serial });
});

test('AVIF, whose metadata cannot be cut out, is encoded anew', async () => {
  const avif = await halves()
    .avif()
    .withExif({ IFD0: { Copyright: secrets.serial } })
    .toBuffer();
  expect(holdsSecret(avif)).toBe(true);
  const made = await renderPicture('avif', Buffer.from(avif), { ...plain, type: 'avif' });
  expect(holdsSecret(made)).toBe(false);
  expect(measurePicture('a', made)).toEqual({ type: 'avif', width: 80, height: 40 });
});

test('a file that is cut off is refused, wherever it ends', async () => {
  const files = {
    jpg: await halves().jpeg().toBuffer(),
    png: await halves().png().toBuffer(),
    webp: await halves().webp().toBuffer(),
    gif: await halves().gif().toBuffer(),
    avif: await halves().avif().toBuffer(),
  };
  for (const [type, whole] of Object.entries(files)) {
    const bytes = Buffer.from(whole);
    expect(measurePicture(type, bytes)).toMatchObject({ type, width: 80, height: 40 });
    for (const share of [0.05, 0.5, 0.98])
      expect(() => measurePicture(type, bytes.subarray(0, Math.floor(bytes.length * share)))).toThrow(
        'media.not-an-image',
      );
  }
});

test('what is no picture for a page is refused with what to do', () => {
  const named = (bytes: Uint8Array): string => {
    try {
      measurePicture('holiday.jpg', bytes);
      return '';
    } catch (error) {
      return String(error);
    }
  };
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
  expect(named(new Uint8Array())).toContain('the file is empty');
  expect(named(Buffer.from('%PDF-1.7'))).toContain('PDF');
  expect(named(Buffer.alloc(pictureLimits.taken.bytes + 1))).toContain('100 MB');
  expect(named(heic)).toMatch(/HEIC|not a picture/u);
  expect(named(Buffer.from('II*\0\u0008\0\0\0', 'latin1'))).toContain('media.not-an-image');
});

test('a drawing becomes a picture, and one that reaches out or carries script does not', async () => {
  const svg = (inner: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">${inner}</svg>`);
  const drawn = await rasterised(svg('<rect width="20" height="10" fill="red"/>'));
  expect(measurePicture('logo.svg', drawn)).toEqual({ type: 'png', width: 2000, height: 1000 });
  expect(isSvg(svg(''))).toBe(true);
  for (const inner of [
    '<script>1</script>',
    '<image href="/etc/passwd"/>',
    '<image xlink:href = "file:///a.png"/>',
    '<text>words</text>',
    '<use href="other.svg#a"/>',
  ])
    await expect(rasterised(svg(inner))).rejects.toThrow(BrokenPicture);
  await expect(rasterised(Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg width="1" height="1"/>'))).rejects.toThrow(
    BrokenPicture,
  );
});

test.skipIf(sharedMissing('data/hostile/image-payload-in-metadata.jpg'))(
  'payloads in every field of a picture come in as text and go out not at all',
  async () => {
    const bytes = sharedBytes('data/hostile/image-payload-in-metadata.jpg');
    const texts = await readFileTexts('jpg', bytes);
    expect(texts.caption).toBe('<script>alert(1)</script>');
    expect(Buffer.from(await renderPicture('jpg', bytes, { ...plain, type: 'jpg' })).includes('script')).toBe(false);
    for (const name of ['svg-script.svg', 'svg-nested-image.svg'])
      await expect(rasterised(sharedBytes(`data/hostile/${name}`))).rejects.toThrow(BrokenPicture);
  },
);
