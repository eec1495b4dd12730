import type { ImportContext, Importer, ImportResult } from '../../src/core/import/importer.js';
import { countingIds } from './story.js';

/** What importers are handed in a test: a library without sections, English. */
export const importContext: ImportContext = {
  newId: countingIds(),
  language: 'en-GB',
  sectionNames: [],
  decode: (bytes, label, fatal) => new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes),
};

/** Reads a whole source, given as text or bytes. */
export async function readAll(
  importer: Importer,
  content: string | Uint8Array,
  context: Partial<ImportContext> = {},
  fileName = 'story',
): Promise<readonly ImportResult[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const results: ImportResult[] = [];
  for await (const result of importer.read({ fileName, bytes }, { ...importContext, ...context })) results.push(result);
  return results;
}

/** The one story that a source gives; throws where it gives another number, or a refusal. */
export async function readOne(...args: Parameters<typeof readAll>): Promise<Extract<ImportResult, { story: unknown }>> {
  const [result, ...more] = await readAll(...args);
  if (!result || more.length > 0 || !('story' in result))
    throw new Error(`not one story: ${JSON.stringify([result, ...more])}`);
  return result;
}
