import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../src/core/document/document-rules.js';
import { walk } from '../../../../src/core/document/document.js';
import { blockText, textBlocks } from '../../../../src/core/document/plain-text.js';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
import { doc, note, p } from '../../../builders/story.js';
import { sharedMissing, sharedText } from '../../../builders/shared-data.js';

interface Expected {
  readonly text_nospace?: string;
  readonly visible_nospace?: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Invisible letters and our own cell border are no part of what is compared. */
const letters = (text: string): string => text.replace(/[\s|\u200b\ufeff]/gu, '');
/** Text that differs from the note for a known reason, each said here. */
const knownDifferences: Readonly<Record<string, string>> = {
  'word2013-footnote.html': 'its notes are footnotes, whose numbers follow from their order (tested below)',
};

describe.skipIf(sharedMissing('data/clipboard/expected.json'))('a real copy from another program', () => {
  const expected = (): Readonly<Record<string, Expected>> =>
    JSON.parse(sharedText('data/clipboard/expected.json')) as Record<string, Expected>;
  const files = sharedMissing('data/clipboard/expected.json') ? [] : Object.keys(expected());

  test('of Word with footnotes has them at their numbers', () => {
    expect(readHtmlFragment(sharedText('data/clipboard/word2013-footnote.html')).body).toEqual(
      doc(p('Test with footnote', note('A simple footnote'), '.'), p('Another test', note('Another simple footnote'))),
    );
  });

  test.each(files)('%s keeps every letter, its lists, and nothing of the other program', (file) => {
    const want = expected()[file];
    const { body } = readHtmlFragment(sharedText(`data/clipboard/${file}`));
    expect(checkDocument(body)).toEqual([]);
    // The note leaves out the texts beside the pictures of `gdocs-whole-document`.
    const isSeen = (type: string): boolean => file !== 'gdocs-whole-document.html' || type !== 'image';
    const seen = textBlocks(body).filter(({ type }) => isSeen(type));
    const text = letters(seen.map(blockText).join(''));
    if (!Object.hasOwn(knownDifferences, file))
      expect([want?.text_nospace, want?.visible_nospace].map((other) => letters(other ?? ''))).toContain(text);
    expect(JSON.stringify(body)).not.toMatch(/Mso|o:p|file:|docs-internal-guid|mso-/u);
    const items = [...walk(body)].filter(({ node }) => node.type === 'listItem').length;
    if (want?.counts['list_items'] !== undefined) expect(items).toBe(want.counts['list_items']);
  });
});
