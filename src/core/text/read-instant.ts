const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/iu;

/**
 * A date as other programs write it, as an instant of ours (`2026-02-03T10:00:00.000Z`); null where it is none.
 * A date without a time is its midnight in UTC, a time without a zone is read as UTC: a reader of the story sees the
 * date that the source says. Takes "2026-02-03", "2026-02-03 10:00:00 -0500", "…T10:00:00+01:00".
 */
export function readInstant(text: string): string | null {
  const parts = iso.exec(text.trim().replace(/\s+(?=[+-]\d)/u, ''));
  if (!parts) return null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    parts;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}${offset}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
