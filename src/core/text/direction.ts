/** Languages written from right to left, by their ISO 639 code; a script in the tag decides before them. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo']);

/** Whether a text of this BCP 47 language runs from right to left. */
export function isRightToLeft(language: string): boolean {
  const [code = '', script = ''] = language.toLowerCase().split('-');
  return rightToLeftScripts.has(script) || (rightToLeft.has(code) && script !== 'latn');
}
