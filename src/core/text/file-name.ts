/** Names that Windows keeps for devices, whatever extension follows; superscript digits count too. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Longest stem in bytes of UTF-8: leaves room for an extension and a number in 255. */
export const maxStemBytes = 120;

/** Bytes of UTF-8; core has no TextEncoder. */
function bytes(text: string): number {
  let size = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return size;
}

/** Cuts at a grapheme so that at most `limit` bytes of UTF-8 stay. */
function cutToBytes(text: string, limit: number): string {
  if (bytes(text) <= limit) return text;
  let out = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    size += bytes(segment);
    if (size > limit) break;
    out += segment;
  }
  return out;
}

/**
 * ASCII where the letters allow it ("Größe" → "grosse"), else the letters themselves; words joined by "-".
 * Only Latin and Greek letters lose their marks: й and が are letters of their own.
 */
export function slug(text: string): string {
  const wellFormed = text.toWellFormed().normalize('NFKD').toLowerCase();
  const plain = wellFormed
    .replace(/ß/gu, 'ss')
    .replace(/æ/gu, 'ae')
    .replace(/ø/gu, 'o')
    .replace(/œ/gu, 'oe')
    .replace(/ł/gu, 'l')
    .replace(/đ/gu, 'd')
    .replace(/ı/gu, 'i')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036f]*)[\u0300-\u036f]/gu, '')
    .replace(/['’ʼ]/gu, '')
    .normalize('NFC');
  const words = plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/gu, '');
  return cutToBytes(words, maxStemBytes).replace(/-+$/u, '');
}

/** A file name's stem that every system takes, from a headline or slug; `fallback` where nothing is left. */
export function safeStem(text: string, fallback: string): string {
  const stem = slug(text) || slug(fallback) || 'story';
  return reserved.test(stem) ? `${stem}-` : stem;
}

/** As `stem`, with "-2", "-3" … where it is taken already; compared without case. Adds what it gives to `taken`. */
export function uniqueStem(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${String(number)}`;
  taken.add(name.toLowerCase());
  return name;
}
