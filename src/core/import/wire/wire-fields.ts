import { subjectCode, type SubjectCode } from '../../ids.js';
import type { LossList } from '../../loss.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';

/** A line for a field of one line: cleaned, at most 2,000 characters. */
export const wireLine = (text: string): string => oneLine(text).slice(0, 2_000);

/** A text for a field of several lines: at most 100,000 characters. */
export const wireNote = (text: string): string => oneLine(text).slice(0, 100_000);

/** The language of a story: the tag that the source gives where it is one, else that of the library. */
export const wireLanguage = (tag: string, fallback: string): string =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag.trim()) && tag.trim().length <= 35 ? tag.trim() : fallback;

/**
 * A moment as wire formats write it, extended ("2018-11-21T16:25:32-05:00") or basic ("20181121T162532-0500",
 * "20181121"); null where it is none, which is reported.
 */
export function wireInstant(text: string, losses: LossList): string | null {
  const written = text.trim();
  if (written === '') return null;
  const basic = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/u.exec(written);
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone = 'Z'] = basic ?? [];
  const instant = readInstant(basic ? `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}` : written);
  if (instant === null) losses.add('date', `The date "${written.slice(0, 60)}" could not be read`);
  return instant;
}

/** Urgency 1 to 5; the 6 to 9 of older wires are as little urgent as ours can be, which is reported. */
export function wireUrgency(value: string | number | null | undefined, losses: LossList): number | null {
  const number = Math.round(Number(value ?? Number.NaN));
  if (!(number >= 1)) return null;
  if (number > 5) losses.add('urgency', `The urgency ${String(number)} became 5, the lowest that there is here`);
  return Math.min(5, number);
}

/**
 * The media topic behind a code as formats write it: "medtop:20000350", "http://cv.iptc.org/newscodes/mediatopic/20000350",
 * "20000350" of a scheme that says so; null for anything else.
 */
export function mediaTopicOf(code: string, scheme = ''): SubjectCode | null {
  const digits = /(?:^medtop:|\/mediatopic\/(?:medtop:)?)(\d{8})\/?$/u.exec(code.trim())?.[1];
  const bare = /medtop|mediatopic/iu.test(scheme) ? /^\d{8}$/u.exec(code.trim())?.[0] : undefined;
  const found = subjectCode.safeParse(`medtop:${digits ?? bare ?? ''}`);
  return found.success ? found.data : null;
}

/** "GROSSETO, Italy (AP) -- The trial": a text that says by itself where it was written. */
const ownDateline =
  /^\s*(?:\([^()\n]{2,80}\d\)\s|\(?\p{Lu}[^.!?\n]{1,80}?(?:\([\p{L}/ ]{2,30}\)|\b\d{1,2})\)?\s*(?:--|—|–|-)\s)/u;

/** Where a story was written: its dateline, unless the text starts with one, as agencies do; then only a place. */
export function wirePlace(
  located: string,
  firstText: string,
): { readonly dateline?: { located: string; date: null; text: string }; readonly place?: string[] } {
  const where = wireLine(located);
  if (where === '') return {};
  return ownDateline.test(firstText) ? { place: [where] } : { dateline: { located: where, date: null, text: where } };
}
