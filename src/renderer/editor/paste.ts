import DOMPurify from 'dompurify';
import type { DocumentNode, StoryDocument } from '../../core/document/document.js';
import { textAttr } from '../../core/document/document.js';
import { plainText } from '../../core/document/plain-text.js';
import { readHtmlFragment } from '../../core/import/html/read-html-fragment.js';
import type { ImportedMedia } from '../../core/import/importer.js';
import type { App } from '../state/app.svelte.js';

const tags = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'br',
  'a',
  'b',
  'strong',
  'i',
  'em',
];
const moreTags = ['u', 's', 'strike', 'del', 'ins', 'span', 'div', 'figure'];
const attributes = ['href', 'start', 'data-pm-slice', 'data-story-id', 'data-change-id', 'data-annotation-id'];
const pictureAttributes = ['data-media', 'data-alt', 'data-caption', 'data-credit'];

/** Cleans HTML that claims to be a copy of our own editor: a page can write that claim too. */
export function cleanHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...tags, ...moreTags],
    ALLOWED_ATTR: [...attributes, ...pictureAttributes],
    ALLOW_DATA_ATTR: false,
  });
}

/** A block that came with the paste is ours when every picture in it is; the others are left out. */
function withMedia(nodes: readonly DocumentNode[], ids: ReadonlyMap<string, string>): readonly DocumentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image') {
      const media = ids.get(textAttr(node, 'media').replace(/^import:/u, ''));
      return media === undefined ? [] : [{ ...node, attrs: { ...node.attrs, media } }];
    }
    if (!node.content) return [node];
    const content = withMedia(node.content, ids);
    return content.length === 0 && node.content.length > 0 ? [] : [{ ...node, content }];
  });
}

async function storePictures(app: App, images: readonly ImportedMedia[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, fileName, bytes } of images) {
    if (!bytes) continue;
    const added = app.toasts.valueOf(await app.bridge.call('media.add', { fileName, bytes: new Uint8Array(bytes) }));
    if (added) ids.set(key, added.mediaId);
  }
  return ids;
}

/**
 * Reads a paste from elsewhere. Pictures inside it go into the library first; those on other computers are never
 * fetched, and the person is told how many things could not come along.
 */
export function readPaste(app: App, html: string, insert: (blocks: StoryDocument) => void): boolean {
  const { body, losses, images } = readHtmlFragment(html);
  const pictures = images.filter(({ bytes }) => bytes !== null);
  if (plainText(body) === '' && pictures.length === 0) return false;
  const lost = losses.reduce((sum, { count }) => sum + count, images.length - pictures.length);
  const take = (ids: ReadonlyMap<string, string>): void => {
    const content = withMedia(body.content ?? [], ids);
    if (content.length > 0) insert({ type: 'doc', content });
    if (lost > 0) app.toasts.say(app.strings('paste.removed', { n: lost }));
  };
  if (pictures.length === 0) take(new Map());
  else void storePictures(app, pictures).then(take);
  return true;
}
