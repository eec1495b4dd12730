import { describe, expect, test } from 'vitest';
import { guardQuotes } from '../../../../src/core/import/paste/quote-guard.js';
import { doc, p, quote } from '../../../builders/story.js';

describe('the quote guard', () => {
  test('counts the words of quotations of any language before and after', () => {
    const plain = 'He said \u201cnever again\u201d. \u201eNie wieder\u201c, sagte er. \u00abJamais\u00bb "not ever"';
    expect(guardQuotes('', plain, doc(p(plain)))).toEqual({ before: 7, after: 7, missing: [] });
  });

  test('names a quotation that lost a word, whatever the blanks and marks around it do', () => {
    const plain = 'She said \u201cwe did\r\nnot  know\u201d, then \u201cit was late\u201d.'.replace('\r\n', ' ');
    const guarded = guardQuotes('', plain, doc(p('She said "we did not know", then "it was".')));
    expect(guarded.missing).toEqual(['it was late']);
  });

  test('counts quoted passages, and takes the text of the page where no plain text came', () => {
    const html = '<blockquote><p>One two</p><p>three</p></blockquote><p>And \u201cfour\u201d.</p>';
    expect(guardQuotes(html, '', doc(quote(p('One two'), p('three')), p('And \u201cfour\u201d.')))).toEqual({
      before: 4,
      after: 4,
      missing: [],
    });
    expect(guardQuotes(html, '', doc(p('And \u201cfour\u201d.'))).missing).toEqual(['One two three']);
  });
});
