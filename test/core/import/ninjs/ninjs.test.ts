import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import { ninjsImporter } from '../../../../src/core/import/ninjs/ninjs-importer.js';
import { readAll, readOne } from '../../../builders/import-context.js';

const cases = resolve(import.meta.dirname, '../../../cases/newsroom');
const bytesOf = (name: string): Uint8Array => readFileSync(resolve(cases, name));
const item = (more: object): string => JSON.stringify({ uri: 'urn:x:1', type: 'text', ...more });

describe('ninjs', () => {
  test.each(['ninjs-1.6-text.json', 'ninjs-3.1-text.json', 'ninjs-3.1-multimedia.json'])(
    'of any version gives the same story: %s',
    async (name) => {
      expect(chooseImporter({ fileName: name, bytes: bytesOf(name) })).toBe('ninjs');
      const { story } = await readOne(ninjsImporter, bytesOf(name));
      expect(story.content).toMatchObject({
        headline: 'Captain of wrecked cruise ship on trial in Italy',
        byline: "Paulo Santalucia and Frances d'Emilio",
        createdAt: expect.stringMatching(/^2013-07-09T10:3/u) as unknown,
      });
      expect(paragraphTexts(story.body)).toHaveLength(4);
    },
  );

  test('with a text that starts with its dateline prints no second one', async () => {
    const { story } = await readOne(ninjsImporter, bytesOf('ninjs-1.6-text.json'));
    expect([story.content.dateline, story.content.place]).toEqual([undefined, ['Grossetto, Italy']]);
    const plain = await readOne(
      ninjsImporter,
      item({ located: 'Oslo', headlines: [{ value: 'H' }], bodies: [{ value: '<p>Rain fell.</p>' }] }),
    );
    expect(plain.story.content.dateline).toEqual({ located: 'Oslo', date: null, text: 'Oslo' });
  });

  test('that breaks its schema and says nothing is refused by the field that it may not have', async () => {
    expect(await readAll(ninjsImporter, bytesOf('ninjs-invalid-extension.json'))).toMatchObject([
      {
        refused: { code: 'import.no-story', params: { detail: expect.stringContaining('embargoedreason') as unknown } },
      },
    ]);
  });

  test.each(['2.2', '3.1'])(
    '%s gives fields, topics, section, tags, pictures and cards each their place',
    async (version) => {
      const camel = version === '3.1';
      const key = (name: string): string => (camel ? name : name.toLowerCase());
      const text = item({
        standard: { name: 'ninjs', version },
        [key('pubStatus')]: 'usable',
        urgency: 7,
        [key('edNote')]: 'Check',
        [key('embargoedUntil')]: camel ? '2030-01-01T00:00:00Z' : undefined,
        embargoed: camel ? undefined : '2030-01-01T00:00:00Z',
        headlines: [
          { value: 'Main', role: 'main' },
          { value: 'Kick', role: 'kicker' },
        ],
        descriptions: [{ value: 'Dek', role: 'summary' }],
        bodies: [
          { role: 'text', [key('contentType')]: 'text/plain', value: 'Plain' },
          {
            role: 'main',
            [key('contentType')]: 'text/html',
            value: '<p>Rich <b>text</b></p><script>alert(1)</script>',
          },
        ],
        people: [{ name: 'Mara Kolb', rel: 'author' }],
        subjects: [
          { name: 'banks', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000350' },
          { name: 'World', rel: 'classifies' },
          { name: 'Harbour', rel: 'keyword' },
        ],
        associations: [
          {
            name: 'featuredimage',
            uri: 'u:1',
            type: 'picture',
            by: 'Photo/X',
            renditions: [{ href: 'file:media/a.jpg' }],
          },
          {
            name: 'p2',
            uri: 'u:2',
            type: 'picture',
            descriptions: [{ role: 'caption', value: 'Cap' }],
            renditions: [{ href: 'media/b.jpg' }],
          },
          { name: 'r', uri: 'https://example.org/r', type: 'text', headlines: [{ value: 'Other' }] },
          { name: 'v', uri: 'u:3', type: 'video' },
        ],
      });
      const { story, media, losses } = await readOne(ninjsImporter, text);
      expect(story).toMatchObject({
        content: {
          headline: 'Main',
          kicker: 'Kick',
          dek: 'Dek',
          urgency: 5,
          ednote: 'Check',
          embargo: { at: '2030-01-01T00:00:00.000Z', tz: 'UTC' },
          subjects: ['medtop:20000350'],
        },
        sectionName: 'World',
        tagNames: ['Harbour'],
        authorNames: ['Mara Kolb'],
        related: [{ url: 'https://example.org/r', headline: 'Other' }],
        leadImage: { key: 'media/a.jpg', credit: 'Photo/X' },
      });
      expect(media.map(({ key: path }) => path)).toEqual(['media/a.jpg', 'media/b.jpg']);
      expect(JSON.stringify(story.body)).not.toContain('alert');
      expect(paragraphTexts(story.body)[0]).toBe('Rich text');
      expect(losses.map(({ what }) => what)).toEqual(expect.arrayContaining(['urgency', 'association', 'script']));
    },
  );

  test('names a picture that leads out of its folder as one that was not fetched', async () => {
    const text = item({
      headlines: [{ value: 'H' }],
      associations: [
        {
          name: 'a',
          uri: 'u:1',
          type: 'picture',
          renditions: [{ href: '../../etc/passwd' }, { href: 'file:///etc/passwd' }],
        },
      ],
    });
    const { media, losses } = await readOne(ninjsImporter, text);
    expect([media, losses.map(({ what }) => what)]).toEqual([[], ['remoteImage']]);
  });

  test('of whatever JSON is a story or a refusal, and never an error', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), async (value, headlines) => {
        const text = JSON.stringify({ uri: 'u', headlines, bodies: value, subjects: value, associations: headlines });
        for (const result of await readAll(ninjsImporter, text))
          expect('story' in result || 'refused' in result).toBe(true);
        await readAll(ninjsImporter, JSON.stringify(value));
      }),
      { numRuns: 200 },
    ));

  test('keeps the words of a quote letter for letter', () =>
    fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Za-z“”«»'’&<>—–… .,]{1,60}$/u), async (words) => {
        // A whole tag makes a text of no said kind HTML; the half of one does not.
        fc.pre(!/<[^<>]*>/u.test(words));
        const quote = `said: “${words.trim()}”`;
        const { story } = await readOne(
          ninjsImporter,
          item({ headlines: [{ value: 'H' }], bodies: [{ value: quote }] }),
        );
        expect(paragraphTexts(story.body).join('\n')).toBe(quote.replace(/ +/gu, ' '));
      }),
      { numRuns: 200, examples: [['<P «'], ['a <p'], ['<br']] },
    ));

  test('is read as what it says that it is: HTML without a paragraph is HTML', async () => {
    const bodies = [{ contenttype: 'text/html', value: '<pre><code>a &lt; b</code></pre>' }];
    const { story } = await readOne(ninjsImporter, item({ headlines: [{ value: 'H' }], bodies }));
    expect(story.body.content).toMatchObject([{ type: 'codeBlock', content: [{ text: 'a < b' }] }]);
  });

  test('shows a picture that lies beside it where its text names the address of the page', async () => {
    const value = '<p>One.</p><figure><img src="https://post.example/x/media/a.jpg" alt="A"></figure><p>Two.</p>';
    const renditions = [{ name: 'web', href: 'file:media/a.jpg' }];
    const { story, media } = await readOne(
      ninjsImporter,
      item({ headlines: [{ value: 'H' }], bodies: [{ value }], associations: [{ type: 'picture', renditions }] }),
    );
    expect(story.body.content?.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph']);
    expect(media.map(({ key }) => key)).toEqual(['media/a.jpg']);
  });
});
