import type { Strings } from '../../core/strings/strings.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as a list says it: "4 min", "3 h", "Tue", "12 Nov", "12 Nov 2024". Of this machine's clock and zone. */
export function shortWhen(at: string, now: Date, strings: Strings): string {
  const then = new Date(at);
  const age = now.getTime() - then.getTime();
  if (Number.isNaN(age)) return '';
  if (age < minute) return strings('when.now');
  if (age < hour) return strings('when.minutes', { n: Math.floor(age / minute) });
  if (age < day) return strings('when.hours', { n: Math.floor(age / hour) });
  if (age < 6 * day) return then.toLocaleDateString(strings.locale, { weekday: 'short' });
  const sameYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString(strings.locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** The time of day with seconds, as the status line says it: "14:02:11". */
export function clockTime(at: string, strings: Strings): string {
  return new Date(at).toLocaleTimeString(strings.locale, { hour12: false });
}

/** Day and time, "24 Nov, 18:00", for an embargo or a recovered draft. */
export function dayAndTime(at: string, strings: Strings, timeZone?: string): string {
  return new Date(at).toLocaleString(strings.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(timeZone === undefined ? {} : { timeZone }),
  });
}
