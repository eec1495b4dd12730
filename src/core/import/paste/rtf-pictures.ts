import type { AttachedPicture } from '../html/read-image.js';

/** Longest RTF that is looked through, in characters: 64 million, a copy with some thirty photographs. */
const maxLength = 64_000_000;
const mostPictures = 200;

/**
 * The PNG and JPEG pictures of an RTF text in their order (RTF 1.9.1, "Pictures"). Word gives its copies' pictures only
 * here: its HTML names files of another computer. A second copy for old readers (`\\nonshppict`) and other kinds (WMF)
 * are left out.
 */
export function rtfPictures(rtf: string): readonly AttachedPicture[] {
  if (rtf.length > maxLength || !rtf.startsWith('{\\rtf')) return [];
  const pictures: AttachedPicture[] = [];
  for (
    let at = rtf.indexOf('{\\pict');
    at >= 0 && pictures.length < mostPictures;
    at = rtf.indexOf('{\\pict', at + 1)
  ) {
    if (rtf.slice(Math.max(0, at - 20), at).includes('\\nonshppict')) continue;
    const picture = pictureAt(rtf, at);
    if (picture) pictures.push(picture);
  }
  return pictures;
}

function pictureAt(rtf: string, start: number): AttachedPicture | undefined {
  let depth = 0;
  let end = start;
  let head = '';
  let hexStart = -1;
  for (; end < rtf.length; end += 1) {
    const letter = rtf[end];
    if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) break;
      hexStart = -1;
    } else if (depth === 1) {
      if (letter === '\\') {
        hexStart = -1;
        const word = /^\\[a-z]+-?\d*/iu.exec(rtf.slice(end, end + 40))?.[0] ?? letter;
        head += word;
        end += word.length - 1;
      } else if (hexStart < 0 && /[0-9a-f]/iu.test(letter ?? '')) {
        hexStart = end;
        // The rest up to the bracket is nothing but the picture: no need to walk through it.
        const close = rtf.indexOf('}', end);
        if (close < 0) return undefined;
        end = close - 1;
      }
    }
  }
  const extension = head.includes('\\pngblip') ? 'png' : head.includes('\\jpegblip') ? 'jpg' : undefined;
  if (extension === undefined || hexStart < 0) return undefined;
  const bytes = fromHex(rtf.slice(hexStart, end));
  return bytes && { extension, bytes };
}

function fromHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/gu, '');
  if (digits.length === 0 || digits.length % 2 !== 0 || !/^[0-9a-f]+$/iu.test(digits)) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}
