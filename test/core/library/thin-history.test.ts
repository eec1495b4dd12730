import { describe, expect, test } from 'vitest';
import { thinnedStates, type KeptState } from '../../../src/core/library/thin-history.js';
import type { StoryState } from '../../../src/core/story/states.js';

const now = new Date('2026-03-20T12:00:00.000Z');
const minute = 60_000;

/** A state saved so many minutes ago; its number is its age. */
const saved = (minutesAgo: number, state: StoryState = 'draft', name: string | null = null): KeptState => ({
  version: `v${String(minutesAgo)}`,
  facts: { savedAt: new Date(now.getTime() - minutesAgo * minute).toISOString(), state, name },
});
const left = (states: readonly KeptState[], needed = ''): string[] => {
  const gone = new Set(thinnedStates(states, now, (version) => version === needed));
  return states.filter((state) => !gone.has(state)).map(({ version }) => version);
};
const every = (step: number, from: number, to: number): KeptState[] =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, at) => saved(from + at * step));

describe('old states of a story', () => {
  test('stay one in ten minutes for a day, one in an hour for a week, one a day after that', () => {
    const day = 24 * 60;
    const states = [...every(2, 0, 60), ...every(10, 2 * day, 2 * day + 300), ...every(60, 10 * day, 12 * day)];
    const ages = left(states).map((version) => Number(version.slice(1)));
    expect(ages.filter((age) => age < 60)).toHaveLength(7);
    expect(ages.filter((age) => age >= 2 * day && age < 3 * day)).toHaveLength(6);
    // Two days and the rest of a third, and the first state of all.
    expect(ages.filter((age) => age >= 10 * day)).toHaveLength(4);
  });

  test('stay where they have a name, were public, stand at a move, are a draft’s base or cannot be read', () => {
    const unreadable: KeptState = { version: 'damaged', facts: null };
    const states = [
      saved(1),
      saved(2),
      saved(3, 'draft', 'Before the lawyers'),
      saved(4),
      saved(5),
      saved(6, 'submitted'),
      saved(7, 'submitted'),
      saved(8, 'published'),
      saved(9, 'published'),
      saved(10.1, 'published'),
      saved(10.2, 'submitted'),
      saved(10.3, 'submitted'),
      unreadable,
      saved(10.5, 'submitted'),
      saved(10.6, 'submitted'),
    ];
    expect(left(states, 'v10.3')).toEqual([
      ...['v1', 'v3', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10.1', 'v10.2', 'v10.3', 'damaged', 'v10.6'],
    ]);
  });

  test('are two hundred at most, the oldest plain ones going first', () => {
    const states = every(1440, 0, 1440 * 300);
    const kept = left(states);
    expect(kept).toHaveLength(200);
    expect(kept.at(-1)).toBe(states.at(-1)?.version);
    expect(kept.slice(0, 199)).toEqual(states.slice(0, 199).map(({ version }) => version));
  });

  test('once thinned, are not thinned again by another look', () => {
    const states = every(1, 0, 3_000);
    const once = new Set(thinnedStates(states, now, () => false));
    const rest = states.filter((state) => !once.has(state));
    expect(thinnedStates(rest, now, () => false)).toEqual([]);
  });
});
