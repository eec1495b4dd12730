import { describe, expect, test } from 'vitest';
import { characters, defaultLimits, limitsFor, measure, noLimits } from '../../../src/core/story/limits.js';
import { settingsSchema, defaultSettings } from '../../../src/core/publication/settings.js';

describe('limits', () => {
  test('are the template’s where it sets one and the publication’s elsewhere', () => {
    const limits = limitsFor(defaultLimits, {
      ...noLimits,
      headline: { min: 20, max: null },
      words: { min: null, max: 150 },
    });
    expect(limits.headline).toEqual({ min: 20, max: 120 });
    expect([limits.words.max, limits.dek.max]).toEqual([150, 300]);
  });

  test('count what a person sees: an emoji is one, blanks at the ends are none', () => {
    expect(characters('  Ferry 🚢 ')).toBe(7);
  });

  test('an empty field is not too short', () => {
    expect(measure(0, { min: 20, max: 90 })).toEqual({ length: 0, over: 0, under: 0 });
    expect(measure(95, { min: 20, max: 90 }).over).toBe(5);
    expect(measure(15, { min: 20, max: 90 }).under).toBe(5);
  });

  test('are there in settings that an older version wrote', () => {
    const { limits: _limits, sluglinePattern: _pattern, ...old } = defaultSettings;
    expect(settingsSchema.parse(old)).toEqual(defaultSettings);
  });
});
