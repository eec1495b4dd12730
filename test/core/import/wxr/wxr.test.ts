import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import type { ImportResult } from '../../../../src/core/import/importer.js';
import { wxrImporter } from '../../../../src/core/import/wxr/wxr-importer.js';
import { importContext, readAll, readOne } from '../../../builders/import-context.js';
import { sharedBytes, sharedMissing } from '../../../builders/shared-data.js';
import { storySchema } from '../../../../src/core/story/story.js';
import { story } from '../../../builders/story.js';

const head = '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title>';
const site = (...items: readonly string[]): string =>
  `${head}<wp:author><wp:author_login>mk</wp:author_login><wp:author_display_name><![CDATA[Mara Kolb]]></wp:author_display_name></wp:author>${items.map((item) => `<item>${item}</item>`).join('\n')}</channel></rss>`;
const post = (content: string, more = ''): string =>
  `<title>Tom &amp; Co</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded>${more}`;

const stories = (results: readonly ImportResult[]): readonly Extract<ImportResult, { story: unknown }>[] =>
  results.filter((result) => 'story' in result);
const textsOf = async (content: string): Promise<readonly string[]> =>
  paragraphTexts((await readOne(wxrImporter, site(post(content)))).story.body);

describe('a WordPress export', () => {
  test('gives fields each their place', async () => {
    const { story: read, losses } = await readOne(
      wxrImporter,
      site(
        post(
          'One.',
          '<link>https://example.org/p/1</link><guid>https://example.org/?p=1</guid><dc:creator>mk</dc:creator>' +
            '<excerpt:encoded><![CDATA[<p>Short &hellip;</p>]]></excerpt:encoded><wp:post_name>caf%c3%a9-opens</wp:post_name>' +
            '<wp:post_date_gmt>2024-03-01 10:00:00</wp:post_date_gmt>' +
            '<category domain="category" nicename="uncategorized">Uncategorized</category>' +
            '<category domain="category" nicename="harbour"><![CDATA[Harbour & Sea]]></category>' +
            '<category domain="category" nicename="town">Town</category>' +
            '<category domain="post_tag" nicename="boats">Boats</category>' +
            '<wp:comment><wp:comment_content>Nice</wp:comment_content></wp:comment>',
        ),
      ),
    );
    expect(read).toMatchObject({
      content: {
        sourceId: 'https://example.org/?p=1',
        headline: 'Tom & Co',
        dek: 'Short …',
        urlSlug: 'cafe-opens',
        firstPublishedAt: '2024-03-01T10:00:00.000Z',
      },
      sectionName: 'Harbour & Sea',
      tagNames: ['Town', 'Boats'],
      authorNames: ['Mara Kolb'],
      isPublished: true,
    });
    expect(losses).toEqual([{ what: 'comment', count: 1, detail: 'Comments of readers were not kept' }]);
  });

  test('is read in pieces of any length as it is read whole', async () => {
    const text = site(post('A post on </item> and <item>.'), post('Second.'), '<title>x & y < b</title>');
    const whole = await readAll(wxrImporter, text);
    for (const length of [1, 2, 3, 7, 64]) {
      async function* pieces(): AsyncIterable<string> {
        for (let at = 0; at < text.length; at += length) yield await Promise.resolve(text.slice(at, at + length));
      }
      const results: ImportResult[] = [];
      const read = wxrImporter.readStream?.({ fileName: 'x.xml', text: pieces() }, importContext) ?? [];
      for await (const result of read) results.push(result);
      expect(results).toEqual(whole);
    }
    expect(stories(whole).map(({ story: read }) => read.content.headline)).toEqual([
      'Tom & Co',
      'Tom & Co',
      'x & y < b',
    ]);
  });

  test('parts classic posts by blank lines, and leaves posts of blocks as they are', async () => {
    expect(await textsOf('One\ntwo\n\nThree <b>four</b>\n\n<ul>\n<li>Five</li>\n</ul>\nSix')).toEqual([
      'One\ntwo',
      'Three four',
      'Five',
      'Six',
    ]);
    expect(await textsOf('<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<p>Three</p>')).toEqual([
      'One two',
      'Three',
    ]);
  });

  test('keeps captions, lists pictures without fetching them, and reports short codes that stay as text', async () => {
    const caption =
      '[caption id="a" width="3"]<a href="https://example.org/x"><img src="https://example.org/a.jpg" alt="A" /></a> The harbour[/caption]';
    const { story: read, losses } = await readOne(
      wxrImporter,
      site(post(`${caption}\n\n[gallery ids="1,2"]\n\nHe said [sic] so.`)),
    );
    expect(paragraphTexts(read.body)).toEqual(['The harbour', '[gallery ids="1,2"]', 'He said [sic] so.']);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([
      ['shortcode', 1],
      ['remoteImage', 1],
    ]);
  });

  test('keeps drafts, private and locked posts from going out, and dates what was planned', async () => {
    const of = (status: string, more = ''): string =>
      `<wp:post_type>post</wp:post_type><wp:status>${status}</wp:status>${more}`;
    const results = await readAll(
      wxrImporter,
      site(
        of('draft', '<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>'),
        of('private'),
        of('publish', '<wp:post_password>x</wp:post_password>'),
        of('future', '<wp:post_date_gmt>2031-01-02 03:04:05</wp:post_date_gmt>'),
      ),
    );
    expect(stories(results).map(({ story: read }) => read.isPublished)).toEqual([false, false, false, false]);
    expect(stories(results)[3]?.story.content.schedule).toEqual({ at: '2031-01-02T03:04:05.000Z', tz: 'UTC' });
  });

  test('names what is no story, entry by entry', async () => {
    const results = await readAll(
      wxrImporter,
      site(
        '<wp:post_type>attachment</wp:post_type><wp:attachment_url>https://example.org/a.jpg</wp:attachment_url>',
        '<wp:post_type>nav_menu_item</wp:post_type>',
      ),
    );
    expect(results).toMatchObject([
      {
        refused: {
          code: 'import.no-story',
          params: { detail: expect.stringContaining('https://example.org/a.jpg') as string },
        },
      },
      { refused: { code: 'import.no-story', params: { detail: 'a line of a menu' } } },
    ]);
  });

  test.each([
    [
      'declares entities',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item></item></rss>',
      'entities of its own',
    ],
    ['was cut off', `${head}\n\n<item><title>x</title>`, 'line 3 has no end'],
    ['holds no entries', `${head}</channel></rss>`, 'no entries'],
  ])('that %s is refused clearly', async (_name, text, detail) => {
    const results = await readAll(wxrImporter, text);
    expect(results.at(-1)).toMatchObject({
      refused: { code: 'import.not-readable', params: { detail: expect.stringContaining(detail) as string } },
    });
  });

  test('takes time in proportion to its length whatever stands in it', async () => {
    const start = performance.now();
    for (const piece of ['<', '[caption ', '<pre ', '<p ', '&', '[a x=', '<!-- wp:x ', '<svg>', '<![CDATA', '</item'])
      await readAll(wxrImporter, site(post(piece.repeat(40_000))));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('the exports that others made', () => {
  test.each([
    ['wxr-small.xml', 6, 5],
    ['wxr-with-meta.xml', 1, 1],
  ])('%s: %d entries in, %d stories out', async (name, entries, out) => {
    const bytes = readFileSync(resolve(import.meta.dirname, '../../../cases/newsroom', name));
    expect(chooseImporter({ fileName: name, bytes })).toBe('wxr');
    const results = await readAll(wxrImporter, bytes);
    expect([results.length, stories(results).length]).toEqual([entries, out]);
  });

  test.skipIf(sharedMissing('data/newsroom/wxr-theme-unit-test.xml'))(
    'the test data of themes: 186 in, 186 out',
    async () => {
      const results = await readAll(wxrImporter, sharedBytes('data/newsroom/wxr-theme-unit-test.xml'));
      expect(results).toHaveLength(186);
      for (const { story: read } of stories(results)) {
        const { content, body } = read;
        expect(storySchema.safeParse({ ...story(), ...content, body }).error).toBeUndefined();
      }
      expect(stories(results)).toHaveLength(79);
    },
  );
});
