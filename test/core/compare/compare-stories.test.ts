import { describe, expect, test } from 'vitest';
import { compareStories } from '../../../src/core/compare/compare-stories.js';
import { doc, inserted, p, story } from '../../builders/story.js';

describe('the difference of two states of a story', () => {
  test('is nothing between a story and itself saved again', () => {
    const before = story();
    expect(compareStories(before, { ...before, modifiedAt: '2026-05-01T10:00:00.000Z' })).toMatchObject({
      fields: [],
      differences: 0,
    });
  });

  test('names the fields, those of a group by their part', () => {
    const before = story({ headline: 'Ferry returns', headlines: { web: 'Ferry', print: '', seo: '', social: '' } });
    const after = { ...before, headline: 'Ferry is back', headlines: { ...before.headlines, web: 'Boat' }, urgency: 2 };
    const { fields, differences } = compareStories(before, after);
    expect(fields.map(({ path }) => path)).toEqual(['headline', 'headlines.web', 'urgency']);
    expect(fields[0]?.words).toEqual([
      { kind: 'same', text: 'Ferry ' },
      { kind: 'removed', text: 'returns' },
      { kind: 'added', text: 'is back' },
    ]);
    expect(fields[2]).toMatchObject({ before: null, after: 2, words: null });
    expect(differences).toBe(3);
  });

  test('reads suggestions as accepted', () => {
    const before = story({ body: doc(p('The ferry', inserted(' is back'))) });
    expect(compareStories(before, { ...before, body: doc(p('The ferry is back')) }).differences).toBe(0);
  });
});
