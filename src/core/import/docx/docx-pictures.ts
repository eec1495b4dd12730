import type { DocumentNode } from '../../document/document.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { ImportedMedia } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { ZipPackage } from '../office/zip-package.js';
import type { Relationships } from './relationships.js';

/** Kinds that a library takes; drawings (EMF, WMF, SVG) and scans in TIFF are told as lost. */
const taken = /\.(?:jpe?g|jfif|png|gif|webp|avif)$/iu;

/** The pictures inside the file, each once under the name of its part. */
export class DocxPictures {
  readonly #media = new Map<string, ImportedMedia>();
  readonly #zip: ZipPackage;
  readonly #losses: LossList;

  constructor(zip: ZipPackage, losses: LossList) {
    this.#zip = zip;
    this.#losses = losses;
  }

  get list(): readonly ImportedMedia[] {
    return [...this.#media.values()];
  }

  /** A picture that came inside HTML in the file. */
  add(media: ImportedMedia): void {
    this.#media.set(media.key, media);
  }

  /** A picture by its relationship, as an image block; undefined where it cannot come along (counted as a loss). */
  image(id: string | undefined, relationships: Relationships, alt: string): DocumentNode | undefined {
    const relationship = id === undefined ? undefined : relationships.get(id);
    if (!relationship) {
      this.#losses.add('image', 'A picture that is not in the file was left out');
      return undefined;
    }
    if (relationship.isExternal) {
      this.#losses.add('remoteImage', 'A picture that stands outside the file was not fetched. Add it by hand');
      return undefined;
    }
    const key = relationship.target;
    const text = oneLine(alt);
    if (!this.#media.has(key)) {
      const bytes = taken.test(key) ? this.#zip.bytes(key) : undefined;
      if (!bytes) {
        this.#losses.add('image', 'A picture that is not JPEG, PNG, GIF, WebP or AVIF was left out');
        return undefined;
      }
      this.#media.set(key, { key, fileName: key.slice(key.lastIndexOf('/') + 1), alt: text, bytes });
    }
    return { type: 'image', attrs: { media: `import:${key}`, alt: text, caption: '', credit: '' } };
  }
}

/** The description of a picture, of its frame or its own. */
export function altOf(drawing: XmlElement): string {
  const frame = drawing.find('wp:docPr');
  return frame?.attr('descr') ?? drawing.find('pic:cNvPr')?.attr('descr') ?? '';
}
