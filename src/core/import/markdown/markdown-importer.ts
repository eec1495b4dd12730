import type { DocumentNode, StoryDocument } from '../../document/document.js';
import { textAttr } from '../../document/document.js';
import { NewsroomError } from '../../errors.js';
import { LossList } from '../../loss.js';
import { decodeText } from '../decode-text.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { Importer, ImportResult } from '../importer.js';
import { parseFrontMatter, readFrontMatter, splitFrontMatter, type PictureCredit } from './front-matter.js';
import { markdownToHtml } from './markdown-html.js';

export const markdownImporter: Importer = {
  label: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  recognises: (head) => (/^---\r?\n[\w-]+:/u.test(head) ? 0.8 : /^#{1,6} \S/u.test(head) ? 0.5 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one text needs no waiting
  async *read(source, context) {
    const { text } = decodeText(source.bytes, context.decode);
    yield readMarkdown(text);
  },
};

/** Reads one Markdown file: front matter to fields, text to the body; a first-level heading is the headline if no title is given. */
export function readMarkdown(file: string): ImportResult {
  const losses = new LossList();
  if (/^\+\+\+\s*\n/u.test(file)) return refused('its front matter is TOML (+++); only YAML (---) can be read');
  const { frontMatter, text } = splitFrontMatter(file.toWellFormed());
  try {
    const fields = readFrontMatter(frontMatter === null ? {} : parseFrontMatter(frontMatter), losses);
    const html = markdownToHtml(text, losses);
    const hasTitle = (fields.story.content.headline ?? '') !== '';
    const title = hasTitle ? null : /^\s*<h1>(.*?)<\/h1>/su.exec(html);
    const headline = title ? readHtmlFragment(title[1] ?? '') : null;
    const read = readHtmlFragment(title ? html.slice(title[0].length) : html);
    losses.addAll(read.losses);
    const shown = headline ? textOfBody(headline.body) : '';
    return {
      story: {
        ...fields.story,
        content: shown === '' ? fields.story.content : { ...fields.story.content, headline: shown },
        body: withCredits(read.body, [...fields.credits]),
      },
      media: [
        ...fields.media,
        ...read.images.filter((image) => !fields.media.some((known) => known.key === image.key)),
      ],
      losses: losses.list,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return refused(error.message);
    if (error instanceof NewsroomError) return { refused: { code: error.code, params: error.params } };
    throw error;
  }
}

const refused = (detail: string): ImportResult => ({ refused: { code: 'import.not-readable', params: { detail } } });

function textOfBody(body: StoryDocument): string {
  return (body.content?.[0]?.content ?? []).map((node) => node.text ?? '').join('');
}

/** Gives each picture the first credit of its file that is not taken yet; takes from `credits`. */
function withCredits<Node extends DocumentNode>(node: Node, credits: PictureCredit[]): Node {
  if (credits.length === 0) return node;
  if (node.type === 'image') {
    const file = textAttr(node, 'media').replace(/^import:/u, '');
    const at = credits.findIndex((entry) => entry.file === file);
    const [entry] = at < 0 ? [] : credits.splice(at, 1);
    return entry ? { ...node, attrs: { ...node.attrs, credit: entry.credit } } : node;
  }
  return node.content ? { ...node, content: node.content.map((child) => withCredits(child, credits)) } : node;
}
