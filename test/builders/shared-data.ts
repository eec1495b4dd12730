import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Test data that may not be part of the repository (decision 27: GPL, MPL and CC BY-SA files). It stands in the folder
 * named by COPYDESK_SHARED, else in `../shared` beside the checkout; tests that need it are skipped without it.
 */
export const sharedFolder = resolve(process.env['COPYDESK_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'));

export const hasShared = (path: string): boolean => existsSync(resolve(sharedFolder, path));

/** Whether to skip, and why: `test.skipIf(sharedMissing('data/clipboard'))`. The reason is printed once for each path. */
export function sharedMissing(path: string): boolean {
  if (hasShared(path)) return false;
  console.warn(`skipped: test data "${path}" is not here (set COPYDESK_SHARED to its folder)`);
  return true;
}

/** Bytes of a file of the shared data, unpacked where its name ends in ".gz". */
export function sharedBytes(path: string): Uint8Array {
  const bytes = readFileSync(resolve(sharedFolder, path));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export const sharedText = (path: string): string => new TextDecoder().decode(sharedBytes(path));
