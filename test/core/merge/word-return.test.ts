import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentNode, StoryDocument } from '../../../src/core/document/document.js';
import { withBlockIds } from '../../../src/core/document/block-ids.js';
import { plainText } from '../../../src/core/document/plain-text.js';
import { returnDocx } from '../../../src/core/export/docx/return-docx.js';
import { readReturned, returnedFrom } from '../../../src/core/import/docx/returned-lines.js';
import { wordReturn } from '../../../src/core/merge/word-return.js';
import type { Story } from '../../../src/core/story/story.js';
import { anyBody } from '../../builders/any-body.js';
import { anyDocument } from '../../builders/any-document.js';
import { exportOptions, picture, rendition } from '../../builders/rendition.js';
import { countingIds, doc, h, li, p, story, testNow, text, ul } from '../../builders/story.js';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);
const idOf = (key: string): string => `new-${Buffer.from(key).toString('hex').slice(0, 400)}`;
const write = async (of: Story): Promise<Uint8Array> =>
  (
    await returnDocx(
      of,
      rendition({ media: { [picture(1)]: { width: 800, height: 600 } } }),
      'a'.repeat(64),
      exportOptions().pictureBytes,
    )
  ).bytes;
const with_ = (body: StoryDocument, fields: Partial<Story> = {}): Story =>
  story({ body: withBlockIds(body, countingIds(100)), ...fields });

/** A document whose XML somebody changed. */
function edited(bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  const next = change(xml);
  expect(next).not.toBe(xml);
  return zipSync({ ...parts, [part]: strToU8(next) });
}

async function back(of: Story, change: (bytes: Uint8Array) => Uint8Array): Promise<Story> {
  const bytes = await write(of);
  return wordReturn(of, readReturned(bytes, decode), readReturned(change(bytes), decode), idOf, testNow).story;
}
const change = (from: string | RegExp, to: string) => (bytes: Uint8Array) =>
  edited(bytes, (xml) => xml.replace(from, to));
const texts = (of: Story): readonly string[] =>
  (of.body.content ?? []).map((node) => plainText({ type: 'doc', content: [node] }));

describe('a document that comes back as it went', () => {
  test('changes nothing, whatever stands in the story', async () => {
    const records = {
      changes: {
        c1: { kind: 'insertion', personId: null, personName: 'Ines', at: '2026-02-03T09:00:00.000Z' },
        c2: { kind: 'deletion', personId: null, personName: 'Tom', at: '2026-02-03T09:01:00.000Z' },
      },
      annotations: {
        a1: {
          kind: 'comment' as const,
          resolved: false,
          thread: [{ text: 'Sure?', personId: null, personName: 'Ines', at: '2026-02-03T09:00:00.000Z' }],
        },
      },
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyBody(), anyDocument()), async (body) => {
        const of = with_(body, { ...records, dek: 'A dek.' });
        const used = await back(of, (bytes) => bytes);
        expect(used.body).toEqual(of.body);
        expect([used.headline, used.dek, used.annotations]).toEqual([of.headline, of.dek, of.annotations]);
      }),
      { numRuns: 300 },
    );
  });

  test('names the story and the state that it was made of; another document names none', async () => {
    const of = with_(doc(p('One.')));
    expect(returnedFrom(await write(of), decode)).toEqual({ story: of.id, state: 'a'.repeat(64) });
  });

  test('carries no source note, no legal flag, no internal note', async () => {
    const noted = (annotationId: string, words: string): DocumentNode =>
      text(words, { type: 'annotation', attrs: { annotationId } });
    const said = (kind: 'source' | 'legal', words: string) => ({
      kind,
      resolved: false,
      thread: [{ text: words, personId: null, personName: 'Ines', at: testNow.toISOString() }],
    });
    const of = with_(doc(p(noted('s', 'Said so. '), noted('l', 'And this.'))), {
      internalNote: 'SENTINEL-1',
      annotations: { s: said('source', 'SENTINEL-2'), l: said('legal', 'SENTINEL-3') },
    });
    const all = Object.values(unzipSync(await write(of)))
      .map((part) => strFromU8(part))
      .join('\n');
    expect(all).not.toContain('SENTINEL');
    expect((await back(of, (bytes) => bytes)).annotations).toEqual(of.annotations);
  });
});

describe('what a colleague did in the document', () => {
  const two = with_(doc(p('The ferry left at noon.'), p('Nobody was hurt.'), p('It was late.')));

  test('words typed over are words of the block; the others are as they were', async () => {
    const got = await back(two, change('at noon', 'at one'));
    expect(texts(got)).toEqual(['The ferry left at one.', 'Nobody was hurt.', 'It was late.']);
    expect(got.body.content?.[0]?.attrs).toEqual(two.body.content?.[0]?.attrs);
    expect(got.body.content?.[1]).toEqual(two.body.content?.[1]);
  });

  test('words that are tracked are suggestions, with who and when', async () => {
    const ins =
      '<w:r><w:t xml:space="preserve">The ferry </w:t></w:r><w:ins w:id="9" w:author="Tom" w:date="2026-02-03T11:00:00Z"><w:r><w:t xml:space="preserve">finally </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">left at </w:t></w:r><w:del w:id="8" w:author="Tom" w:date="2026-02-03T11:01:00Z"><w:r><w:delText>noon</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r>';
    const got = await back(two, change('<w:r><w:t xml:space="preserve">The ferry left at noon.</w:t></w:r>', ins));
    expect(plainText(got.body)).toContain('The ferry finally left at .');
    expect(Object.values(got.changes)).toEqual([
      { kind: 'insertion', personId: null, personName: 'Tom', at: '2026-02-03T11:00:00.000Z' },
      { kind: 'deletion', personId: null, personName: 'Tom', at: '2026-02-03T11:01:00.000Z' },
    ]);
    const marks = got.body.content?.[0]?.content?.flatMap((node) => (node.marks ?? []).map(({ type }) => type));
    expect(marks).toEqual(['insertion', 'deletion']);
  });

  test('paragraphs that are new, gone, split and joined are so here', async () => {
    const added = await back(two, (bytes) =>
      edited(bytes, (xml) =>
        xml.replace(
          /(<w:t xml:space="preserve">Nobody was hurt.<\/w:t><\/w:r><\/w:p>)/u,
          '$1<w:p><w:r><w:t>New words.</w:t></w:r></w:p>',
        ),
      ),
    );
    expect(texts(added)).toEqual(['The ferry left at noon.', 'Nobody was hurt.', 'New words.', 'It was late.']);
    const gone = await back(two, change(/<w:p>(?:(?!<\/w:p>).)*Nobody was hurt(?:(?!<\/w:p>).)*<\/w:p>/u, ''));
    expect(texts(gone)).toEqual(['The ferry left at noon.', 'It was late.']);
    const split = await back(two, change('was hurt.', 'was</w:t></w:r></w:p><w:p><w:r><w:t>hurt.'));
    expect(texts(split)).toEqual(['The ferry left at noon.', 'Nobody was', 'hurt.', 'It was late.']);
    const joined = await back(two, (bytes) =>
      edited(bytes, (xml) => xml.replace(/noon\.<\/w:t><\/w:r><\/w:p><w:p>/u, 'noon. </w:t></w:r>')),
    );
    expect(texts(joined)).toEqual(['The ferry left at noon. Nobody was hurt.', 'It was late.']);
  });

  test('a paragraph that was typed anew, without its mark, is the same block', async () => {
    const anew =
      /<w:bookmarkStart w:id="\d+" w:name="_cd_\d+"\/><w:bookmarkEnd w:id="\d+"\/>(<w:r><w:t xml:space="preserve">)Nobody was hurt\./u;
    const got = await back(two, change(anew, '$1Two were hurt.'));
    expect(texts(got)[1]).toBe('Two were hurt.');
    expect(got.body.content?.[1]?.attrs).toEqual(two.body.content?.[1]?.attrs);
  });

  test('paragraphs that were put elsewhere stand there', async () => {
    const got = await back(two, (bytes) =>
      edited(bytes, (xml) => {
        const paragraph = /<w:p>(?:(?!<\/w:p>).)*Nobody was hurt(?:(?!<\/w:p>).)*<\/w:p>/u.exec(xml)?.[0] ?? '';
        return xml.replace(paragraph, '').replace(/(late\.<\/w:t><\/w:r><\/w:p>)/u, `$1${paragraph}`);
      }),
    );
    expect(texts(got)).toEqual(['The ferry left at noon.', 'It was late.', 'Nobody was hurt.']);
  });

  test('headline, dek and the level of a heading', async () => {
    const of = with_(doc(h(2, 'Where it goes'), p('There.')), { dek: 'Old dek.' });
    const got = await back(of, (bytes) =>
      edited(bytes, (xml) =>
        xml.replace('Ferry returns', 'Ferry comes back').replace('Old dek', 'New dek').replace('Heading1', 'Heading2'),
      ),
    );
    expect([got.headline, got.dek]).toEqual(['Ferry comes back to the old harbour', 'New dek.']);
    expect(got.body.content?.[0]).toMatchObject({ type: 'heading', attrs: { level: 3 } });
  });

  test('a note that a program has lost stays, and what was typed beside it comes', async () => {
    const of = with_(doc(p('The ferry', { type: 'footnote', content: [text('The old one.')] }, ' left at noon.')));
    const lost = (bytes: Uint8Array): Uint8Array =>
      edited(bytes, (xml) =>
        xml.replace(
          /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference[^>]*\/><\/w:r>/u,
          '',
        ),
      );
    expect((await back(of, lost)).body).toEqual(of.body);
    const typed = await back(of, (bytes) => edited(lost(bytes), (xml) => xml.replace('at noon', 'at one')));
    expect(plainText(typed.body)).toContain('left at one');
    expect(JSON.stringify(typed.body)).toContain('The old one.');
  });

  test('a new entry of a list, and text behind the list', async () => {
    const of = with_(doc(ul(li(p('One')), li(p('Two'))), p('End.')));
    const item =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Three</w:t></w:r></w:p><w:p><w:r><w:t>Behind.</w:t></w:r></w:p>';
    const got = await back(of, (bytes) =>
      edited(bytes, (xml) => xml.replace(/(<w:t xml:space="preserve">Two<\/w:t><\/w:r><\/w:p>)/u, `$1${item}`)),
    );
    expect(got.body.content?.[0]?.content?.map((each) => plainText({ type: 'doc', content: [each] }))).toEqual([
      'One',
      'Two',
      'Three',
    ]);
    expect(texts(got).slice(1)).toEqual(['Behind.', 'End.']);
  });

  test('answers and new threads come, resolved ones are so; taken in twice they come once', async () => {
    const anchored: DocumentNode = p(
      text('The ferry', { type: 'annotation', attrs: { annotationId: 'a' } }),
      ' is back.',
    );
    const of = with_(doc(anchored), {
      annotations: {
        a: {
          kind: 'toCheck',
          resolved: false,
          thread: [{ text: 'Which ferry?', personId: null, personName: 'Ines', at: '2026-02-03T09:00:00.000Z' }],
        },
      },
    });
    const answer =
      '<w:comment w:id="7" w:author="Tom" w:date="2026-02-03T11:00:00Z"><w:p w14:paraId="7FFFFFF0"><w:r><w:t>The old one.</w:t></w:r></w:p></w:comment></w:comments>';
    const answered = (bytes: Uint8Array): Uint8Array =>
      edited(
        edited(
          edited(bytes, (xml) => xml.replace('</w:comments>', answer), 'word/comments.xml'),
          (xml) =>
            xml.replace(
              'w15:done="0"/>',
              'w15:done="1"/><w15:commentEx w15:paraId="7FFFFFF0" w15:paraIdParent="10000000" w15:done="1"/>',
            ),
          'word/commentsExtended.xml',
        ),
        (xml) =>
          xml
            .replace(
              '<w:commentRangeStart w:id="0"/>',
              '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="7"/>',
            )
            .replace('<w:commentRangeEnd w:id="0"/>', '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="7"/>'),
      );
    const got = await back(of, answered);
    expect(got.annotations['a']).toMatchObject({
      kind: 'toCheck',
      resolved: true,
      thread: [{ text: 'Which ferry?' }, { text: 'The old one.', personName: 'Tom' }],
    });
    expect(got.body).toEqual(of.body);
    expect(await back(of, answered)).toEqual(got);
  });
});
