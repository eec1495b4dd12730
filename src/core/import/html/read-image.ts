import { oneLine } from '../../text/spaces.js';
import { decodeBase64 } from '../../text/base64.js';
import type { LossList } from '../../loss.js';
import type { ImportedMedia } from '../importer.js';
import { attr, childrenOf, isElement, nameOf, textOf, type HtmlElement } from './html-tree.js';

/** Picture formats that a library takes; SVG can hold script and is refused (`reliability.md` 71). */
const pictureTypes = /^data:image\/(jpe?g|png|gif|webp|avif);base64,/iu;

/** A picture that came in another flavour of the same copy. */
export interface AttachedPicture {
  readonly extension: 'png' | 'jpg';
  readonly bytes: Uint8Array;
}

/** The pictures that a text brought along, one entry for each key. */
export class ImageCollector {
  readonly #media = new Map<string, ImportedMedia>();
  readonly #dataKeys = new Map<string, string>();
  readonly #losses: LossList;
  readonly #attached: AttachedPicture[];
  /** Addresses of pictures on other computers, which were not fetched. */
  readonly remote: string[] = [];

  /** @param attached pictures that came beside the HTML, in the order in which it names them by `file:` addresses */
  constructor(losses: LossList, attached: readonly AttachedPicture[] = []) {
    this.#losses = losses;
    this.#attached = [...attached];
  }

  get list(): readonly ImportedMedia[] {
    return [...this.#media.values()];
  }

  /** The key of the picture that an `<img>` shows; null where it cannot come along (counted as a loss). */
  keyOf(element: HtmlElement): string | null {
    const alt = oneLine(attr(element, 'alt'));
    const source = sourceOf(element);
    if (attr(element, 'width') === '1' && attr(element, 'height') === '1') {
      this.#losses.add('trackingPixel', 'An invisible picture that reports readers was dropped');
      return null;
    }
    if (/^data:/iu.test(source)) return this.#keyOfData(source, alt);
    const attached = /^file:/iu.test(source) ? this.#attached.shift() : undefined;
    if (attached) return this.#keyOfAttached(attached, alt);
    if (/^(?:https?:)?\/\//iu.test(source)) {
      this.remote.push(source);
      this.#losses.add(
        'remoteImage',
        'A picture on another computer was not fetched; its caption was kept as a paragraph. Add the picture by hand',
      );
      return null;
    }
    const path = relativePath(source);
    if (path === null) {
      this.#losses.add('image', 'A picture without a readable address was dropped');
      return null;
    }
    this.#media.set(path, { key: path, fileName: path.split('/').at(-1) ?? path, alt, bytes: null });
    return path;
  }

  #keyOfAttached({ extension, bytes }: AttachedPicture, alt: string): string {
    const key = `attached-${String(this.#media.size + 1)}.${extension}`;
    this.#media.set(key, { key, fileName: key, alt, bytes });
    return key;
  }

  #keyOfData(source: string, alt: string): string | null {
    const type = pictureTypes.exec(source);
    const bytes = type ? decodeBase64(source.slice(type[0].length)) : null;
    if (!type || !bytes || bytes.length === 0) {
      this.#losses.add('image', 'A picture inside the page that is not JPEG, PNG, GIF, WebP or AVIF was dropped');
      return null;
    }
    const known = this.#dataKeys.get(source);
    if (known !== undefined) return known;
    const extension = (type[1] ?? 'png').toLowerCase().replace('jpeg', 'jpg');
    const key = `inline-${String(this.#dataKeys.size + 1)}.${extension}`;
    this.#dataKeys.set(source, key);
    this.#media.set(key, { key, fileName: key, alt, bytes });
    return key;
  }
}

/** `src`, or where a page loads late the attribute that holds the real address. */
function sourceOf(element: HtmlElement): string {
  const source = attr(element, 'src').trim();
  const late = attr(element, 'data-src').trim();
  return late !== '' && (source === '' || source.startsWith('data:')) ? late : source;
}

/**
 * A path beside the file, `media/a.jpg`; null for one that leads elsewhere (`/etc/…`, `C:\…`, `../…`, `file:`, `cid:`).
 * Percent codes are read, so that `%2e%2e` is seen too.
 */
export function relativePath(source: string): string | null {
  let path = source.replace(/[?#].*$/su, '').trim();
  try {
    path = decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  // eslint-disable-next-line no-control-regex -- a NUL cuts a path in C code
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/|\\|[\u0000-\u001f]/iu.test(path)) return null;
  const parts = path.split('/').filter((part) => part !== '.' && part !== '');
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/');
}

/** Caption and credit of a `<figure>`; the credit is what our own pages, Wikipedia and WordPress themes call so. */
export function figureTexts(
  figure: HtmlElement,
  reach: 'own' | 'near' = 'near',
): { readonly element: HtmlElement; readonly caption: string; readonly credit: string } | null {
  const near = childrenOf(figure).filter(isElement);
  const inner = reach === 'own' ? [] : near.flatMap((child) => childrenOf(child).filter(isElement));
  const caption = [...near, ...inner].find((element) => element.tagName === 'figcaption');
  if (!caption) return null;
  const credit = childrenOf(caption)
    .filter(isElement)
    .find((element) => /credit|copyright/u.test(nameOf(element)) || attr(element, 'itemprop') === 'copyrightHolder');
  return {
    element: caption,
    caption: oneLine(textOf(caption, credit ? new Set([credit]) : undefined)),
    credit: credit ? oneLine(textOf(credit)) : '',
  };
}
