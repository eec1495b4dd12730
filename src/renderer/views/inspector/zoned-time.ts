/**
 * A wall clock of a zone as an instant and back, for `datetime-local` fields: the browser's own field knows only this
 * machine's zone, while an embargo is meant in the desk's.
 */

/** The wall clock of an instant in a zone, `2026-11-24T18:00`; '' for no instant. */
export function wallClock(at: string | null, timeZone: string): string {
  if (at === null) return '';
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant of a wall clock in a zone; null where the field is empty or cannot be read. A time that a change to
 * summer time skips is moved on by the hour that was skipped.
 */
export function instantOf(clock: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${clock}:00.000Z`);
  if (clock === '' || Number.isNaN(asUtc)) return null;
  let guess = asUtc;
  // Twice: the first step lands within an hour of a change of the clock, the second is on the right side of it.
  for (let step = 0; step < 2; step += 1) {
    const shown = Date.parse(`${wallClock(new Date(guess).toISOString(), timeZone)}:00.000Z`);
    guess += asUtc - shown;
  }
  return new Date(guess).toISOString();
}
