const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map(Array.from(`${alphabet}-_`).map((letter, at) => [letter.charCodeAt(0), at < 64 ? at : at - 2]));

/** The bytes of base64 or base64url, white space ignored; null where a letter is neither. Core has no `atob`. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let size = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) continue;
    if (code === 0x3d) break;
    const value = values.get(code);
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xff_ffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size] = (held >> bits) & 0xff;
    size += 1;
  }
  return bytes.slice(0, size);
}
