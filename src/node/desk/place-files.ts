import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import type { ExportedFile } from '../../core/export/exporter.js';
import { isMissing } from '../files/errno.js';
import { folderError } from '../files/folder-error.js';
import { sha256 } from '../files/sha256.js';
import type { DerivedPictures } from '../media/derived-pictures.js';
import type { ExportManifest } from './export-manifest.js';

export interface PlacedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Place {
  readonly folder: string;
  /** Before each path: the folder of the story, or ''. */
  readonly prefix: string;
  readonly id: string;
  readonly format: string;
  readonly manifest: ExportManifest;
}

/**
 * Writes all files of an export beside their places, then swaps them in; what an earlier export left and this one has
 * not is removed. @throws NewsroomError `export.folder`, also for a file that is not ours
 */
export async function placeFiles(
  files: readonly ExportedFile[],
  { folder, prefix, id, format, manifest }: Place,
  pictures: Pick<DerivedPictures, 'bytes'>,
): Promise<PlacedFile[]> {
  const placed = await Promise.all(
    files.map(async ({ path, content }) => ({ path: prefix + path, bytes: await bytesOf(content, pictures) })),
  );
  for (const { path } of placed) await assertFree(folder, path, manifest.owns(path, id, format));
  try {
    for (const { path, bytes } of placed) await replaceFile(join(folder, path), bytes);
    const kept = new Set(placed.map(({ path }) => path));
    for (const old of manifest.entry(id, format)?.files ?? [])
      if (!kept.has(old.path)) await fs.rm(join(folder, old.path), { force: true });
  } catch (error) {
    throw folderError(error);
  }
  return placed.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
}

/** The bytes of an exported file: a picture is made of the library's own when it is asked for. */
export async function bytesOf(
  content: ExportedFile['content'],
  pictures: Pick<DerivedPictures, 'bytes'>,
): Promise<Uint8Array> {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  if (content instanceof Uint8Array) return content;
  return pictures.bytes(content.media, content.render);
}

export async function makeOutFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderError(error);
  }
}

async function assertFree(folder: string, path: string, isOurs: boolean): Promise<void> {
  if (isOurs) return;
  try {
    await fs.lstat(join(folder, path));
  } catch (error) {
    if (isMissing(error)) return;
    throw folderError(error);
  }
  throw new NewsroomError('export.folder', { detail: `"${path}" is there already and was not written by Copydesk` });
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.copydesk-tmp`;
  await fs.writeFile(temporary, bytes);
  await fs.rename(temporary, path);
}
