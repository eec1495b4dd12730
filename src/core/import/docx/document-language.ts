import type { StoryDocument } from '../../document/document.js';
import { isLanguageTag } from '../../document/attribute-rules.js';
import { plainText } from '../../document/plain-text.js';
import type { XmlElement } from '../office/xml-tree.js';

/** Letters looked at: enough to tell the script of a story. */
const looked = 4_000;

/**
 * The language that a file sets for all its text (`w:lang` of its defaults): one for each kind of script, and the text
 * says which counts. '' where the file says none that a story may have.
 */
export function documentLanguage(document: StoryDocument, defaults: XmlElement | undefined): string {
  const lang = defaults?.child('w:lang');
  if (!lang) return '';
  const text = plainText(document).slice(0, looked);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const western = count(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu);
  const eastern = count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  const rightToLeft = count(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu);
  const name = eastern * 2 > western ? 'w:eastAsia' : rightToLeft > western ? 'w:bidi' : 'w:val';
  const tag = lang.attr(name) ?? '';
  return isLanguageTag(tag) && tag.length <= 35 ? tag : '';
}
