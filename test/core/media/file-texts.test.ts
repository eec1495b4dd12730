import { expect, test } from 'vitest';
import { fileTexts } from '../../../src/core/media/file-texts.js';
import { noFileTexts } from '../../../src/core/media/media-record.js';

test('the desk’s own fields come before the camera’s', () => {
  const found = fileTexts({
    iptc: { Caption: 'At the quay.\r\nOn Monday.', Byline: ['M. Sato', 'L. Adeyemi'] },
    ifd0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA', Copyright: '© 2026 Harbour Post' },
    exif: { DateTimeOriginal: '2026:02:03 14:05:09' },
    Iptc4xmpCore: { AltTextAccessibility: { lang: 'x-default', value: 'A ferry &amp; a quay' } },
  });
  expect(found).toEqual({
    ...noFileTexts,
    caption: 'At the quay.\nOn Monday.',
    credit: 'M. Sato, L. Adeyemi',
    copyright: '© 2026 Harbour Post',
    alt: 'A ferry & a quay',
    takenAt: '2026-02-03T14:05:09',
  });
});

test('whatever stands in metadata comes out as clean, short text', () => {
  const found = fileTexts({
    iptc: { Caption: `\u0000<img src=x onerror=alert(1)>${'x'.repeat(100_000)}`, Credit: '\ud800 a\u0007\n b' },
    exif: { DateTimeOriginal: '0000:00:00 00:00:00' },
    dc: { rights: { toString: () => 'no' } },
    ifd0: { Copyright: 7 },
  });
  expect(found.caption).toHaveLength(4_000);
  expect(found.caption.startsWith('<img')).toBe(true);
  expect(found.credit).toBe('\ufffd a b');
  expect(found.takenAt).toBe('');
  expect(found.copyright).toBe('');
});
