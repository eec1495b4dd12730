import * as fs from 'node:fs/promises';
import { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import { deskId, type DeskId } from '../../core/ids.js';
import { fileSchemas } from '../../core/library/envelope.js';
import { isMissing } from '../files/errno.js';
import { envelopeOf, isDamaged, readSealed, seal } from '../files/sealed-file.js';
import { makeFolder, writeDurably } from '../files/write-durably.js';
import type { Layout } from './layout.js';

/** What `library.json` says; written once, when the library is made. */
const librarySchema = z.looseObject({ libraryId: z.string(), deskId, createdBy: z.string() });
export interface LibraryFile {
  readonly libraryId: string;
  /** The desk of this library, kept with every story that starts here. */
  readonly deskId: DeskId;
  /** Set where the library is of a newer schema than this version writes. */
  readonly newer: number | null;
}

/** The id in the envelope of files that a library has once. */
const fileId = 'library';

/** @throws NewsroomError `store.exists` for a folder that holds anything */
export async function createLibraryFile(
  layout: Layout,
  about: { libraryId: string; deskId: DeskId; createdBy: string; now: Date },
): Promise<void> {
  await makeFolder(layout.root);
  const found = (await fs.readdir(layout.root)).filter((name) => !name.startsWith('.'));
  if (found.length > 0) throw new NewsroomError('store.exists');
  const { now, ...payload } = about;
  const envelope = envelopeOf('copydesk-library', fileId, payload, { revision: 1, parents: [], savedAt: now });
  await writeDurably(layout.library, seal(envelope));
}

/** @throws NewsroomError `store.not-a-library`, `store.damaged` */
export async function readLibraryFile(layout: Layout): Promise<LibraryFile> {
  const read = await readSealed(layout.library, 'copydesk-library', fileId).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (read === undefined) throw new NewsroomError('store.not-a-library');
  if (isDamaged(read)) {
    if (read.damage === 'newerSchema') return readNewer(layout);
    if (read.damage === 'wrongFormat') throw new NewsroomError('store.not-a-library');
    throw new NewsroomError('store.damaged', { detail: `library.json, ${read.damage}: ${read.detail}` });
  }
  const parsed = librarySchema.safeParse(read.envelope.payload);
  if (!parsed.success) throw new NewsroomError('store.damaged', { detail: 'library.json' });
  return { libraryId: parsed.data.libraryId, deskId: parsed.data.deskId, newer: null };
}

/** Enough of a newer library's file to open it for reading. */
async function readNewer(layout: Layout): Promise<LibraryFile> {
  const value = z
    .looseObject({ schema: z.int(), payload: librarySchema })
    .safeParse(JSON.parse(await fs.readFile(layout.library, 'utf8')));
  if (!value.success)
    throw new NewsroomError('store.newer', { found: 'unknown', known: fileSchemas['copydesk-library'] });
  return { libraryId: value.data.payload.libraryId, deskId: value.data.payload.deskId, newer: value.data.schema };
}
