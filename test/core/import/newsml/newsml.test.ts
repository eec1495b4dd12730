import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import { newsmlImporter } from '../../../../src/core/import/newsml/newsml-importer.js';
import { readAll, readOne } from '../../../builders/import-context.js';

const cases = resolve(import.meta.dirname, '../../../cases/newsroom');
const bytesOf = (name: string): Uint8Array => readFileSync(resolve(cases, name));
const ns = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';
const newsItem = (meta: string, content: string): string =>
  `<newsItem ${ns} guid="urn:x:1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta>${meta}</contentMeta><contentSet>${content}</contentSet></newsItem>`;

describe('NewsML-G2', () => {
  test('with a text in NITF gives its story with topics and rights', async () => {
    const bytes = bytesOf('newsml-g2-text.xml');
    expect(chooseImporter({ fileName: 'a.xml', bytes })).toBe('newsml-g2');
    const { story } = await readOne(newsmlImporter, bytes);
    expect(story).toMatchObject({
      content: {
        headline: 'Fed to halt QE to avert "bubble"',
        slugline: 'US-Finance-Fed',
        byline: 'Meredith Jameson',
        language: 'en-US',
        source: 'Associated Press',
        copyrightHolder: 'Acme News and Media LLC',
        subjects: ['medtop:04000000', 'medtop:20000350', 'medtop:20000379'],
        place: ['New York, NY'],
        sourceId: 'urn:newsml:acmenews.com:20161121:US-FINANCE-FED',
      },
      authorNames: ['Meredith Jameson'],
    });
    expect(paragraphTexts(story.body)).toHaveLength(2);
  });

  test('that is a piece without its item still gives the story in it', async () => {
    const { story } = await readOne(newsmlImporter, bytesOf('newsml-g2-with-nitf.xml'));
    expect(story.content.headline).toBe('Arizona Diamondbacks (29-23) at Philadelphia Phillies (26-24), 7:05p.m.');
    expect(story.content.dek).toContain('A pair of teams');
  });

  test.each([
    ['newsml-g2-package.xml', 'a package that lists other items'],
    ['newsml-g2-photo.xml', 'a picture'],
  ])('that is no story is refused by what it is: %s', async (name, said) => {
    expect(await readAll(newsmlImporter, bytesOf(name))).toMatchObject([
      { refused: { code: 'import.no-story', params: { detail: expect.stringContaining(said) as unknown } } },
    ]);
  });

  test('reads XHTML, HTML in a string and plain text, and each item of a message', async () => {
    const xhtml = newsItem(
      '<headline>One</headline><description role="drol:summary">Dek</description><keyword>Harbour</keyword><urgency>2</urgency>',
      '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>On <em>Monday</em></p><script>x</script></body></html></inlineXML>',
    );
    const html = newsItem(
      '<headline>Two</headline>',
      '<inlineData contenttype="text/html"><![CDATA[<p>Tuesday</p>]]></inlineData>',
    );
    const plain = newsItem(
      '<headline>Three</headline>',
      '<inlineData contenttype="text/plain">Wednesday &amp;mdash; late</inlineData>',
    );
    const message = `<newsMessage ${ns}><header><sent>2020-01-01T00:00:00Z</sent></header><itemSet>${xhtml}${html}${plain}<conceptItem guid="c"/></itemSet></newsMessage>`;
    const results = await readAll(newsmlImporter, message);
    const texts = results.map((result) => ('story' in result ? paragraphTexts(result.story.body) : 'refused'));
    expect(texts).toEqual([['On Monday'], ['Tuesday'], ['Wednesday &mdash; late'], 'refused']);
    expect(results[0]).toMatchObject({ story: { content: { dek: 'Dek', urgency: 2 }, tagNames: ['Harbour'] } });
  });

  test('that declares entities, or is too deep, is refused and nothing expands', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${newsItem('<headline>&b;</headline>', '')}`;
    expect(await readAll(newsmlImporter, bomb)).toMatchObject([{ refused: { code: 'import.not-readable' } }]);
    const deep = newsItem('', '<inlineXML>' + '<div>'.repeat(2_000) + '</div>'.repeat(2_000) + '</inlineXML>');
    expect(await readAll(newsmlImporter, deep)).toMatchObject([{ refused: { code: 'input.too-large' } }]);
  });
});
