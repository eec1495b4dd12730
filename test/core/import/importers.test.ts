import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../src/core/document/plain-text.js';
import { chooseImporter, importers } from '../../../src/core/import/importers.js';
import { readMarkdown } from '../../../src/core/import/markdown/markdown-importer.js';
import { storyJson } from '../../../src/core/export/story-json.js';
import { readAll, readOne } from '../../builders/import-context.js';
import { sharedBytes, sharedMissing, sharedText } from '../../builders/shared-data.js';
import { doc, h, li, p, story, strong, ul } from '../../builders/story.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the format of a file', () => {
  test.each([
    ['a.md', 'x', 'markdown'],
    ['a.HTM', 'x', 'html'],
    ['a.jsonl.gz', '{}', 'jsonl'],
    ['a.txt', 'Just text', 'text'],
    ['a.txt', '<!doctype html><p>x', 'html'],
    ['saved', '<html lang="en"><body>', 'html'],
    ['saved', '---\ntitle: x\n---\ny', 'markdown'],
    ['saved', storyJson(story(), null), 'json'],
    ['-', 'Some words', 'text'],
    ['a.docx', 'PK\u0003\u0004', 'docx'],
    ['a', 'PK\u0003\u0004', undefined],
    ['a.odt', 'PK\u0003\u0004 [Content_Types].xml word/document.xml', 'docx'],
    ['a', '%PDF-1.7', undefined],
    ['a', 'a\u0000b', undefined],
  ])('of "%s" that starts with %j is %s', (fileName, content, format) => {
    expect(chooseImporter({ fileName, bytes: bytes(content) })).toBe(format);
  });
});

describe('JSON Lines', () => {
  test('give a story a line; a bad line is refused by its number and the rest goes on', async () => {
    const lines = [
      '{"id":"a1","title":"Ferry  returns","section":"Harbour","tags":["boats"],"date":"2026-02-03","lang":"de","body":"One.\\n\\nTwo.","dek":"Back."}',
      'not json',
      '',
      '{"id":"a2","body":"no title"}',
      '{"id":7,"title":"Only this","body":"","url":"https://example.org/","extra":1}',
    ];
    const [first, second, third, fourth] = await readAll(importers.jsonl, lines.join('\n'));
    expect(first).toMatchObject({
      story: {
        content: {
          sourceId: 'a1',
          headline: 'Ferry returns',
          dek: 'Back.',
          language: 'de',
          firstPublishedAt: '2026-02-03T00:00:00.000Z',
        },
        sectionName: 'Harbour',
        tagNames: ['boats'],
        body: doc(p('One.'), p('Two.')),
      },
      losses: [],
    });
    expect(second).toEqual({ refused: { code: 'import.not-readable', params: { detail: 'line 2 is not JSON' } } });
    expect(third).toMatchObject({ refused: { code: 'import.not-readable' }, sourceId: 'a2' });
    expect(fourth).toMatchObject({
      story: { content: { sourceId: '7', language: 'en-GB' } },
      losses: [{ what: 'field:extra' }, { what: 'field:url' }],
    });
  });

  test
    .skipIf(sharedMissing('data/news/events-2025.jsonl.gz'))
    .each(['events-2025', 'longform-2012-2015', 'wikinews-2019', 'headlines-multilingual-2022'])(
    'of %s give every story, with every word of its body',
    async (name) => {
      const path = `data/news/${name}.jsonl.gz`;
      const results = await readAll(importers.jsonl, sharedBytes(path));
      const lines = sharedText(path)
        .split('\n')
        .filter((line) => line !== '');
      expect(results).toHaveLength(lines.length);
      for (const [at, result] of results.entries()) {
        if (!('story' in result)) throw new Error(JSON.stringify(result));
        const line = JSON.parse(lines[at] ?? '') as { id: string; body: string };
        expect(result.story.content.sourceId).toBe(line.id);
        // The marker of a list is no word of it.
        const letters = (text: string): string => text.replace(/^[ \t]*[-*•][ \t]+/gmu, '').replace(/\s/gu, '');
        const isSame = letters(paragraphTexts(result.story.body).join('\n')) === letters(line.body);
        expect(isSame, line.id).toBe(true);
      }
    },
    60_000,
  );
});

describe('Markdown', () => {
  const read = (file: string) => {
    const result = readMarkdown(file);
    if (!('story' in result)) throw new Error(JSON.stringify(result));
    return result;
  };

  test('with front matter of Hugo, Jekyll or Eleventy gives fields, and says which it did not know', () => {
    const { story: made, losses } = read(
      '---\ntitle: "Ferry: back"\nsummary: It is back.\ndate: 2026-02-03 10:00:00 -0500\ncategories: [Harbour, Boats]\ntags: [a, a, b]\nauthor: Maren Holt and Tomás Aguiar\nslug: ferry\nlang: en-GB\ndraft: true\nweight: 3\nimage: /img/a.jpg\n---\nText **bold**.\n\n## Two\n\n- One\n',
    );
    expect(made).toMatchObject({
      content: {
        headline: 'Ferry: back',
        dek: 'It is back.',
        urlSlug: 'ferry',
        language: 'en-GB',
        firstPublishedAt: '2026-02-03T15:00:00.000Z',
      },
      sectionName: 'Harbour',
      tagNames: ['a', 'b', 'Boats'],
      authorNames: ['Maren Holt', 'Tomás Aguiar'],
      leadImage: { key: 'img/a.jpg' },
    });
    expect(made.body).toEqual(doc(p('Text ', strong('bold'), '.'), h(2, 'Two'), ul(li(p('One')))));
    expect(losses.map(({ what }) => what)).toEqual(['field:weight']);
  });

  test('without a title takes its first heading for the headline', () => {
    const { story: made } = read('# A *fine* ferry\n\nText.');
    expect([made.content.headline, made.body]).toEqual(['A fine ferry', doc(p('Text.'))]);
  });

  test('keeps a line of dashes at the start that is no front matter, and Windows line ends', () => {
    expect(read('---\n\nText.').story.body).toEqual(doc({ type: 'horizontalRule' }, p('Text.')));
    expect(read('---\r\ntitle: x\r\n---\r\nText.\r\n').story).toMatchObject({
      content: { headline: 'x' },
      body: doc(p('Text.')),
    });
  });

  test('is refused with a reason when its front matter cannot be read', () => {
    expect(readMarkdown('+++\ntitle = "x"\n+++\n')).toMatchObject({
      refused: { params: { detail: expect.stringContaining('TOML') as string } },
    });
    expect(readMarkdown('---\ntitle: "x\n---\nText')).toMatchObject({
      refused: { params: { detail: expect.stringContaining('line') as string } },
    });
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefgh')
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefgh'[at] ?? 'a'}`)
            .join(',')}]`,
      )
      .join('\n')}\n---\n`;
    expect(readMarkdown(bomb)).toMatchObject({ refused: { code: 'import.not-readable' } });
  });

  test('lets HTML in through the same fence as a page', () => {
    const { story: made, losses } = read(
      'Text <script>alert(1)</script> <a href="javascript:x">link</a>\n\n[bad](javascript:alert(1)) [good](https://example.org)',
    );
    expect(JSON.stringify(made.body)).not.toMatch(/script|alert/u);
    expect(losses.map(({ what }) => what)).toEqual(['script', 'unsafeLink']);
  });

  test
    .skipIf(sharedMissing('data/newsroom/hugo-post-1.md'))
    .each(['hugo-post-1', 'hugo-post-2', 'hugo-post-3', 'jekyll-style-post-1', 'jekyll-style-post-2'])(
    'of a real site is read: %s',
    (name) => {
      const { story: made } = read(sharedText(`data/newsroom/${name}.md`));
      expect(made.content.headline).not.toBe('');
      expect(paragraphTexts(made.body).length).toBeGreaterThan(5);
    },
  );
});

test('a page, a text and a story that are refused or read never throw', async () => {
  for (const format of ['text', 'html', 'markdown', 'json', 'jsonl'] as const)
    for (const content of ['', '\ufeff', '\ud800', '{', '---\n', '<', '\u0001\u0002'])
      expect(Array.isArray(await readAll(importers[format], content))).toBe(true);
  expect((await readOne(importers.text, 'x')).story.body).toEqual(doc(p('x')));
});
