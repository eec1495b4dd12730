import { LossList } from '../../loss.js';
import { decodeText } from '../decode-text.js';
import { emptyStory } from '../empty-story.js';
import type { ImportedStory, Importer } from '../importer.js';
import { isPageText, readPageText } from './page-text.js';
import { headingOfText } from './text-heading.js';
import { textBody, textGroups } from './text-body.js';

/** Reads plain text: a page that was copied as text, or a story as it is typed. */
export function readText(text: string, sectionNames: readonly string[], losses: LossList): ImportedStory {
  const groups = textGroups(text.toWellFormed());
  if (isPageText(groups)) return readPageText(groups, sectionNames, losses);
  const { section, headline, rest } = headingOfText(groups, sectionNames, false);
  return { ...emptyStory, content: headline === '' ? {} : { headline }, sectionName: section, body: textBody(rest) };
}

export const textImporter: Importer = {
  label: 'Plain text',
  extensions: ['txt', 'text'],
  recognises: (head) => (head.includes('\u0000') ? 0 : 0.1),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; text needs no waiting
  async *read(source, context) {
    const losses = new LossList();
    const { text, encoding } = decodeText(source.bytes, context.decode);
    if (text.includes('\u0000')) {
      yield { refused: { code: 'import.not-readable', params: { detail: 'it holds NUL characters and is no text' } } };
      return;
    }
    if (encoding === 'windows-1252')
      losses.add('encoding', 'The file is not UTF-8 and was read as windows-1252: check accents and quotes');
    const story = readText(text, context.sectionNames, losses);
    yield { story, media: [], losses: losses.list };
  },
};
