import { parseFragment } from 'parse5';
import { textOf } from '../html/html-tree.js';

const known = new Map<string, string>();

/** Named signs of HTML that XML does not have, by their letters; unknown ones stay as they were written. */
function sign(whole: string, name: string): string {
  if (/^(?:amp|lt|gt|quot|apos)$/u.test(name)) return whole;
  let letters = known.get(name);
  if (letters === undefined) {
    letters = name === 'nbsp' ? '\u00a0' : textOf(parseFragment(whole));
    if (known.size < 3_000) known.set(name, letters);
  }
  return letters === whole || letters === '' ? `&amp;${whole.slice(1)}` : letters;
}

/**
 * The XML of a wire as an XML reader takes it: real files hold "&nbsp;", "&mdash;" and bare "&". CDATA stays as it is.
 * Nothing expands: a name becomes the one or two letters that HTML gives it.
 */
export function withXmlEntities(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/u)
    .map((part) =>
      part.startsWith('<![CDATA[')
        ? part
        : part
            .replace(/&([a-z][a-z0-9]{1,31});/giu, sign)
            .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/giu, '&amp;'),
    )
    .join('');
}
