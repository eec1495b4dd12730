import type { LossList } from '../../loss.js';

/** Short codes of WordPress itself; others are told by their attributes or their end. */
const knownCodes = new Set(['gallery', 'embed', 'audio', 'video', 'playlist', 'caption', 'wp_caption']);

/**
 * A picture with its caption, as classic posts write it, becomes a figure:
 * `[caption id="attachment_1" width="300" caption="Old style"]<img src="…"/> The harbour[/caption]`.
 */
export function captionsToFigures(html: string): string {
  let out = '';
  let at = 0;
  const start = /\[(caption|wp_caption)((?:\s[^[\]]*)?)\]/giu;
  for (let code = start.exec(html); code; code = start.exec(html)) {
    const [whole, name = '', attrs = ''] = code;
    const inside = code.index + whole.length;
    const close = `[/${name}]`;
    const end = html.indexOf(close, inside);
    if (end < 0) break;
    const text = html.slice(inside, end);
    const picture = /^\s*(?:<a(?:\s[^<>]*)?>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?/iu.exec(text)?.[0] ?? '';
    const old = /\scaption=(?:"([^"]*)"|'([^']*)')/iu.exec(attrs);
    const caption = text.slice(picture.length).trim() || (old?.[1] ?? old?.[2] ?? '');
    out += `${html.slice(at, code.index)}\n\n<figure>${picture.trim()}<figcaption>${caption}</figcaption></figure>\n\n`;
    at = end + close.length;
    start.lastIndex = at;
  }
  return out + html.slice(at);
}

/** Counts the short codes that stay in the text as they are written: what they showed was made by the site's programs. */
export function reportShortcodes(html: string, losses: LossList): void {
  if (!html.includes('[')) return;
  for (const [, name = '', attrs = ''] of html.matchAll(/\[([a-z][\w-]{1,40})((?:\s[^[\]<>]*)?)\/?\]/giu)) {
    const isCode = knownCodes.has(name.toLowerCase()) || /\s[\w-]+=/u.test(attrs) || html.includes(`[/${name}]`);
    if (isCode) losses.add('shortcode', `Short codes such as [${name}] were kept as text: their site made them`);
  }
}
