import { isCompoundFile, isZip } from './zip-package.js';

/** Names of parts are looked for in the last bytes of a zip, where they are listed. */
const listed = 256 * 1024;

/** Which word processor's format a file has, by what stands in it; undefined for every other file. */
export function officeFormat(bytes: Uint8Array, extension: string): 'docx' | 'odt' | 'rtf' | undefined {
  // Documents with a password and files of old programs have this container; the reader says which.
  if (isCompoundFile(bytes))
    return ['docx', 'docm', 'doc', 'dot', 'dotx', 'dotm'].includes(extension) ? 'docx' : undefined;
  if (String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf') return 'rtf';
  if (!isZip(bytes)) return undefined;
  let end = '';
  for (const byte of bytes.subarray(Math.max(0, bytes.length - listed))) end += String.fromCharCode(byte);
  if (end.includes('content.xml') && end.includes('META-INF/manifest.xml')) return 'odt';
  return end.includes('word/') && end.includes('[Content_Types].xml') ? 'docx' : undefined;
}
