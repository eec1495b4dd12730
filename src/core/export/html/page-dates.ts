import { twoDigits, wallTime, type WallTime } from '../../text/instant.js';
import type { PageWords } from './page-words.js';

const fill = (pattern: string, parts: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/gu, (mark, name: string) => parts[name] ?? mark);

/** "24 November 2026, 14:02" in the publication's zone, by the tables of the theme (decision 21). */
export function shownDate(instant: string, timeZone: string, words: PageWords): string {
  const at = wallTime(instant, timeZone);
  return fill(words.dateTime, { date: dateOf(at, words), time: `${twoDigits(at.hour)}:${twoDigits(at.minute)}` });
}

/** The date alone: "24 November 2026". */
export const shownDay = (instant: string, timeZone: string, words: PageWords): string =>
  dateOf(wallTime(instant, timeZone), words);

const dateOf = (at: WallTime, words: PageWords): string =>
  fill(words.date, { day: String(at.day), month: words.months[at.month - 1] ?? '', year: String(at.year) });

/** The same moment with the zone's offset, as search engines want it: "2026-11-24T14:02:00+01:00". */
export function isoInZone(instant: string, timeZone: string): string {
  const at = wallTime(instant, timeZone);
  const asUtc = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute);
  const offset = Math.round((asUtc - Date.parse(instant)) / 60_000);
  const seconds = new Date(instant).getUTCSeconds();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${twoDigits(Math.floor(Math.abs(offset) / 60))}:${twoDigits(Math.abs(offset) % 60)}`;
  const date = `${String(at.year).padStart(4, '0')}-${twoDigits(at.month)}-${twoDigits(at.day)}`;
  return `${date}T${twoDigits(at.hour)}:${twoDigits(at.minute)}:${twoDigits(seconds)}${zone}`;
}
