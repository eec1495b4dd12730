import * as fs from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { DocumentNode, StoryDocument } from '../../core/document/document.js';
import { textAttr } from '../../core/document/document.js';
import { NewsroomError } from '../../core/errors.js';
import type { MediaId } from '../../core/ids.js';
import type { ImportedMedia } from '../../core/import/importer.js';
import type { LossList } from '../../core/loss.js';
import { errnoOf } from '../files/errno.js';
import type { MediaStore } from '../library/media-store.js';

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
): Promise<ReadonlyMap<string, MediaId>> {
  const taken = new Map<string, MediaId>();
  for (const { key, fileName, bytes } of media) {
    const found = bytes ?? (await readBeside(folder, key));
    if (!found) {
      losses.add('pictureMissing', 'a picture was not beside the file; its caption was kept');
      continue;
    }
    try {
      taken.set(key, (await store.add(fileName, found)).mediaId);
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code !== 'media.not-an-image') throw error;
      losses.add('pictureRefused', error.userMessage);
    }
  }
  return taken;
}

/** Image nodes with the ids of the library; one without a picture becomes its caption, or goes. */
export function withMedia(document: StoryDocument, taken: ReadonlyMap<string, MediaId>): StoryDocument {
  const content = (document.content ?? []).flatMap((node) => placed(node, taken));
  return { ...document, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function placed(node: DocumentNode, taken: ReadonlyMap<string, MediaId>): readonly DocumentNode[] {
  if (node.type === 'image') {
    const name = textAttr(node, 'media');
    if (!name.startsWith(mark)) return [node];
    const id = taken.get(name.slice(mark.length));
    if (id) return [{ ...node, attrs: { ...node.attrs, media: id } }];
    const caption = textAttr(node, 'caption');
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
    return about.isFile() && about.size <= 20 * 1024 * 1024 ? await fs.readFile(join(path)) : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
