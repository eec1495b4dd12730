import { textAttr, walk } from '../document/document.js';
import { mediaId, type MediaId } from '../ids.js';
import type { Story } from './story.js';

/** Every picture that a story names: over it, in its body (suggested and struck out ones too) and on its cards. */
export function mediaOfStory({
  leadImage,
  body,
  related,
}: Pick<Story, 'leadImage' | 'body' | 'related'>): ReadonlySet<MediaId> {
  const found = new Set<MediaId>();
  if (leadImage) found.add(leadImage.mediaId);
  for (const { node } of walk(body)) {
    const id = mediaId.safeParse(textAttr(node, 'media'));
    if (id.success) found.add(id.data);
  }
  for (const item of related) if ('image' in item && item.image) found.add(item.image);
  return found;
}
