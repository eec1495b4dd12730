import * as fs from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { DocumentNode, StoryDocument } from '../../core/document/document.js';
import { textAttr } from '../../core/document/document.js';
import { NewsroomError } from '../../core/errors.js';
import type { ImportedMedia } from '../../core/import/importer.js';
import type { LossList } from '../../core/loss.js';
import { pictureLimits } from '../../core/media/picture-limits.js';
import { errnoOf } from '../files/errno.js';
import type { AddedPicture, MediaStore } from '../library/media-store.js';

/** A picture of the library with what its file says of itself. */
export type TakenPicture = Pick<AddedPicture, 'mediaId' | 'record'>;

/** How an image node names a picture that is not in the library yet. */
const mark = 'import:';

/**
 * Takes the pictures of a story in, from the file itself or from beside it; never from anywhere else: not by the network,
 * not by a path that leads out of the folder. What cannot be had is a loss.
 */
export async function takeMedia(
  store: MediaStore,
  media: readonly ImportedMedia[],
  folder: string | null,
  losses: LossList,
): Promise<ReadonlyMap<string, TakenPicture>> {
  const taken = new Map<string, TakenPicture>();
  for (const { key, fileName, bytes } of media) {
    const found = bytes ?? (await readBeside(folder, key));
    if (!found) {
      losses.add('pictureMissing', 'a picture was not beside the file; its caption was kept');
      continue;
    }
    try {
      taken.set(key, await store.add(fileName, found));
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code !== 'media.not-an-image') throw error;
      losses.add('pictureRefused', error.userMessage);
    }
  }
  return taken;
}

/** The texts that came with a picture; where the page said no credit or description, those of the file itself. */
export function textsBeside(
  { alt, caption, credit }: { readonly alt: string; readonly caption: string; readonly credit: string },
  { record }: TakenPicture,
): { alt: string; caption: string; credit: string } {
  return { caption, alt: alt.trim() === '' ? record.alt : alt, credit: credit.trim() === '' ? record.credit : credit };
}

/** Image nodes with the ids of the library; one without a picture becomes its caption, or goes. */
export function withMedia(document: StoryDocument, taken: ReadonlyMap<string, TakenPicture>): StoryDocument {
  const content = (document.content ?? []).flatMap((node) => placed(node, taken));
  return { ...document, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function placed(node: DocumentNode, taken: ReadonlyMap<string, TakenPicture>): readonly DocumentNode[] {
  if (node.type === 'image') {
    const name = textAttr(node, 'media');
    if (!name.startsWith(mark)) return [node];
    const found = taken.get(name.slice(mark.length));
    const caption = textAttr(node, 'caption');
    if (found) {
      const texts = textsBeside({ caption, alt: textAttr(node, 'alt'), credit: textAttr(node, 'credit') }, found);
      return [{ ...node, attrs: { ...node.attrs, ...texts, media: found.mediaId } }];
    }
    return caption === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }];
  }
  if (!node.content) return [node];
  const content = node.content.flatMap((child) => placed(child, taken));
  if (content.length > 0 || node.type === 'paragraph' || node.type === 'heading') return [{ ...node, content }];
  return node.type === 'listItem' ? [{ ...node, content: [{ type: 'paragraph' }] }] : [];
}

async function readBeside(folder: string | null, key: string): Promise<Uint8Array | undefined> {
  if (folder === null || key.includes('\0')) return undefined;
  const path = resolve(folder, key);
  const inside = relative(folder, path);
  // "../media/x.jpg" is how a folder of stories names its pictures: one level up is the folder that was chosen.
  if (inside.split(sep).filter((part) => part === '..').length > 1) return undefined;
  try {
    const about = await fs.lstat(path);
    return about.isFile() && about.size <= pictureLimits.taken.bytes ? await fs.readFile(join(path)) : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
