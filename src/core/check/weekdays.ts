import { fold } from '../text/fold.js';

/** Days from Sunday and months from January in the languages of the check, folded; the first letters tell them apart. */
const weekdays: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo'],
  ['monday', 'mon', 'montag', 'lundi', 'lunes'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'mardi', 'martes'],
  ['wednesday', 'wed', 'mittwoch', 'mercredi', 'miercoles'],
  ['thursday', 'thu', 'thurs', 'donnerstag', 'jeudi', 'jueves'],
  ['friday', 'fri', 'freitag', 'vendredi', 'viernes'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'samedi', 'sabado'],
];
const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'janner', 'janvier', 'enero'],
  ['february', 'feb', 'februar', 'fevrier', 'febrero'],
  ['march', 'mar', 'marz', 'mars', 'marzo'],
  ['april', 'apr', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'juin', 'junio'],
  ['july', 'jul', 'juli', 'juillet', 'julio'],
  ['august', 'aug', 'aout', 'agosto'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre'],
  ['october', 'oct', 'oktober', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dezember', 'decembre', 'diciembre'],
];
const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const anyOf = (names: readonly (readonly string[])[]): string =>
  names
    .flat()
    .sort((left, right) => right.length - left.length)
    .join('|');
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er)?\b\.?`;
const month = `(?<month>${anyOf(months)})\\b\\.?`;
const year = String.raw`(?:,?\s+(?:de\s+)?(?<year>\d{4})\b)?`;
const start = `(?<![\\p{L}\\p{M}])(?<weekday>${anyOf(weekdays)})\\b\\.?,?\\s+(?:the\\s+|den\\s+|der\\s+|le\\s+|el\\s+)?`;
const dates = [
  new RegExp(`${start}${day}\\s+(?:of\\s+|de\\s+)?${month}${year}`, 'gu'),
  new RegExp(`${start}${month}\\s+${day}${year}`, 'gu'),
];

const daysOf = (names: readonly (readonly string[])[], name: string): number =>
  names.findIndex((known) => known.includes(name));

/**
 * Dates of a text whose day of the week is not that date's, in English, German, French and Spanish. A date without a
 * year is the nearest one to `near`. `right` is the day that it is, null where the calendar has no such date.
 */
export function weekdayFaults(
  text: string,
  near: Date,
): readonly { readonly written: string; readonly right: string | null }[] {
  const faults: { written: string; right: string | null }[] = [];
  for (const pattern of dates) {
    for (const found of fold(text).matchAll(pattern)) {
      const { weekday = '', day: dayText = '', month: monthName = '', year: yearText } = found.groups ?? {};
      const monthAt = daysOf(months, monthName);
      const dayAt = Number(dayText);
      const date = yearText ? dateOf(Number(yearText), monthAt, dayAt) : nearest(monthAt, dayAt, near);
      if (date?.getUTCDay() === daysOf(weekdays, weekday)) continue;
      faults.push({ written: asWritten(found[0]), right: date ? (englishDays[date.getUTCDay()] ?? null) : null });
    }
  }
  return faults;
}

/** The text was folded to be found: names get their capitals back. */
const asWritten = (text: string): string => text.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());

function dateOf(yearAt: number, monthAt: number, dayAt: number): Date | undefined {
  const date = new Date(Date.UTC(yearAt, monthAt, dayAt));
  return date.getUTCMonth() === monthAt && date.getUTCDate() === dayAt ? date : undefined;
}

function nearest(monthAt: number, dayAt: number, near: Date): Date | undefined {
  const around = near.getUTCFullYear();
  const distance = (date: Date): number => Math.abs(date.getTime() - near.getTime());
  return [around - 1, around, around + 1]
    .flatMap((yearAt) => dateOf(yearAt, monthAt, dayAt) ?? [])
    .sort((left, right) => distance(left) - distance(right))[0];
}
