/** The letters of Word's "Symbol" font from 0x61, in the order of the keys. */
const symbolLower = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const symbolUpper = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const symbols: Readonly<Record<number, string>> = {
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2d: '−',
  0xa3: '≤',
  0xa5: '∞',
  0xa7: '♣',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xbc: '…',
  0xc8: '∪',
  0xc7: '∩',
  0xda: '∨',
  0xd9: '∧',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
  0xe5: '∑',
};
const dingbats: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x76: '❖',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/**
 * A sign of a font that has signs where others have letters (`w:sym`), as the character that it shows; undefined where
 * nobody can say. The file may give the code in the private area, F0DA for DA.
 */
export function symbolSign(font: string, code: number): string | undefined {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name === 'symbol') {
    if (low >= 0x61 && low <= 0x7a) return symbolLower[low - 0x61];
    if (low >= 0x41 && low <= 0x5a) return symbolUpper[low - 0x41];
    return symbols[low] ?? (low < 0x41 && low >= 0x20 ? String.fromCharCode(low) : undefined);
  }
  if (name.startsWith('wingdings')) return dingbats[low];
  return code < 0xe000 || code > 0xf8ff ? String.fromCodePoint(code) : undefined;
}
