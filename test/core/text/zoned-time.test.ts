import { describe, expect, test } from 'vitest';
import { dayIn, dayOf, instantOf, wallClock } from '../../../src/core/text/zoned-time.js';

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

describe('a day of the desk', () => {
  const hours = (date: string, zone: string): number => {
    const day = dayIn(date, zone);
    return day ? (Date.parse(day.to) - Date.parse(day.from)) / 3_600_000 : 0;
  };

  test('begins and ends at its zone’s midnight', () => {
    expect(dayOf(new Date('2026-07-01T22:30:00Z'), 'Europe/Berlin')).toEqual({
      from: '2026-07-01T22:00:00.000Z',
      to: '2026-07-02T22:00:00.000Z',
    });
    expect(dayOf(new Date('2026-07-01T17:00:00Z'), 'Asia/Kathmandu').from).toBe('2026-06-30T18:15:00.000Z');
  });

  test('has 23 or 25 hours where the clock changes', () => {
    expect([hours('2026-03-29', 'Europe/Berlin'), hours('2026-10-25', 'Europe/Berlin')]).toEqual([23, 25]);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
  });

  test('begins late where the clock skips midnight, and with the first midnight where there are two', () => {
    expect(wallClock(dayIn('2026-09-06', 'America/Santiago')?.from ?? null, 'America/Santiago')).toBe(
      '2026-09-06T01:00',
    );
    expect([hours('2026-09-06', 'America/Santiago'), hours('2026-04-04', 'America/Santiago')]).toEqual([23, 25]);
    expect(hours('2026-11-01', 'America/Havana')).toBe(25);
    expect(dayIn('2026-11-01', 'America/Havana')?.from).toBe('2026-11-01T04:00:00.000Z');
  });

  test('meets the next one without a gap, all year round, wherever the desk is', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/Havana',
      'America/Santiago',
      'Asia/Beirut',
      'Pacific/Apia',
      'Africa/Cairo',
    ])
      for (let day = 0; day < 365; day += 1) {
        const [date, next] = [day, day + 1].map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
        expect(dayIn(date ?? '', zone)?.to).toBe(dayIn(next ?? '', zone)?.from);
      }
  });

  test('is none where there is no such date', () => {
    expect([dayIn('', 'UTC'), dayIn('2026-13-01', 'UTC')]).toEqual([null, null]);
  });
});
