import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { textImporter } from '../../../../src/core/import/text/text-importer.js';
import { readOne } from '../../../builders/import-context.js';

const seed = readFileSync(new URL('../../../cases/import/seed-page.txt', import.meta.url), 'utf8');

describe('a published page that was copied as text', () => {
  test('gives section, headline, dek, body and cards of the seed page each to its place', async () => {
    const { story } = await readOne(textImporter, seed);
    expect(story.sectionName).toBe('International');
    expect(story.content.headline).toBe('Ukraine–Russia Peace Talks Resume in the UAE Amid Ongoing Fighting');
    expect(story.content.dek).toHaveLength(132);
    expect(story.content.dek).toMatch(/^Ukraine and Russia returned .* United Arab Emirates,$/u);
    expect(story.related).toEqual([
      {
        url: null,
        section: 'International',
        headline: 'Justice Department releases 2015 Epstein dinner photo featuring Musk and Zuckerberg',
        excerpt: 'A newly released Justice Department photo shows Jeffrey Epstein at a 2015...',
        imageAlt: 'Justice Department releases 2015 Epstein dinner photo',
      },
      {
        url: null,
        section: 'International',
        headline: 'Mexico to Send Food Aid to Cuba by Monday Amid U.S. Oil Pressure',
        excerpt: 'Mexico plans to send humanitarian aid to Cuba by Monday, mainly consisting...',
        imageAlt: 'Mexico to Send Food Aid to Cuba by Monday Amid U.S. Oil Pressure',
      },
      {
        url: null,
        section: 'International',
        headline: 'European Leaders Warn of Growing Climate and Security Threats as Global Risks Increase',
        excerpt: 'European leaders are warning that climate change is increasingly merging with security...',
        imageAlt: 'European Leaders Warn of Growing Climate',
      },
    ]);
  });

  test('keeps every paragraph of the seed page word for word and in order', async () => {
    const { story } = await readOne(textImporter, seed);
    const groups = seed.split('\n\n');
    const body = groups.slice(groups.findIndex((group) => group.startsWith('Share')) + 1, groups.lastIndexOf('Share'));
    expect(body).toHaveLength(11);
    expect(paragraphTexts(story.body)).toEqual(body);
  });

  test('says which furniture was left out', async () => {
    const { losses } = await readOne(textImporter, seed);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([
      ['share', 3],
      ['commentForm', 3],
    ]);
  });

  test('reads the same page with Windows line ends, a byte order mark and blank lines with spaces in them', async () => {
    const windows = `\ufeff${seed.replaceAll('\n\n', '\n  \n').replaceAll('\n', '\r\n')}`;
    expect(await readOne(textImporter, windows)).toEqual(await readOne(textImporter, seed));
  });

  test('reads a page without section, dek and cards', async () => {
    const page =
      'A ferry returns to the old harbour\n\nShare\nCopy link\n\nThe ferry is back.\n\nIt left in 2009.\n\nShare\n\nLeave a comment';
    const { story } = await readOne(textImporter, page);
    expect(story.content).toEqual({ headline: 'A ferry returns to the old harbour' });
    expect(paragraphTexts(story.body)).toEqual(['The ferry is back.', 'It left in 2009.']);
    expect(story.related).toEqual([]);
  });
});

describe('plain text', () => {
  test('takes a short first line that ends no sentence as the headline', async () => {
    const { story } = await readOne(textImporter, 'Ferry returns\n\nThe ferry is back.\n\nPeople cheered.');
    expect(story.content.headline).toBe('Ferry returns');
    expect(paragraphTexts(story.body)).toEqual(['The ferry is back.', 'People cheered.']);
  });

  test('leaves the headline open when the text starts with a sentence', async () => {
    const { story } = await readOne(textImporter, 'The ferry is back.\n\nPeople cheered.');
    expect(story.content).toEqual({});
    expect(paragraphTexts(story.body)).toEqual(['The ferry is back.', 'People cheered.']);
  });

  test('takes a first line for the section when the library has one of that name', async () => {
    const { story } = await readOne(textImporter, 'Culture\nTheatre reopens\n\nThe curtain rose.', {
      sectionNames: ['culture'],
    });
    expect([story.sectionName, story.content.headline]).toEqual(['Culture', 'Theatre reopens']);
  });

  test('joins lines that a program wrapped, and leaves verses as they are', async () => {
    const wrapped =
      'Title of it\n\nGovernment websites are written for an extraordinarily diverse group of\nusers. They come to our websites with different knowledge, backgrounds,\nand abilities. Our content has to take into account many overlapping\nand diverging characteristics.\n\nAnd so on.';
    expect(paragraphTexts((await readOne(textImporter, wrapped)).story.body)[0]).toMatch(
      /group of users\. .* overlapping and/u,
    );
    const verses = 'A song\n\nRow, row\nrow your boat\n\ngently down\nthe stream';
    expect(paragraphTexts((await readOne(textImporter, verses)).story.body)).toEqual([
      'Row, row\nrow your boat',
      'gently down\nthe stream',
    ]);
  });

  test('keeps the words "share" and "comments" where they are part of a text', async () => {
    const { story, losses } = await readOne(
      textImporter,
      'Prices fall\n\nThe share of rents rose.\n\nComments were few.',
    );
    expect(paragraphTexts(story.body)).toEqual(['The share of rents rose.', 'Comments were few.']);
    expect(losses).toEqual([]);
  });

  test('reads UTF-16 by its mark and windows-1252 where the bytes are not UTF-8', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from('Größe\n\nText.').flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    expect((await readOne(textImporter, utf16)).story.content.headline).toBe('Größe');
    const latin = new Uint8Array(Array.from('Gr\u00f6\u00dfe\n\nText\u0085').map((letter) => letter.charCodeAt(0)));
    const read = await readOne(textImporter, latin);
    expect([read.story.content.headline, paragraphTexts(read.story.body), read.losses[0]?.what]).toEqual([
      'Größe',
      ['Text…'],
      'encoding',
    ]);
  });
});
