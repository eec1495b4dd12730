import { describe, expect, test } from 'vitest';
import { instantOf, wallClock } from '../../src/renderer/views/inspector/zoned-time.js';

describe('the time of an embargo', () => {
  test('is meant in the zone of the desk, in winter and in summer', () => {
    expect(instantOf('2026-11-24T18:00', 'Europe/Berlin')).toBe('2026-11-24T17:00:00.000Z');
    expect(instantOf('2026-07-01T18:00', 'Europe/Berlin')).toBe('2026-07-01T16:00:00.000Z');
    expect(instantOf('2026-11-24T18:00', 'Asia/Kathmandu')).toBe('2026-11-24T12:15:00.000Z');
  });

  test('comes back as it was put in, on the days around a change of the clock too', () => {
    for (const clock of [
      '2026-03-28T23:30',
      '2026-03-29T04:00',
      '2026-10-25T01:00',
      '2026-10-25T03:30',
      '2026-12-31T23:59',
    ])
      expect(wallClock(instantOf(clock, 'Europe/Berlin'), 'Europe/Berlin')).toBe(clock);
  });

  test('is nothing where the field is empty', () => {
    expect([instantOf('', 'UTC'), wallClock(null, 'UTC')]).toEqual([null, '']);
  });
});
