import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../src/core/document/document-rules.js';
import { walk } from '../../../../src/core/document/document.js';
import { NewsroomError } from '../../../../src/core/errors.js';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
import { readHtmlPage } from '../../../../src/core/import/html/read-html-page.js';
import { isSafeHref } from '../../../../src/core/text/link.js';
import { sharedMissing, sharedText } from '../../../builders/shared-data.js';

const data = 'data/hostile';

/** Whatever comes in, what comes out is a valid document whose only addresses are web and mail. */
function expectHarmless(html: string): void {
  const { body } = readHtmlFragment(html);
  expect(checkDocument(body)).toEqual([]);
  for (const { node } of walk(body))
    for (const mark of node.marks ?? [])
      if (mark.type === 'link') expect(isSafeHref(String(mark.attrs?.['href']))).toBe(true);
  readHtmlPage(html);
}

describe.skipIf(sharedMissing(`${data}/dompurify-cases.jsonl`))('hostile files of others', () => {
  test('the cases of DOMPurify give harmless documents', () => {
    const lines = sharedText(`${data}/dompurify-cases.jsonl`)
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const value = JSON.parse(line) as { payload?: string };
      expectHarmless(value.payload ?? line);
    }
  });

  test.each([
    'xss-intruders.txt',
    'xss-polyglots.txt',
    'xss-rsnake.txt',
    'owasp-xss-evasion.md',
    'naughty-strings.json',
    'lone-surrogates.json',
    'bidi-and-normalisation.json',
  ])('%s gives harmless documents, line by line and as a whole', (file) => {
    const text = sharedText(`${data}/${file}`);
    for (const line of text.split('\n')) expectHarmless(line);
    expectHarmless(text);
  });

  test('a page nested by tens of thousands is read, flattened, in seconds', () => {
    const { body } = readHtmlFragment(sharedText(`${data}/deep-nesting.html`));
    expect(checkDocument(body)).toEqual([]);
  }, 15_000);

  test('a line of four megabytes of tags is read or refused with a reason', () => {
    try {
      expect(checkDocument(readHtmlFragment(sharedText(`${data}/huge-line.html.gz`)).body)).toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(NewsroomError);
      expect((error as NewsroomError).code).toBe('input.too-large');
    }
  }, 20_000);
});
