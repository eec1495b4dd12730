import { NewsroomError } from '../../core/errors.js';
import type { ImportContext, Importer, ImportResult } from '../../core/import/importer.js';
import { chooseImporter, importers, type ImportFormat } from '../../core/import/importers.js';
import { returnedFrom } from '../../core/import/docx/returned-lines.js';
import { packageExtension } from '../../core/package/story-package.js';
import type { FileToImport } from './import-file.js';
import { xmlText } from './import-stream.js';

interface ReadStories {
  readonly format: ImportFormat;
  readonly results: AsyncIterable<ImportResult>;
}

/** Bytes that tell which format an XML file is: more than the comment over a WordPress export. */
const headBytes = 4096;

/**
 * The stories of one file, in the format named or the one that it shows. A file of a format that can be read while it
 * comes in is never in memory whole.
 * @throws NewsroomError `import.unknown-format`, `import.hand-over`, `import.not-readable`, `input.too-large`
 */
export async function readStories(
  file: FileToImport,
  named: ImportFormat | undefined,
  context: ImportContext,
  isHere: (storyId: string) => boolean,
): Promise<ReadStories> {
  const streamed = await streamedFormat(file, named);
  const { readStream }: Importer = importers[streamed ?? 'text'];
  if (streamed && readStream && file.stream) {
    const text = xmlText(file.stream(), context.decode);
    return { format: streamed, results: readStream({ fileName: file.name, text }, context) };
  }
  const source = { fileName: file.name, bytes: await file.read() };
  const format = named ?? chooseImporter(source);
  // It is merged, not imported: as an import it would be a second story beside the one that it belongs to.
  if (!format && file.name.toLowerCase().endsWith(`.${packageExtension}`))
    throw new NewsroomError('import.hand-over', { detail: file.name });
  if (format === 'docx' && named === undefined && isHere(returnedFrom(source.bytes, context.decode)?.story ?? ''))
    throw new NewsroomError('import.hand-over', { detail: file.name });
  if (!format) throw new NewsroomError('import.unknown-format', { detail: file.name });
  return { format, results: importers[format].read(source, context) };
}

async function streamedFormat(file: FileToImport, named: ImportFormat | undefined): Promise<ImportFormat | undefined> {
  if (named !== undefined || !file.stream || !/\.(?:xml|wxr)$/iu.test(file.name)) return named;
  for await (const bytes of file.stream())
    return chooseImporter({ fileName: file.name, bytes: bytes.subarray(0, headBytes) });
  return undefined;
}
