import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { LossList } from '../../loss.js';

/** CommonMark with tables, strikethrough and footnotes; HTML is let through, since the reader of HTML is the fence. */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(footnotes);
// The line that the plug-in draws over the notes is no line of the story.
markdown.renderer.rules['footnote_block_open'] = () => '<section role="doc-endnotes"><ol>';
// Addresses are judged and written by our own rules (`read-link.ts`), so they must arrive as they stand.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;

/** Markdown as HTML for the reader of HTML. Templates of site builders stay as they are written, and are reported. */
export function markdownToHtml(text: string, losses: LossList): string {
  const templates = text.match(/\{\{[<%]?[\s\S]*?[>%]?\}\}|\{%[\s\S]*?%\}/gu)?.length ?? 0;
  if (templates > 0)
    losses.add(
      'template',
      'Commands of a site builder ({{ … }}, {% … %}) were kept as text: replace or remove them',
      templates,
    );
  return markdown.render(text);
}
