import * as fs from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { NewsroomError } from '../../core/errors.js';
import { officeFormat } from '../../core/import/office/office-format.js';
import { ZipPackage } from '../../core/import/office/zip-package.js';
import { relativePath } from '../../core/import/html/read-image.js';
import { isReadName, maxImportBytes, type FileToImport } from './import-file.js';

const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);

/**
 * The files in a zip, in the order of their names, read one by one from memory: nothing is unpacked to a disk, so that no
 * name of an entry leads anywhere. A zip that is damaged, too large or a document is one file, which says so when it is
 * read. The limits are those of `ZipPackage`: 10,000 entries, 200 MB unpacked, 200 to 1.
 */
export async function filesInZip(path: string): Promise<readonly FileToImport[]> {
  const itself = (read: () => Promise<Uint8Array>): readonly FileToImport[] => [
    { name: path, beside: nothingBeside, read, stream: null },
  ];
  const refused = (error: unknown): readonly FileToImport[] => {
    if (!(error instanceof NewsroomError)) throw error;
    return itself(() => Promise.reject(error));
  };
  const { size } = await fs.stat(path);
  if (size > maxImportBytes)
    return refused(new NewsroomError('input.too-large', { detail: 'The zip is larger than 200 MB' }));
  const bytes = await fs.readFile(path);
  if (officeFormat(bytes, 'zip') !== undefined) return itself(() => Promise.resolve(bytes));
  try {
    const zip = new ZipPackage(bytes, decode);
    const names = zip.names.filter((name) => !name.endsWith('/')).toSorted();
    return names.flatMap((name) => fileIn(zip, path, name));
  } catch (error) {
    return refused(error);
  }
}

function fileIn(zip: ZipPackage, path: string, name: string): readonly FileToImport[] {
  const parts = name.split('/');
  if (!parts.every((part) => part === '..' || part === '' || isReadName(part)) || parts[0] === '__MACOSX') return [];
  const shown = `${path}/${name}`;
  const read = async (): Promise<Uint8Array> => {
    await Promise.resolve();
    if (relativePath(name) === null)
      throw new NewsroomError('import.not-readable', { detail: 'its name leads out of the zip' });
    return zip.bytes(name) ?? new Uint8Array();
  };
  return [
    { name: shown, beside: (key) => Promise.resolve(besideIn(zip, parts.slice(0, -1), key)), read, stream: null },
  ];
}

/** A picture by the place that a story names: from its own folder, or from the one above it. */
function besideIn(zip: ZipPackage, folder: readonly string[], key: string): Uint8Array | undefined {
  const places = [...folder];
  for (const part of key.split('/')) {
    if (part === '..') {
      if (places.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') places.push(part);
  }
  return zip.bytes(places.join('/')) ?? zip.bytes(key);
}

const nothingBeside = (): Promise<undefined> => Promise.resolve(undefined);
