import { describe, expect, test } from 'vitest';
import { cardExcerpt, dekFromBody } from '../../../src/core/text/excerpt.js';
import mixed from '../../cases/text/mixed-direction.json' with { type: 'json' };
import type { StoryDocument } from '../../../src/core/document/document.js';
import { deleted, doc, h, img, inserted, p } from '../../builders/story.js';

const first =
  'Ukraine and Russia returned to the negotiating table this week as a new round of peace talks took place in the ' +
  'United Arab Emirates, raising cautious hopes for progress even as fighting continues on the ground.';

describe('the line under a headline that has no dek', () => {
  test('is the first 24 words of the first paragraph, cut without a mark', () => {
    expect(dekFromBody(doc(p(first)), 24)).toBe(
      'Ukraine and Russia returned to the negotiating table this week as a new round of peace talks took place in the ' +
        'United Arab Emirates,',
    );
  });

  test('comes from running text, not from a heading, a caption or a refused word', () => {
    const body = doc(
      img({ caption: 'A port' }),
      h(2, 'What we know'),
      p(),
      p(deleted('Two'), inserted('Three'), ' ships left'),
    );
    expect(dekFromBody(body, 2)).toBe('Three ships');
  });
});

describe('the text of a card', () => {
  test('is the first 12 words of the dek with three dots', () => {
    expect(
      cardExcerpt('A newly released Justice Department photo shows Jeffrey Epstein at a 2015 dinner.', doc(p('x')), 12),
    ).toBe('A newly released Justice Department photo shows Jeffrey Epstein at a 2015...');
  });

  test('has no dots where no word was cut', () => {
    expect(cardExcerpt('Short dek.', doc(p('x')), 12)).toBe('Short dek.');
    const chinese = '气候变化。';
    expect(cardExcerpt(chinese, doc(p('x')), 40)).toBe(chinese);
    const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(chinese)].filter((s) => s.isWordLike);
    expect(cardExcerpt(chinese, doc(p('x')), words.length)).toBe(chinese);
  });

  test('comes from the body where there is no dek, across paragraphs', () => {
    expect(cardExcerpt('  ', doc(h(2, 'Live'), p('One two'), p('three four')), 3)).toBe('One two three...');
  });

  test('stays well formed at any length in text of mixed direction and joined emoji', () => {
    for (let words = 1; words < 20; words += 1) {
      const cut = cardExcerpt('', mixed as StoryDocument, words);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut).not.toContain('\ufffd');
    }
  });
});
