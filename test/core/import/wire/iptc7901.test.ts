import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import { iptc7901Importer } from '../../../../src/core/import/wire/iptc7901-importer.js';
import { readAll, readOne } from '../../../builders/import-context.js';

const message = (text: string, header = 'abc0123 4 pl 045  Vote/Harbour'): string =>
  `\u0001${header}\r\n\u0002${text}\u0003\r\n`;

describe('wire text of IPTC 7901', () => {
  test('gives headline, dateline, source and paragraphs without the breaks of the wire', async () => {
    const text = message(
      'Talks resume\r\nin Oslo =\r\n   Oslo (abc) - Delegates met on Monday, and\r\nthe mayor said: "We will\r\nstay."\r\n   Rain fell.\r\n',
    );
    expect(chooseImporter({ fileName: 'in.txt', bytes: new TextEncoder().encode(text) })).toBe('iptc7901');
    const { story, losses } = await readOne(iptc7901Importer, text);
    expect(story.content).toMatchObject({
      headline: 'Talks resume in Oslo',
      slugline: 'Vote/Harbour',
      urgency: 4,
      source: 'abc',
      dateline: { located: 'Oslo', text: 'Oslo (abc)' },
    });
    expect(paragraphTexts(story.body)).toEqual([
      'Delegates met on Monday, and the mayor said: "We will stay."',
      'Rain fell.',
    ]);
    expect(losses.map(({ what }) => what)).toEqual(['category']);
  });

  test('with several messages gives several stories, the last one cut off and said so', async () => {
    const results = await readAll(
      iptc7901Importer,
      message('A =\r\n   One.\r\n') + message('B =\r\n   Two.').slice(0, -3),
    );
    expect(results).toMatchObject([
      { story: { content: { headline: 'A' } } },
      {
        story: { content: { headline: 'B' } },
        losses: expect.arrayContaining([expect.objectContaining({ what: 'cutOff' })]) as unknown,
      },
    ]);
  });

  test('in an old code page keeps its quotes, and says so', async () => {
    const bytes = Uint8Array.from(
      message('Caf\u00e9 =\r\n   \u0093Yes\u0094.\r\n'),
      (letter) => letter.codePointAt(0) ?? 0,
    );
    const { story, losses } = await readOne(iptc7901Importer, bytes);
    expect([story.content.headline, ...paragraphTexts(story.body)]).toEqual(['Café', '“Yes”.']);
    expect(losses.map(({ what }) => what)).toContain('encoding');
  });

  test('without its signs is refused', async () => {
    expect(await readAll(iptc7901Importer, 'Just text')).toMatchObject([{ refused: { code: 'import.not-readable' } }]);
  });
});
