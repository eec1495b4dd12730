import { createHash } from 'node:crypto';

/** Lower-case hex of the SHA-256 of text (UTF-8) or bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same in base64, for a content security policy. */
export function sha256Base64(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}
