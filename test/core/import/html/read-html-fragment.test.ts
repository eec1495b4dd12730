import { describe, expect, test } from 'vitest';
import {
  checkDocument,
  markNames,
  nodeRules,
  type MarkName,
  type NodeName,
} from '../../../../src/core/document/document-rules.js';
import type { DocumentNode } from '../../../../src/core/document/document.js';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
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
} from '../../../builders/story.js';

const read = (html: string) => readHtmlFragment(html).body;
const lost = (html: string) => readHtmlFragment(html).losses.map(({ what, count }) => `${what} ${String(count)}`);

/** HTML for each node and mark of the schema, and what it is read as: a new one does not compile without its line. */
const nodeExamples: Readonly<Record<Exclude<NodeName, 'doc' | 'text'>, readonly [string, DocumentNode]>> = {
  paragraph: ['<p>One</p>', p('One')],
  heading: ['<h3>One</h3>', h(3, 'One')],
  bulletList: ['<ul><li>One</li></ul>', ul(li(p('One')))],
  orderedList: ['<ol start="3"><li>One</li></ol>', { ...ol(li(p('One'))), attrs: { start: 3 } }],
  listItem: ['<ul><li><p>One</p><p>Two</p></li></ul>', ul(li(p('One'), p('Two')))],
  blockquote: ['<blockquote>One</blockquote>', quote(p('One'))],
  image: [
    '<figure><img src="a/b.jpg" alt="Alt"><figcaption>Cap <span class="credit">By me</span></figcaption></figure>',
    img({ media: 'import:a/b.jpg', alt: 'Alt', caption: 'Cap', credit: 'By me' }),
  ],
  hardBreak: ['<p>One<br>two</p>', p('One', br(), 'two')],
  pullQuote: [
    '<aside class="pull-quote"><p>One</p><p>two</p><cite>\u2014 Mo</cite></aside>',
    block('pullQuote', { credit: 'Mo' }, text('One'), br(), text('two')),
  ],
  factbox: [
    '<aside class="fact-box"><h3>Facts</h3><ul><li>One</li></ul></aside>',
    block('factbox', { title: 'Facts' }, ul(li(p('One')))),
  ],
  gallery: [
    '<figure class="wp-block-gallery"><figure><img src="a.jpg" alt="A"></figure><figcaption>All</figcaption></figure>',
    block('gallery', { caption: 'All' }, img({ media: 'import:a.jpg', alt: 'A', caption: '', credit: '' })),
  ],
  table: [
    '<table><caption>Goals</caption><thead><tr><th>Team</th><th>Goals</th></tr></thead><tr><td>Inter</td><td>2</td></tr></table>',
    block('table', { caption: 'Goals' }, tr(th(p('Team')), th(p('Goals'))), tr(td(p('Inter')), td(p('2')))),
  ],
  tableRow: [
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    block('table', null, tr(td(p('a')), td(p('b'))), tr(td(p('c')), td(p()))),
  ],
  tableCell: [
    '<table><tr><td colspan="2">a<p>b</td></tr><tr><td>c</td><td rowspan="x"></td></tr></table>',
    block('table', null, tr({ ...td(p('a'), p('b')), attrs: { colspan: 2 } }), tr(td(p('c')), td(p()))),
  ],
  tableHeader: ['<table><tr><th>a</th><td>b</td></tr></table>', block('table', null, tr(th(p('a')), td(p('b'))))],
  codeBlock: [
    '<pre><code class="language-sh">cd /\n  ls</code></pre>',
    block('codeBlock', { language: 'sh' }, text('cd /\n  ls')),
  ],
  horizontalRule: ['<hr>', block('horizontalRule', null)],
  storyCard: [`<div data-story-card="${uuid(7)}"><p>Head</p></div>`, block('storyCard', { storyId: uuid(7) })],
  embed: [
    '<iframe src="https://www.youtube.com/embed/x" title="Film"></iframe>',
    block('embed', { provider: 'YouTube', url: 'https://www.youtube.com/embed/x', title: 'Film' }),
  ],
  footnote: [
    '<p>One<sup><a href="#n1" id="r1">1</a></sup> two.</p><ol><li id="n1">Note <a href="#r1">\u21a9</a></li></ol>',
    p('One', note('Note'), ' two.'),
  ],
};
/** Changes and annotations of another page are its own history: `null` = text without a mark. */
const markExamples: Readonly<Record<MarkName, readonly [string, DocumentNode]>> = {
  bold: ['<p><b>x</b></p>', strong('x')],
  italic: ['<p><em>x</em></p>', em('x')],
  underline: ['<p><u>x</u></p>', text('x', { type: 'underline' })],
  strike: ['<p><del>x</del></p>', text('x', { type: 'strike' })],
  link: ['<p><a href="https://example.org/">x</a></p>', link('x', 'https://example.org/')],
  subscript: ['<p><sub>x</sub></p>', text('x', { type: 'subscript' })],
  superscript: ['<p><span style="vertical-align:super">x</span></p>', text('x', { type: 'superscript' })],
  highlight: ['<p><mark>x</mark></p>', text('x', { type: 'highlight' })],
  language: ['<p><i lang="fr">x</i></p>', text('x', { type: 'italic' }, { type: 'language', attrs: { lang: 'fr' } })],
  code: ['<p><kbd>x</kbd></p>', text('x', { type: 'code' })],
  insertion: ['<p><ins data-change-id="c1">x</ins></p>', text('x', { type: 'underline' })],
  deletion: ['<p><del data-change-id="c1">x</del></p>', text('x', { type: 'strike' })],
  modification: ['<p><span class="modification" data-change-id="c1">x</span></p>', text('x')],
  annotation: ['<p><span data-annotation-id="a1">x</span></p>', text('x')],
};

describe('the schema', () => {
  test.each(Object.keys(nodeRules).filter((name) => Object.hasOwn(nodeExamples, name)))(
    'has a way in for the node %s',
    (name) => {
      const [html, node] = nodeExamples[name as keyof typeof nodeExamples];
      expect(read(html)).toEqual(doc(node));
    },
  );
  test.each(markNames)('has a way in for the mark %s', (name) => {
    const [html, node] = markExamples[name];
    expect(read(html)).toEqual(doc(p(node)));
  });
});

describe('HTML', () => {
  test('becomes blocks as a reader sees them, whatever elements they were made of', () => {
    expect(read('Start <div>One<div>Two</div>Three</div><section>Four</section>')).toEqual(
      doc(p('Start'), p('One'), p('Two'), p('Three'), p('Four')),
    );
    expect(read('<h1>A</h1><h6>B</h6>')).toEqual(doc(h(2, 'A'), h(4, 'B')));
    expect(read('<div>One<br><br>Two<br>three</div>')).toEqual(doc(p('One'), p('Two', br(), 'three')));
    expect(read('<p>One<br><br>Two</p>')).toEqual(doc(p('One', br(), br(), 'Two')));
    expect(read('<dl><dt>Term</dt><dd>Meaning</dd></dl>')).toEqual(doc(p('Term'), p('Meaning')));
    expect(read('  <p> a \n b\t<b> c </b> d </p>  ')).toEqual(doc(p('a b ', strong('c '), 'd')));
  });

  test('is an empty paragraph when there is nothing in it', () => {
    for (const html of ['', ' \n ', '<p>&nbsp;</p>', '<script>x</script>', '<ul><li></li></ul>'])
      expect(read(html)).toEqual(doc(p()));
  });

  test('never brings code along, and says what was left out', () => {
    const html =
      '<script>alert(1)</script><p onclick="x()" onmouseover="y()">One <a href="javascript:alert(1)">two</a> <a href="java&#10;script:x">three</a> <a href="data:text/html,x">four</a></p><iframe src="javascript:x"></iframe><svg onload="x"><text>no</text></svg>';
    expect(read(html)).toEqual(doc(p('One two three four')));
    expect(lost(html)).toEqual(['script 1', 'handler 2', 'unsafeLink 3', 'embed 1', 'drawing 1']);
  });

  test('keeps web and mail links, makes relative ones whole where the page says its address, drops the rest', () => {
    expect(
      readHtmlFragment('<p><a href="../b?c#d">x</a></p>', { base: 'https://example.org/news/a/page.html' }).body,
    ).toEqual(doc(p(link('x', 'https://example.org/news/b?c#d'))));
    expect(lost('<a href="/b">x</a><a href="#n">y</a><a href="tel:1">z</a>')).toEqual([
      'relativeLink 1',
      'anchorLink 1',
      'otherLink 1',
    ]);
    expect(read('<a href="https://www.google.com/url?q=https://example.org/a%3Fb&amp;sa=D">x</a>')).toEqual(
      doc(p(link('x', 'https://example.org/a?b'))),
    );
    expect(read(`<a data-story-id="${uuid(7)}" href="https://example.org/">x</a>`)).toEqual(
      doc(p(storyLink('x', uuid(7)))),
    );
  });

  test('keeps pictures that come along and never asks for one elsewhere', () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const inline = readHtmlFragment(`<p>Before <img src="data:image/png;base64,${pixel}" alt="A dot"> after</p>`);
    expect(inline.body).toEqual(
      doc(p('Before'), img({ media: 'import:inline-1.png', alt: 'A dot', caption: '', credit: '' }), p('after')),
    );
    expect(inline.images[0]?.bytes?.length).toBe(Buffer.from(pixel, 'base64').length);
    const remote = '<figure><img src="https://example.org/a.jpg" alt="Alt"><figcaption>Caption</figcaption></figure>';
    expect(read(remote)).toEqual(doc(p('Caption')));
    expect(lost(remote)).toEqual(['remoteImage 1']);
    for (const source of [
      '../x.jpg',
      '/etc/passwd',
      'C:\\x.jpg',
      'file:///x.jpg',
      'a/%2e%2e/%2e%2e/x.jpg',
      'data:image/svg+xml;base64,AA==',
    ])
      expect(readHtmlFragment(`<img src="${source}">`)).toMatchObject({ images: [], body: doc(p()) });
  });

  test('reads a table of values as a table, and one that only lays out a page as its blocks', () => {
    expect(read('<table><tr><td><h2>A</h2><p>One</p></td><td><p>Two</p></td></tr></table>')).toEqual(
      doc(h(2, 'A'), p('One'), p('Two')),
    );
    expect(
      read(
        '<table role="presentation"><tr><td>a</td><td><table><tr><th>b</th><td>c</td></tr></table></td></tr></table>',
      ),
    ).toEqual(doc(p('a'), block('table', null, tr(th(p('b')), td(p('c'))))));
  });

  test('takes bold and italic from styles, not from Google’s wrapper or a link’s underline', () => {
    const html =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">a</span><span style="font-style:italic">b</span><span style="text-decoration:underline">c</span><a href="https://example.org/"><span style="text-decoration:underline">d</span></a></p></b>';
    expect(read(html)).toEqual(
      doc(p(strong('a'), em('b'), text('c', { type: 'underline' }), link('d', 'https://example.org/'))),
    );
  });

  test('reads the lists of Word, which are paragraphs with marks of their own', () => {
    const item = (level: number, marker: string, label: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${label}<o:p></o:p></p>`;
    const html = `<p class=MsoNormal>Before</p>${item(1, '·', 'One')}${item(2, 'o', 'Two')}${item(1, '·', 'Three')}<p>After</p>${item(1, '1.', 'Four')}`;
    expect(read(html)).toEqual(
      doc(p('Before'), ul(li(p('One'), ul(li(p('Two')))), li(p('Three'))), p('After'), ol(li(p('Four')))),
    );
  });

  test('puts U+FFFD where half a surrogate pair stood', () => {
    expect(read('<p>a\ud800b</p>')).toEqual(doc(p('a\ufffdb')));
  });
});

describe('HTML without an end', () => {
  test.each([
    '<blockquote>',
    '<ul><li>',
    '<table><tr><td>',
    '<figure><div>',
    '<b><p>',
    '<a href="https://x.org"><i>',
    '<div style="mso-list:l0 level3 lfo1">',
    '<div class="share related byline">',
    '<ol><li><blockquote>',
  ])(
    'nested 20,000 deep is flattened within the limits in seconds: %s',
    (tag) => {
      const start = performance.now();
      const { body } = readHtmlFragment(`${tag.repeat(20_000)}text`);
      expect(checkDocument(body)).toEqual([]);
      expect(paragraphTexts(body).join('')).toContain('text');
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    30_000,
  );

  test('of more than 200,000 parts is refused by its code', () => {
    expect(() => readHtmlFragment('<p>a</p>'.repeat(150_000))).toThrow(
      expect.objectContaining({ code: 'input.too-large' }),
    );
  }, 30_000);
});

test('the caption of a gallery stays as words where its pictures lie on another computer', () => {
  const html =
    '<figure class="wp-block-gallery"><figure><img src="https://x.example/a.jpg" alt="A"></figure><figcaption>All of them</figcaption></figure>';
  expect(paragraphTexts(read(html))).toContain('All of them');
});
