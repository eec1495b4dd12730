/** Elements whose border ends a paragraph, as WordPress counts them. */
const blockTags =
  'table|thead|tfoot|tbody|tr|td|th|caption|colgroup|col|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|p|h[1-6]|hr|' +
  'fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|summary|menu|main|iframe|video|audio';
const blockTag = new RegExp(`(</?(?:${blockTags})(?:\\s[^<>]*)?/?>)`, 'giu');
/** What is one text already: a blank line in it starts no paragraph. */
const lineTag = /^<(\/?)(p|h[1-6]|figcaption|caption|summary|legend)[\s>]/iu;
const asIs = /<(pre|script|style|svg|math|textarea)[\s>]/giu;

/**
 * The paragraphs of a classic post, in which blank lines part them and single line ends break a line: what WordPress
 * calls wpautop and does when it shows the post. Text in `pre`, scripts and drawings is left alone.
 */
export function classicParagraphs(html: string): string {
  const text = html.replace(/\r\n?/gu, '\n');
  let out = '';
  let at = 0;
  asIs.lastIndex = 0;
  for (let start = asIs.exec(text); start; start = asIs.exec(text)) {
    const close = new RegExp(`</${start[1] ?? ''}>`, 'giu');
    close.lastIndex = start.index;
    if (!close.test(text)) break;
    out += paragraphs(text.slice(at, start.index)) + text.slice(start.index, close.lastIndex);
    at = asIs.lastIndex = close.lastIndex;
  }
  return out + paragraphs(text.slice(at));
}

function paragraphs(html: string): string {
  let isLine = false;
  return html
    .split(blockTag)
    .map((part, at) => {
      if (at % 2 === 1) {
        const line = lineTag.exec(part);
        if (line) isLine = line[1] === '';
        return part;
      }
      const text = part.trim();
      if (text === '') return '';
      if (isLine) return withBreaks(part);
      return text
        .split(/\n[ \t]*(?:\n[ \t]*)+/u)
        .map((paragraph) => `<p>${withBreaks(paragraph.trim())}</p>\n`)
        .join('');
    })
    .join('');
}

const withBreaks = (text: string): string => text.replace(/(?:<br ?\/?>)?[ \t]*\n/giu, '<br>');
