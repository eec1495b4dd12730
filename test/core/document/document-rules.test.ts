import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxDepth, walk, type DocumentNode } from '../../../src/core/document/document.js';
import { checkDocument, isStoryDocument, markNames, nodeRules } from '../../../src/core/document/document-rules.js';
import {
  block,
  br,
  doc,
  em,
  h,
  img,
  li,
  link,
  note,
  ol,
  p,
  quote,
  storyLink,
  strong,
  td,
  text,
  th,
  tr,
  ul,
  uuid,
} from '../../builders/story.js';
import { anyDocument } from '../../builders/any-document.js';

const whole = doc(
  p('Plain, ', em('italic'), ' and ', strong('bold'), br(), link('a page', 'https://example.org/')),
  h(2, 'What we know'),
  ul(li(p('one')), li(p('two'), ol(li(p('nested'))))),
  quote(p('Said.')),
  img({ media: 'x', alt: 'A port' }),
  p(storyLink('earlier', uuid(9)), note('Filed in May.')),
  block('pullQuote', { credit: 'Mo' }, text('A line.')),
  block('factbox', { title: 'Facts' }, p('One')),
  block('gallery', null, img({ media: 'x' })),
  block('table', null, tr(th(p('Team')), td(p()))),
  block('codeBlock', { language: 'sh' }, text('ls')),
  block('horizontalRule', null),
  block('storyCard', { storyId: uuid(9) }),
  block('embed', { provider: 'YouTube', url: 'https://youtube.com/x', title: '' }),
  p(),
);

const nested = (depth: number): DocumentNode => {
  let node = p('deep');
  for (let level = 0; level < depth; level += 1) node = quote(node);
  return node;
};

describe('a document that may be kept', () => {
  test('has every node of the schema in its place', () => {
    expect(checkDocument(whole)).toEqual([]);
    expect(isStoryDocument(whole)).toBe(true);
    const used = new Set([...walk(whole)].map(({ node }) => node.type));
    expect([...used].sort()).toEqual(Object.keys(nodeRules).sort());
  });

  test('may have each mark of the schema', () => {
    for (const type of markNames) {
      const known = { link: { href: 'https://example.org/' }, language: { lang: 'fr' } };
      const attrs = type === 'link' || type === 'language' ? { attrs: known[type] } : {};
      expect(checkDocument(doc(p(text('word', { type, ...attrs }))))).toEqual([]);
    }
  });

  test('survives the way through JSON, whatever its content', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        expect(checkDocument(document)).toEqual([]);
        expect(checkDocument(JSON.parse(JSON.stringify(document)))).toEqual([]);
      }),
    );
  });
});

describe('a document that is refused', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'must be a document'],
    ['another root', p('x'), 'must be a document'],
    ['no block', doc(), 'doc is empty'],
    ['an unknown node', doc({ type: 'iframe' }), 'unknown node "iframe"'],
    ['a node by the name of a property', doc({ type: 'constructor' }), 'unknown node'],
    ['text without text', doc(p(text(''))), 'text node without text'],
    ['text beside blocks', doc(text('x')), 'text cannot stand in doc'],
    ['a block inside a line', doc(p(p('x'))), 'paragraph cannot stand in paragraph'],
    ['a document inside a picture', doc({ type: 'image', content: [doc(p('x'))] }), 'doc cannot stand in image'],
    ['a list without items', doc({ type: 'bulletList' }), 'bulletList is empty'],
    ['a paragraph right in a list', doc(ul(p('x'))), 'paragraph cannot stand in bulletList'],
    ['a heading of level 1', doc(h(1, 'x')), 'heading level must be 2, 3 or 4'],
    ['a heading level that is no number', doc({ type: 'heading', attrs: { level: ['2'] } }), 'heading level'],
    ['an unknown mark', doc(p(text('x', { type: 'blink' }))), 'unknown mark "blink"'],
    [
      'a mark that is null',
      doc(p({ type: 'text', text: 'x', marks: [null] } as unknown as DocumentNode)),
      'not a mark',
    ],
    ['text in a gallery', doc(block('gallery', null, p('x'))), 'paragraph cannot stand in gallery'],
    ['a cell outside a row', doc(block('table', null, td(p()))), 'tableCell cannot stand in table'],
    [
      'a cell over a thousand columns',
      doc(block('table', null, tr({ ...td(p()), attrs: { colspan: 1000 } }))),
      'colspan',
    ],
    [
      'a footnote in a footnote',
      doc(p({ type: 'footnote', content: [note('x')] })),
      'footnote cannot stand in footnote',
    ],
    ['an embed of a script', doc(block('embed', { url: 'javascript:x' })), 'an embed with an address'],
    ['a card of no story', doc(block('storyCard', { storyId: '../x' })), 'a story card with an id that is none'],
    [
      'a crop beyond the picture',
      doc(img({ crop: { x: 0.5, y: 0, width: 0.9, height: 1 } })),
      'a crop must lie inside',
    ],
    ['a language that is no tag', doc(p(text('x', { type: 'language', attrs: { lang: '"><b>' } }))), 'language tag'],
    ['a script link', doc(p(link('x', 'javascript:alert(1)'))), 'address that is not allowed'],
    ['a story link to no id', doc(p(storyLink('x', '../x'))), 'id that is none'],
    [
      'a story link with a script beside it',
      doc(p(text('x', { type: 'link', attrs: { storyId: uuid(9), href: 'javascript:alert(1)' } }))),
      'address that is not allowed',
    ],
    ['a link to nowhere', doc(p(text('x', { type: 'link' }))), 'address that is not allowed'],
    ['attrs that are a list', doc({ type: 'image', attrs: [] as never }), 'attrs of image must be an object'],
    ['a child that is a number', doc(5 as never), 'not a node'],
    ['content that is text', { type: 'doc', content: 'abc' }, 'content of doc must be a list'],
  ])('holds %s', (_what, value, message) => {
    expect(checkDocument(value).join('\n')).toContain(message);
  });

  test('is nested too deep, and 5,000 levels are no trouble', () => {
    expect(checkDocument(doc(nested(maxDepth - 3)))).toEqual([]);
    expect(checkDocument(doc(nested(5_000)))).toEqual([`body: nested deeper than ${String(maxDepth)} levels`]);
  });

  test('pretends to be a list of a thousand million nodes, and costs no time', () => {
    const started = performance.now();
    expect(checkDocument({ type: 'doc', content: [{ type: 'paragraph', content: { length: 1e9 } }] })).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('gets at most about twenty messages', () => {
    const faults = checkDocument(doc(...Array.from({ length: 500 }, () => ({ type: 'nonsense' }))));
    expect(faults.length).toBeLessThanOrEqual(21);
  });

  test('never makes the check throw, whatever JSON stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (content, attrs) => {
        expect(() => checkDocument({ type: 'doc', content })).not.toThrow();
        const inner = { type: 'paragraph', content, attrs, marks: content };
        expect(() => checkDocument({ type: 'doc', content: [inner] })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
