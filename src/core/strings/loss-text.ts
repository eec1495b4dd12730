import type { Loss } from '../loss.js';
import { en } from './en.js';
import type { StringKey, Strings } from './strings.js';

const isKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/** What was lost, in the language of the window; a kind that has no text there is said as the reader of the format did. */
export function lossText(strings: Strings, { what, detail }: Pick<Loss, 'what' | 'detail'>): string {
  const key = `loss.${what}`;
  return isKey(key) ? strings(key) : detail;
}
