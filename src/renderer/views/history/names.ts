import { en } from '../../../core/strings/en.js';
import type { StringKey, Strings } from '../../../core/strings/strings.js';

const isKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/** The name of a field as people say it; a field that has no name yet is said as it is kept. */
export function fieldName(strings: Strings, path: string): string {
  const key = `history.field.${path}`;
  return isKey(key) ? strings(key) : path;
}

/** The name of a kind of block, likewise. */
export function blockName(strings: Strings, type: string): string {
  const key = `history.block.${type}`;
  return isKey(key) ? strings(key) : type;
}
