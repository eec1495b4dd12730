import { twoDigits, wallTime } from './instant.js';

/**
 * A wall clock of a zone as an instant and back, for `datetime-local` fields: the browser's own field knows only this
 * machine's zone, while an embargo is meant in the desk's.
 */

/** The wall clock of an instant in a zone, `2026-11-24T18:00`; '' for no instant. */
export function wallClock(at: string | null, timeZone: string): string {
  if (at === null) return '';
  const { year, month, day, hour, minute } = wallTime(at, timeZone);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

const day = 24 * 60 * 60_000;

/**
 * The instant of a wall clock in a zone; null where the field is empty or cannot be read. A time that a change to
 * summer time skips is moved on by what was skipped; of a time that comes twice the first one is meant.
 */
export function instantOf(clock: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${clock}:00.000Z`);
  if (clock === '' || Number.isNaN(asUtc)) return null;
  // With the clock of the day before and of the day after: a change lies between the two, if anywhere near.
  const [first, second] = [-day, day].map((away) => {
    const shown = Date.parse(`${wallClock(new Date(asUtc + away).toISOString(), timeZone)}:00.000Z`);
    return new Date(asUtc - (shown - (asUtc + away))).toISOString();
  }) as [string, string];
  const isFirst = wallClock(first, timeZone) === clock || wallClock(second, timeZone) !== clock;
  return isFirst ? first : second;
}

/** A span of time: from the first instant to before the second. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * A day of a zone's calendar, `2026-03-29`: 23 or 25 hours long where the clock changes, from the first midnight. null where it is no date.
 */
export function dayIn(date: string, timeZone: string): Span | null {
  const from = instantOf(`${date}T00:00`, timeZone);
  if (from === null) return null;
  const next = new Date(Date.parse(`${date}T00:00:00.000Z`) + day).toISOString().slice(0, 10);
  return { from, to: instantOf(`${next}T00:00`, timeZone) ?? from };
}

/** The day of a zone's calendar in which an instant lies. */
export const dayOf = (now: Date, timeZone: string): Span =>
  dayIn(wallClock(now.toISOString(), timeZone).slice(0, 10), timeZone) ?? {
    from: now.toISOString(),
    to: now.toISOString(),
  };
