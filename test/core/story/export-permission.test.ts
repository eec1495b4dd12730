import { describe, expect, test } from 'vitest';
import { assertMayLeave, isEmbargoed } from '../../../src/core/story/export-permission.js';
import { storyStates } from '../../../src/core/story/states.js';
import { testNow } from '../../builders/story.js';

const embargo = { at: '2026-02-03T12:00:00.000Z', tz: 'Europe/Berlin' };

describe('what may leave', () => {
  test('is the edition of a published or corrected story, and a proof of one that is on its way', () => {
    const kinds = Object.fromEntries(
      storyStates
        .filter((state) => !['spiked', 'killed', 'recalled'].includes(state))
        .map((state) => [state, assertMayLeave({ state, embargo: null }, testNow)]),
    );
    expect(kinds).toEqual({
      draft: 'proof',
      inProgress: 'proof',
      submitted: 'proof',
      approved: 'proof',
      scheduled: 'proof',
      unpublished: 'proof',
      published: 'edition',
      corrected: 'edition',
    });
  });

  test.each(['spiked', 'killed', 'recalled'] as const)('is never a %s story', (state) => {
    expect(() => assertMayLeave({ state, embargo: null }, testNow)).toThrow('export.withheld');
  });

  test('is no embargoed story until the very instant', () => {
    expect(() => assertMayLeave({ state: 'approved', embargo }, testNow)).toThrow(/2026-02-03T12:00.*Europe\/Berlin/);
    expect(isEmbargoed({ embargo }, new Date('2026-02-03T11:59:59.999Z'))).toBe(true);
    expect(isEmbargoed({ embargo }, new Date('2026-02-03T12:00:00.000Z'))).toBe(false);
    expect(assertMayLeave({ state: 'published', embargo }, new Date('2026-02-03T12:00:00.000Z'))).toBe('edition');
  });
});
