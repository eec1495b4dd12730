/** An element of an export as it stands in the file, `wp:post_name`, with the text that is in it and in no element of it. */
export interface LooseElement {
  readonly name: string;
  readonly attrs: ReadonlyMap<string, string>;
  readonly children: readonly LooseElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attrs: ReadonlyMap<string, string>;
  readonly children: OpenElement[];
  text: string;
}

/** Elements in elements that are kept apart; an export has three levels. */
const maxDepth = 16;

/**
 * Reads elements that may be no well-formed XML: real exports hold bare `&`, HTML entities and forgotten end tags. A
 * bare sign is text, an end tag without a start is passed over, what is still open at the end is closed there. Only the
 * five entities of XML and numbers are decoded, once, so nothing expands.
 */
export function readLooseXml(xml: string): readonly LooseElement[] {
  const root: OpenElement = { name: '', attrs: new Map(), children: [], text: '' };
  const open = [root];
  let at = 0;
  const take = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next < 0) break;
    take(decoded(xml.slice(at, next)));
    if (xml.startsWith('<![CDATA[', next)) {
      const end = xml.indexOf(']]>', next + 9);
      take(xml.slice(next + 9, end < 0 ? xml.length : end));
      at = end < 0 ? xml.length : end + 3;
    } else if (xml.startsWith('<!--', next)) at = after(xml, '-->', next);
    else if (xml.startsWith('<?', next)) at = after(xml, '?>', next);
    else {
      tag.lastIndex = next;
      const found = tag.exec(xml);
      if (!found) {
        take('<');
        at = next + 1;
        continue;
      }
      const [whole, close = '', name = '', attrs = ''] = found;
      at = next + whole.length;
      if (close !== '') {
        const start = open.findLastIndex((element) => element.name === name);
        if (start > 0) open.length = start;
        continue;
      }
      const element: OpenElement = { name, attrs: attributes(attrs), children: [], text: '' };
      open.at(-1)?.children.push(element);
      if (!attrs.endsWith('/') && open.length < maxDepth) open.push(element);
    }
  }
  take(decoded(xml.slice(at)));
  return root.children;
}

/** The text of the first element with this name; '' where there is none. */
export function textIn(elements: readonly LooseElement[], name: string): string {
  return elements.find((element) => element.name === name)?.text.trim() ?? '';
}

const tag = /<(\/?)([a-z_][\w:.-]*)((?:\s[^<>]*)?\/?)>/iuy;

function after(xml: string, sign: string, from: number): number {
  const end = xml.indexOf(sign, from);
  return end < 0 ? xml.length : end + sign.length;
}

function attributes(text: string): ReadonlyMap<string, string> {
  const attrs = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu))
    attrs.set(name, decoded(double ?? single ?? ''));
  return attrs;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/giu, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return signs[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
