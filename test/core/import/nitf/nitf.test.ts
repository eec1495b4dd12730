import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import { nitfImporter } from '../../../../src/core/import/nitf/nitf-importer.js';
import { readAll, readOne } from '../../../builders/import-context.js';

const nitf = (body: string, docdata = '', root = ''): string =>
  `<?xml version="1.0"?><nitf${root}><head><title>For search</title><docdata>${docdata}</docdata></head><body><body.head><hedline><hl1>Port &amp; Sea</hl1><hl2 class="kicker">Harbour</hl2></hedline><byline>By Mara Kolb</byline><dateline><location>Oslo</location></dateline><abstract><p>Short.</p></abstract></body.head><body.content>${body}</body.content><body.end><tagline>Mara Kolb writes.</tagline></body.end></body></nitf>`;

describe('NITF', () => {
  test.each(['', ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'])(
    'with and without its namespace gives fields each their place%s',
    async (root) => {
      const docdata =
        '<doc-id id-string="x-1" regsrc="ACME"/><date.issue norm="20240301T100000Z"/><date.release norm="20240302T100000Z"/>' +
        '<urgency ed-urg="2"/><ed-msg info="Check names"/><du-key key="vote" version="2"/><doc.copyright holder="ACME" year="2024"/>' +
        '<key-list><keyword key="boats"/></key-list><identified-content><classifier type="medtop" value="20000350"/></identified-content>';
      const text = nitf('<p>On <em class="bold">Monday</em>.</p>', docdata, root);
      expect(chooseImporter({ fileName: 'a.xml', bytes: new TextEncoder().encode(text) })).toBe('nitf');
      const { story } = await readOne(nitfImporter, text);
      expect(story).toMatchObject({
        content: {
          headline: 'Port & Sea',
          kicker: 'Harbour',
          dek: 'Short.',
          byline: 'Mara Kolb',
          headlines: { seo: 'For search' },
          dateline: { located: 'Oslo' },
          bodyFooter: 'Mara Kolb writes.',
          sourceId: 'x-1',
          urgency: 2,
          ednote: 'Check names',
          slugline: 'vote',
          copyrightNotice: '© 2024 ACME',
          createdAt: '2024-03-01T10:00:00.000Z',
          embargo: { at: '2024-03-02T10:00:00.000Z', tz: 'UTC' },
          subjects: ['medtop:20000350'],
        },
        tagNames: ['boats'],
      });
      expect(JSON.stringify(story.body)).toContain('"bold"');
    },
  );

  test('reads headings, lists, tables, quotes with their source and pictures with their texts', async () => {
    const { story, media } = await readOne(
      nitfImporter,
      nitf(
        '<hl2>Inside</hl2><hl2 class="h3">Deeper</hl2><ul><li>One</li></ul><table><tr><td>Cell</td><td>Other</td></tr></table>' +
          '<bq><block><p>Words.</p></block><credit>Mayor</credit></bq>' +
          '<media media-type="image"><media-reference source="media/a.jpg" mime-type="image/jpeg" alternate-text="Boat"/><media-caption>A boat</media-caption><media-producer>Ida</media-producer></media>' +
          '<media media-type="video"><media-caption>A film</media-caption></media>',
      ),
    );
    const types = (story.body.content ?? []).map(({ type, attrs }) => [
      type,
      attrs?.['level'] ?? attrs?.['attribution'] ?? attrs?.['credit'],
    ]);
    expect(types).toEqual([
      ['heading', 2],
      ['heading', 3],
      ['bulletList', undefined],
      ['table', undefined],
      ['blockquote', 'Mayor'],
      ['image', 'Ida'],
      ['paragraph', undefined],
    ]);
    expect(media).toMatchObject([{ key: 'media/a.jpg', alt: 'Boat' }]);
    expect(paragraphTexts(story.body).at(-1)).toBe('A film');
  });

  test('with the signs that old systems write, and with a bare "&", is read', async () => {
    const { story } = await readOne(nitfImporter, nitf('<p>R&D&nbsp;&mdash; caf&eacute; &unknown; &lt;b&gt;</p>'));
    expect(paragraphTexts(story.body)).toEqual(['R&D\u00a0— café &unknown; <b>']);
  });

  test('that was cut off is refused', async () => {
    expect(await readAll(nitfImporter, nitf('<p>On').slice(0, -40))).toMatchObject([
      { refused: { code: 'import.not-readable' } },
    ]);
  });
});
