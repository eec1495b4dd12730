import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk, type StoryDocument } from '../../../src/core/document/document.js';
import { checkDocument } from '../../../src/core/document/document-rules.js';
import { documentView } from '../../../src/core/document/document-view.js';
import { plainText } from '../../../src/core/document/plain-text.js';
import { annotated, deleted, doc, inserted, li, marked, p, quote, text, ul } from '../../builders/story.js';
import { anyDocument } from '../../builders/any-document.js';

const accepted = (document: StoryDocument): StoryDocument => documentView(document, 'accepted');
const rejected = (document: StoryDocument): StoryDocument => documentView(document, 'rejected');

describe('a view of tracked changes', () => {
  const body = doc(p('The ferry ', deleted('left'), inserted('sailed'), ' at noon.'));

  test('accepted reads as if every change were taken, rejected as if none were', () => {
    expect(accepted(body)).toEqual(doc(p('The ferry sailed at noon.')));
    expect(rejected(body)).toEqual(doc(p('The ferry left at noon.')));
    expect(documentView(body, 'marked')).toBe(body);
  });

  test('joins a split paragraph again where the split is refused', () => {
    const split = doc(p('One.', inserted('\u200b')), p(inserted('\u200b'), ' Two.'));
    expect(accepted(split)).toEqual(doc(p('One.'), p(' Two.')));
    expect(rejected(split)).toEqual(doc(p('One. Two.')));
  });

  test('joins two paragraphs where the join is taken', () => {
    const joined = doc(p('One.', deleted('\u200b')), p(deleted('\u200b'), ' Two.'));
    expect(accepted(joined)).toEqual(doc(p('One. Two.')));
    expect(rejected(joined)).toEqual(doc(p('One.'), p(' Two.')));
  });

  test('joins three paragraphs that were one', () => {
    const split = doc(
      p('a', inserted('\u200b')),
      p(inserted('\u200b'), 'b', inserted('\u200b')),
      p(inserted('\u200b'), 'c'),
    );
    expect(rejected(split)).toEqual(doc(p('abc')));
  });

  test('leaves no bullet, list or quote behind whose text is gone', () => {
    const body2 = doc(
      p('Stays.'),
      ul(li(p('one')), marked(li(p('two')), 'deletion')),
      ul(li(marked(p('only'), 'deletion'))),
      quote(marked(p('said'), 'deletion')),
    );
    expect(accepted(body2)).toEqual(doc(p('Stays.'), ul(li(p('one')))));
  });

  test('gives an empty paragraph where nothing is left', () => {
    expect(accepted(doc(marked(p('x'), 'deletion')))).toEqual(doc(p()));
    expect(accepted(doc(p(deleted('x'))))).toEqual(doc(p()));
  });

  test('restores an attribute that a refused modification changed', () => {
    const mark = { type: 'modification', attrs: { changeId: 'c1', attrName: 'level', previousValue: 3, newValue: 2 } };
    const heading = { type: 'heading', attrs: { level: 2 }, content: [text('Title')], marks: [mark] };
    expect(rejected(doc(heading)).content?.[0]?.attrs?.['level']).toBe(3);
    expect(accepted(doc(heading)).content?.[0]?.attrs?.['level']).toBe(2);
  });

  test('lets no comment out and joins the text around it', () => {
    expect(accepted(doc(p('He said ', annotated('forty'), ' ships')))).toEqual(doc(p('He said forty ships')));
  });
});

describe('for any document', () => {
  test('an accepted or rejected view is valid, has no private mark, and is its own view', () => {
    fc.assert(
      fc.property(anyDocument(), fc.constantFrom('accepted' as const, 'rejected' as const), (document, kind) => {
        const view = documentView(document, kind);
        expect(checkDocument(view)).toEqual([]);
        expect(documentView(view, kind)).toEqual(view);
        const marks = [...walk(view)].flatMap(({ node }) => node.marks ?? []).map((mark) => mark.type);
        for (const mark of ['insertion', 'deletion', 'modification', 'annotation']) expect(marks).not.toContain(mark);
      }),
    );
  });

  test('a document without changes reads the same accepted and rejected', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        const settled = documentView(document, 'accepted');
        expect(documentView(settled, 'rejected')).toEqual(settled);
        expect(plainText(settled)).toBe(plainText(document));
      }),
    );
  });

  test('a view leaves the document itself as it was', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        const before = JSON.stringify(document);
        documentView(document, 'rejected');
        expect(JSON.stringify(document)).toBe(before);
      }),
    );
  });
});
