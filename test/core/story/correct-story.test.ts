import { describe, expect, test } from 'vitest';
import { correctStory, type Correction } from '../../../src/core/story/correct-story.js';
import { findPassages } from '../../../src/core/story/find-passages.js';
import { block, doc, inserted, story, testNow, text } from '../../builders/story.js';

const published = story({
  headline: 'Mayor Smith resigns',
  dek: 'Smith was in office for ten years.',
  body: doc(
    block(
      'paragraph',
      { blockId: 'a' },
      text('Mayor '),
      text('Jo', { type: 'bold' }),
      text('hn Smith resigned on '),
      inserted('Monday'),
      text('.'),
    ),
    block('image', { blockId: 'b', caption: 'John Smith in May', alt: '', credit: '', media: '' }),
  ),
});
const correction = (fields: Partial<Correction>): Correction => ({
  wrong: '',
  right: '',
  note: '',
  type: 'correction',
  place: null,
  at: null,
  ...fields,
});

describe('words of a published story', () => {
  test('are found in fields, across marks and in captions, with what stands around them', () => {
    expect(findPassages(published, 'Smith').map(({ where, before, after }) => [where, before, after])).toEqual([
      ['headline', 'Mayor ', ' resigns'],
      ['dek', '', ' was in office for ten years.'],
      ['body:a', 'Mayor John ', ' resigned on Monday.'],
      ['body:b', 'John ', ' in May'],
    ]);
    expect(findPassages(published, 'John Smith')).toHaveLength(2);
    expect(findPassages(published, '')).toEqual([]);
  });

  test('are corrected in one place with the look of their first letter, and a note says so in the story’s language', () => {
    const corrected = correctStory(
      published,
      correction({ wrong: 'John Smith resigned', right: 'Jane Smyth resigned' }),
      testNow,
    );
    expect(corrected.body.content?.[0]?.content).toEqual([
      text('Mayor '),
      text('Jane Smyth resigned', { type: 'bold' }),
      text(' on Monday.'),
    ]);
    expect(corrected.corrections).toEqual([
      {
        type: 'correction',
        text: 'An earlier version of this story said “John Smith resigned”. It should have said “Jane Smyth resigned”.',
        at: testNow.toISOString(),
        place: 'end',
      },
    ]);
    const german = correctStory(
      { ...published, language: 'de-AT' },
      correction({ wrong: 'ten', right: 'nine' }),
      testNow,
    );
    expect(german.corrections[0]?.text).toBe(
      'In einer früheren Fassung dieses Textes stand „ten“. Richtig ist: „nine“.',
    );
  });

  test('in several places are named, and one of them or all can be chosen', () => {
    const many = correction({ wrong: 'Smith', right: 'Smyth' });
    expect(() => correctStory(published, many, testNow)).toThrow(/4 places/u);
    const one = correctStory(published, { ...many, at: 1 }, testNow);
    expect([one.headline, one.dek]).toEqual(['Mayor Smith resigns', 'Smyth was in office for ten years.']);
    expect(findPassages(correctStory(published, { ...many, at: 'all' }, testNow), 'Smith')).toEqual([]);
  });

  test('that do not stand there, or a correction of nothing, are refused', () => {
    expect(() => correctStory(published, correction({ wrong: 'Jones', right: 'x' }), testNow)).toThrow(
      'correction.not-found',
    );
    expect(() => correctStory(published, correction({ wrong: 'Smith', right: 'x', at: 9 }), testNow)).toThrow(
      'correction.not-found',
    );
    expect(() => correctStory(published, correction({}), testNow)).toThrow('correction.nothing');
    const noted = correctStory(published, correction({ note: 'We regret.', type: 'retraction' }), testNow);
    expect(noted.corrections).toMatchObject([{ text: 'We regret.', type: 'retraction', place: 'top' }]);
    expect(noted.headline).toBe(published.headline);
  });
});
