import { z } from 'zod';
import { mediaId } from '../ids.js';
import { cleanText, oneLine } from '../text/spaces.js';

/** Longest texts of a record in characters; what a file says beyond them is cut, since nobody typed it here. */
const maxLine = 400;
const maxNote = 4_000;
const line = z.string().max(2_000).default('');
const note = z.string().max(20_000).default('');

const original = z.object({ width: z.int().min(1), height: z.int().min(1), bytes: z.int().min(0) });
/** A picture as it came, before it was made smaller: sides in px. */
export type OriginalPicture = Readonly<z.infer<typeof original>>;

/**
 * What the library knows of a picture, kept beside its file. The texts were read from the file when it was added and are
 * the desk's since then; each story has its own caption, credit and description, which start from these.
 */
const recordFields = {
  fileName: line,
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(0),
  caption: note,
  credit: line,
  alt: note,
  /** When the picture was taken, as its camera's clock said, `2026-02-03T14:05:00`; '' = unknown. */
  takenAt: line,
  usageTerms: note,
  copyright: line,
  source: line,
  addedAt: line,
  /** What came, where it was too large and was made smaller on the way in; null = the file is the one that came. */
  original: original.nullable().default(null),
  addedBy: line,
};
/** Fields that this version does not know are kept (decision 30). */
export const mediaRecordSchema = z.looseObject(recordFields);
export type MediaRecord = Readonly<z.infer<z.ZodObject<typeof recordFields>>>;

/** The fields that a person may write. */
export const mediaTextFields = ['caption', 'credit', 'alt', 'usageTerms', 'copyright', 'source'] as const;
export const mediaTextsSchema = z.object({
  caption: note,
  credit: line,
  alt: note,
  usageTerms: note,
  copyright: line,
  source: line,
});
export type MediaTexts = Readonly<z.infer<typeof mediaTextsSchema>>;

/** What a file says of itself. */
export type FileTexts = MediaTexts & Pick<MediaRecord, 'takenAt'>;
export const noFileTexts: FileTexts = { ...mediaTextsSchema.parse({}), takenAt: '' };

/** A picture in a list: its record and in how many stories it stands. */
export const mediaRowSchema = mediaRecordSchema.extend({ mediaId, uses: z.int() });
export type MediaRow = Readonly<MediaRecord & { mediaId: z.infer<typeof mediaId>; uses: number }>;

/** A text from inside a file as one line: hostile until proven otherwise, so clean, short and never markup. */
export const fileLine = (text: string): string => oneLine(text).slice(0, maxLine).toWellFormed();

/** The same with its line ends. */
export function fileNote(text: string): string {
  const lines = cleanText(text.replace(/\r\n?/gu, '\n')).split('\n').map(oneLine);
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
    .slice(0, maxNote)
    .toWellFormed();
}
