import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
import { block, br, doc, em, h, li, link, ol, p, quote, strong, text, ul } from '../../../builders/story.js';

const read = (name: string) =>
  readHtmlFragment(readFileSync(new URL(`../../../cases/paste/${name}.html`, import.meta.url), 'utf8'), {
    keepsChanges: true,
  });

describe('a copy from', () => {
  test('Pages keeps its lists and emphasis, and none of its padding', () => {
    expect(read('pages').body).toEqual(
      doc(
        p('The ferry is back, ', strong('crew and all'), '.'),
        ul(li(p('Cargo')), li(p('Mail'))),
        p('\u201cWe never lost hope,\u201d said Mo Sato.'),
      ),
    );
  });

  test('Outlook keeps its tracked changes as suggestions, and paragraphs that are set in as a quotation', () => {
    const { body, changes } = read('outlook');
    const [gone, come] = Object.keys(changes);
    expect(body).toEqual(
      doc(
        p('Hi desk,'),
        p('Filing for page two:'),
        quote(
          p(
            '\u201cThe boat is ',
            text('late', { type: 'deletion', attrs: { changeId: gone } }),
            text('on time', { type: 'insertion', attrs: { changeId: come } }),
            ',\u201d the harbour said.',
          ),
          p('It gave no reason.'),
        ),
        p(strong('From:'), ' Ops'),
      ),
    );
    const author = { personName: 'Maren Holt', at: '2026-02-03T09:00:00.000Z' };
    expect(Object.values(changes)).toEqual([
      { kind: 'deletion', ...author },
      { kind: 'insertion', ...author },
    ]);
  });

  test('Quip keeps its lists in lists, and none of its empty lines and table heads', () => {
    expect(read('quip').body).toEqual(
      doc(
        h(2, 'Harbour'),
        p('The ferry is ', strong('back'), ', ', em('crew'), ' and ', link('all', 'https://example.org/list'), '.'),
        ul(li(p('Cargo'), ul(li(p('Coal')))), li(p('Mail'))),
        ol(li(p('First call'))),
        quote(p('\u201cWe never lost hope,\u201d said Mo Sato.')),
        block(
          'table',
          null,
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [p('A')] },
              { type: 'tableHeader', content: [p('B')] },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [p('Port')] },
              { type: 'tableCell', content: [p('Calls')] },
            ],
          },
        ),
      ),
    );
  });

  test('Gmail keeps what was answered to as a quotation', () => {
    expect(read('gmail').body).toEqual(
      doc(
        p('Two lines from the quay:'),
        p('On Mon, 2 Feb 2026 at 10:00, Mo Sato <', link('mo@example.org', 'mailto:mo@example.org'), '> wrote:'),
        quote(p('The ferry is back.'), p('Mail me.')),
      ),
    );
  });
});

describe('a paragraph of a word processor that is set in', () => {
  const word = (html: string) => readHtmlFragment(`<p class=MsoNormal>x</p>${html}`).body.content?.slice(1);

  test('is a quotation, alone or by its style, but no hanging line and no entry of a list', () => {
    expect(word("<p class=MsoNormal style='margin-left:1.0in'>Said.</p>")).toEqual([quote(p('Said.'))]);
    expect(word('<p class=MsoIntenseQuote>Said.</p>')).toEqual([quote(p('Said.'))]);
    expect(word("<p class=MsoNormal style='margin-left:1.0in;text-indent:-.5in'>Hang</p>")).toEqual([p('Hang')]);
    expect(word("<p class=MsoListParagraph style='margin-left:.5in'>Entry</p>")).toEqual([p('Entry')]);
    expect(readHtmlFragment("<p style='margin-left:1in'>A web page</p>").body).toEqual(doc(p('A web page')));
  });

  test('ends its quotation at whatever comes next, in a cell of a table too', () => {
    const row =
      "<tr><td><p class=MsoNormal style='margin-left:1.0in'>In</p></td><td><p class=MsoNormal>Out</p></td></tr>";
    expect(word(`<table>${row}</table><p class=MsoNormal>After</p>`)).toEqual([
      block('table', null, {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [quote(p('In'))] },
          { type: 'tableCell', content: [p('Out')] },
        ],
      }),
      p('After'),
    ]);
    expect(word('<p class=MsoQuote>In<br>side</p><ul><li>Entry</li></ul>')).toEqual([
      quote(p('In', br(), 'side')),
      ul(li(p('Entry'))),
    ]);
  });
});

test('a list of Word 2013 that is a list already stays as deep as it was', () => {
  const item = (text: string, level: number) => `<li style="mso-list:l0 level${String(level)} lfo1">${text}</li>`;
  const html = `<ul>${item('One', 1)}<ul>${item('Two', 2)}</ul></ul>`;
  expect(readHtmlFragment(html).body).toEqual(doc(ul(li(p('One'), ul(li(p('Two')))))));
});

test('what a clipboard left behind the end of the page is no text', () => {
  expect(readHtmlFragment('<html><body><p>One</p></body></html>\n;\u0011 VN').body).toEqual(doc(p('One')));
});
