import { describe, expect, test } from 'vitest';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
import { rtfPictures } from '../../../../src/core/import/paste/rtf-pictures.js';

const png = '89504e470d0a1a0a';
const rtf =
  `{\\rtf1\\ansi Text {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn x}}}\\picscalex100\\pngblip\\bliptag12 {\\*\\blipuid aabb}\n${png.slice(0, 6)}\n${png.slice(6)}}}` +
  `{\\nonshppict{\\pict\\wmetafile8 0102}} and {\\pict\\jpegblip ffd8ff00}}`;

describe('pictures of an RTF copy', () => {
  test('come in their order, without the second copy for old readers', () => {
    expect(rtfPictures(rtf).map(({ extension, bytes }) => [extension, Buffer.from(bytes).toString('hex')])).toEqual([
      ['png', png],
      ['jpg', 'ffd8ff00'],
    ]);
  });

  test('stand for the file addresses of Word, in order; one more is left out and counted', () => {
    const html =
      '<p>a</p><img src="file:///C:/x/image001.png"><img src="file:///C:/x/image002.jpg"><img src="file:///C:/y.png">';
    const { images, losses } = readHtmlFragment(html, { attached: rtfPictures(rtf) });
    expect(images.map(({ key, bytes }) => [key, bytes?.length ?? null])).toEqual([
      ['attached-1.png', 8],
      ['attached-2.jpg', 4],
    ]);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([['image', 1]]);
  });

  test.each([
    '',
    '<p>',
    '{\\rtf1 {\\pict\\pngblip',
    '{\\rtf1 {\\pict\\pngblip 0}}',
    '{\\rtf1 {\\pict\\pngblip zz}}',
    '{\\rtf1'.repeat(50_000),
  ])('of anything broken are none', (text) => {
    expect(rtfPictures(text)).toEqual([]);
  });
});
