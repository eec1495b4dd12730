import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../src/core/document/document-rules.js';
import { walk } from '../../../../src/core/document/document.js';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { importers, chooseImporter } from '../../../../src/core/import/importers.js';
import { readAll } from '../../../builders/import-context.js';
import { sharedBytes, sharedMissing, sharedText } from '../../../builders/shared-data.js';

interface Expected {
  readonly expect: 'text' | 'refuse-with-message' | 'message-or-text';
  readonly raw_nospace?: string | null;
  readonly text_nospace?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

/** Files in a code page that the note's own program reads as another: what they say is tested below. */
const knownDifferences: Readonly<Record<string, string>> = {
  // Numbers of notes follow from their order and are no text.
  'rtf-footnote.rtf': 'this period was a turning point for Margaret Mead.',
  'odt-footnote.odt': 'Some text with a footnote.',
  'rtf-codepage-1250.rtf': 'zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ',
  'rtf-japanese.rtf': '古書店で処刑記録見つかる',
  'rtf-uc-control-word.rtf': '0年abc念',
};

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe.skipIf(sharedMissing('data/documents/expected.json'))('a real document of a word processor', () => {
  const isThere = !sharedMissing('data/documents/expected.json');
  const expected = isThere
    ? (JSON.parse(sharedText('data/documents/expected.json')) as Record<string, Expected>)
    : ({} as Record<string, Expected>);

  test.each(Object.keys(expected).filter((name) => /\.(?:docx|docm|rtf|odt)$/u.test(name)))(
    '%s gives every letter of its story, or says why not',
    async (name) => {
      const want = expected[name];
      const bytes = sharedBytes(`data/documents/${name}`);
      const format = chooseImporter({ fileName: name, bytes });
      if (!format) throw new Error(`no format for ${name}`);
      const [result] = await readAll(importers[format], bytes, {}, name);
      if (want?.expect === 'refuse-with-message') {
        expect(result).toHaveProperty('refused.code');
        return;
      }
      if (!result || !('story' in result)) {
        expect([name, want?.expect, result]).toEqual([name, 'message-or-text', result]);
        return;
      }
      expect(checkDocument(result.story.body)).toEqual([]);
      const { headline = '', dek = '', byline = '' } = result.story.content;
      const text = letters([headline, dek, byline, ...paragraphTexts(result.story.body)].join(''));
      const raw = letters(knownDifferences[name] ?? want?.raw_nospace ?? want?.text_nospace ?? '');
      const isWithin = text.includes(raw) || isInOrder(raw, text);
      expect(isWithin ? '' : `${raw}\n${text}`).toBe('');
      const count = (...types: string[]): number =>
        [...walk(result.story.body)].filter(({ node }) => types.includes(node.type)).length;
      const { list_items: items, tables, images, notes } = want?.counts ?? {};
      if (tables !== undefined) expect(count('table')).toBe(tables);
      if (images !== undefined) expect(count('image')).toBe(images);
      if (notes !== undefined) expect(count('footnote')).toBe(notes);
      // An entry whose words are all deleted is one for pandoc and none for us.
      const isCounted =
        notes === undefined && name !== 'tracked-changes-many.docx' && !Object.hasOwn(knownDifferences, name);
      if (items !== undefined && isCounted) expect(count('listItem')).toBe(items);
    },
  );
});

/** Notes and fields stand elsewhere than in the file's order, so a text may have more between. */
function isInOrder(wanted: string, text: string): boolean {
  const signs = Array.from(wanted);
  let at = 0;
  for (const sign of text) if (sign === signs[at]) at += 1;
  return at >= signs.length;
}

describe.skipIf(sharedMissing('data/hostile/bomb-256mb.docx'))('a file that means harm', () => {
  const read = async (name: string) => {
    const [result] = await readAll(importers.docx, sharedBytes(`data/hostile/${name}`), {}, name);
    return result;
  };

  test('is refused where it would unpack to very much, nests too deep or brings entities', async () => {
    expect(await read('bomb-256mb.docx')).toMatchObject({ refused: { code: 'input.too-large' } });
    expect(await read('deep-nesting.docx')).toMatchObject({ refused: { code: 'input.too-large' } });
    expect(await read('entity-expansion.docx')).toMatchObject({ refused: { code: 'import.not-readable' } });
  });

  test('with thousands of parts or with names that lead elsewhere gives its text alone', async () => {
    expect(await read('many-entries.zip.docx')).toHaveProperty('story');
    expect(await read('path-traversal.docx')).toHaveProperty('story');
  });
});
