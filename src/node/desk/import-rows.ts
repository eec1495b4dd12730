import type { ImportedRow } from '../../core/contract/import-calls.js';
import type { NewsroomError } from '../../core/errors.js';
import type { ImportedStory, ImportResult } from '../../core/import/importer.js';
import type { ImportFormat } from '../../core/import/importers.js';
import type { Loss } from '../../core/loss.js';
import type { FileToImport } from './import-file.js';

/** A story as it came from its file, before it is one of the library's. */
export interface Arrived {
  readonly file: FileToImport;
  readonly format: ImportFormat;
  readonly story: ImportedStory;
  readonly media: Extract<ImportResult, { story: unknown }>['media'];
  readonly losses: readonly Loss[];
  /** Hash of what was read, before any name was mapped: tells a second import of the same. */
  readonly hash: string;
}

export function importedRow(
  { file, format, story }: Arrived,
  id: string | undefined,
  losses: readonly Loss[],
): ImportedRow {
  const sourceId = story.content.sourceId ?? undefined;
  return {
    file: file.name,
    outcome: 'imported',
    ...(id === undefined ? {} : { id }),
    ...(sourceId === undefined ? {} : { sourceId }),
    headline: story.content.headline ?? '',
    format,
    ...(story.sectionName === '' ? {} : { section: story.sectionName }),
    ...(story.tagNames.length === 0 ? {} : { tags: [...story.tagNames] }),
    losses: [...losses],
  };
}

export function refusal(file: string, error: NewsroomError, sourceId?: string): ImportedRow {
  const about = { code: error.code, message: error.userMessage };
  return { file, outcome: 'refused', losses: [], error: about, ...(sourceId === undefined ? {} : { sourceId }) };
}
