import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { packageExtension } from '../core/package/story-package.js';

/**
 * Hand-over files among the words that the program was started with: a double click gives their paths. What is no such
 * file is left alone. `folder` is where the words were written.
 */
export function packagesIn(words: readonly string[], folder: string): readonly string[] {
  return words
    .filter((word) => !word.startsWith('-') && extname(word).toLowerCase() === `.${packageExtension}`)
    .map((word) => resolve(folder, word))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
