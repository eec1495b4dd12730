import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Library, realWorld, type OpenOptions, type World } from '../../src/node/library/library.js';
import type { PublicationSettings } from '../../src/core/publication/settings.js';

export const testWorld: World = realWorld('0.0.0-test');

/** A new library in a folder of its own, open for writing; both are gone after the test. */
export async function withLibrary<T>(
  work: (library: Library, reopen: (mode?: OpenOptions['mode']) => Promise<Library>) => Promise<T>,
  settings: Partial<PublicationSettings> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-library-'));
  const root = join(folder, 'library');
  const opened: Library[] = [];
  const open = async (mode: OpenOptions['mode'] = 'write'): Promise<Library> => {
    const library = await Library.open(root, testWorld, { mode });
    opened.push(library);
    return library;
  };
  try {
    await Library.create(root, testWorld, settings);
    const first = await open();
    return await work(first, async (mode) => {
      if (mode !== 'read' && mode !== 'writeIfFree') await opened.pop()?.close();
      return open(mode);
    });
  } finally {
    for (const library of opened) await library.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
