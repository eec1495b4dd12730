import { TextDecoder } from 'node:util';
import type { ImportContext } from '../../core/import/importer.js';
import { foldName } from '../../core/text/fold.js';
import type { Library } from '../library/library.js';

/** The decoder that core does not have. */
export const decodeText: ImportContext['decode'] = (bytes, label, fatal) =>
  new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);

/** What an importer is told of the library that it reads for. */
export function importContext(library: Library): ImportContext {
  return {
    newId: library.world.newId,
    language: library.settings.value.language,
    sectionNames: library.taxonomy.value.sections.map(({ name }) => foldName(name)),
    decode: decodeText,
  };
}
