/** The one place where text becomes safe for a format; each function is named for the place that it is for. */

const htmlMarks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text between tags or inside a quoted attribute of HTML. A no-break space is written by name, so that it is seen. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/gu, (mark) => htmlMarks[mark] ?? mark)
    .replaceAll('\u00a0', '&nbsp;');
}

/** JSON inside a script element: no "</script>", no "<!--", no line separators that old parsers end a line at. */
export function escapeJsonScript(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .toWellFormed()
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Characters that may not stand raw in an address (RFC 3986 2.2 and WHATWG URL), and a "%" that starts no code. */
const notInAddress = /[\u0000-\u0020"<>\\^`{|}\u007f-\u00a0\u2028\u2029]|%(?![0-9a-fA-F]{2})/gu; // eslint-disable-line no-control-regex

/** An address as it is written out: trimmed, what may not stand raw in it percent-encoded. writeHref(writeHref(x)) = writeHref(x). */
export function writeHref(href: string): string {
  return href
    .trim()
    .toWellFormed()
    .replace(notInAddress, (letter) => encodeURIComponent(letter))
    .replaceAll(/\[|\]/gu, encodeBracket);
}

/** Brackets are for IPv6 hosts only; elsewhere they are encoded. */
function encodeBracket(bracket: string, at: number, whole: string): string {
  const host = /^https?:\/\/[^/?#]*/iu.exec(whole)?.[0].length ?? 0;
  return at < host ? bracket : encodeURIComponent(bracket);
}

/** ASCII punctuation that can mean something inside a line of Markdown, or to Liquid and Hugo on the way ("{{"). */
const markdownMarks = /[\\`*_[\]<>&~|{]/gu;
/** What means something only where a line starts: headings, lists, setext lines, table rules. */
const markdownLineStart = /^(?:([#+\-=:])|(\d{1,9})([.)]))/u;

/** Text inside a line of Markdown. */
export function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(markdownMarks, '\\$&')
    .replaceAll('!\\[', '\\!\\[')
    .replace(/\{(?=[%#])/gu, '{\\')
    .replaceAll('\u00a0', '&nbsp;');
}

/** The same for text that starts a line. */
export function escapeMarkdownLine(line: string): string {
  return line.replace(markdownLineStart, (_all, mark?: string, digits?: string, dot?: string) =>
    mark === undefined ? `${digits ?? ''}\\${dot ?? ''}` : `\\${mark}`,
  );
}
