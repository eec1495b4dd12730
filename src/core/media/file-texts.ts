import { fileLine, fileNote, type FileTexts } from './media-record.js';

/** What a metadata reader found, a group for each kind of block in the file: `ifd0`, `exif`, `iptc`, `dc`, … */
export type MetadataGroups = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Where each text may stand, the desk's own fields (IPTC) before the camera's (EXIF); names as `exifr` gives them. */
const places = {
  caption: [
    ['iptc', 'Caption'],
    ['dc', 'description'],
    ['ifd0', 'ImageDescription'],
    ['exif', 'UserComment'],
  ],
  credit: [
    ['iptc', 'Credit'],
    ['photoshop', 'Credit'],
    ['iptc', 'Byline'],
    ['dc', 'creator'],
    ['ifd0', 'Artist'],
  ],
  alt: [
    ['Iptc4xmpCore', 'AltTextAccessibility'],
    ['iptcCore', 'AltTextAccessibility'],
  ],
  usageTerms: [
    ['xmpRights', 'UsageTerms'],
    ['iptc', 'SpecialInstructions'],
    ['photoshop', 'Instructions'],
  ],
  copyright: [
    ['iptc', 'CopyrightNotice'],
    ['dc', 'rights'],
    ['ifd0', 'Copyright'],
  ],
  source: [
    ['iptc', 'Source'],
    ['photoshop', 'Source'],
  ],
} as const;

/** Groups that come from XML, whose entities the reader leaves as they are written. */
const xmpGroups: ReadonlySet<string> = new Set(['dc', 'photoshop', 'xmpRights', 'Iptc4xmpCore', 'iptcCore']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/giu, (mark, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? mark;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : mark;
  });
}

/** Texts of a file for its record. Anything may stand in metadata, so each value is taken as plain text and no more. */
export function fileTexts(groups: MetadataGroups): FileTexts {
  const find = (field: keyof typeof places): string => {
    for (const [group, name] of places[field]) {
      const found = textOf(groups[group]?.[name]);
      const text = fileNote(xmpGroups.has(group) ? withoutEntities(found) : found);
      if (text !== '') return text;
    }
    return '';
  };
  return {
    caption: find('caption'),
    credit: fileLine(find('credit')),
    alt: find('alt'),
    usageTerms: find('usageTerms'),
    copyright: fileLine(find('copyright')),
    source: fileLine(find('source')),
    takenAt: takenAt(groups),
  };
}

/** A text, a list of names, or `{ lang, value }` as XMP writes its alternatives; anything else is nothing. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.slice(0, 20).map(textOf).filter(Boolean).join(', ');
  if (value === null || typeof value !== 'object') return '';
  const { value: inner, 'x-default': byLanguage } = value as Record<string, unknown>;
  return typeof inner === 'string' ? inner : typeof byLanguage === 'string' ? byLanguage : '';
}

/** EXIF writes `2026:02:03 14:05:00`, the camera's own clock without a zone. */
const exifTime = /^(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)/u;

function takenAt(groups: MetadataGroups): string {
  const written = [groups['exif']?.['DateTimeOriginal'], groups['exif']?.['CreateDate']].find(
    (value) => typeof value === 'string',
  );
  const parts = exifTime.exec(written ?? '');
  if (!parts) return '';
  const [, year, month, day, hour, minute, second] = parts;
  const [m, d, h] = [Number(month), Number(day), Number(hour)];
  if (year === '0000' || m < 1 || m > 12 || d < 1 || d > 31 || h > 23) return '';
  return `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}`;
}
