import { mediaId } from '../../ids.js';
import { textAttr, type DocumentNode } from '../../document/document.js';
import type { LossList } from '../../loss.js';
import { usedSize } from '../../media/picture-geometry.js';
import { exactCrop, pictureTypes, type PictureType } from '../../media/picture-render.js';
import { plainUse, readUse } from '../../media/picture-use.js';
import type { ExportOptions } from '../exporter.js';
import type { Rendition } from '../rendition.js';
import type { DocxReviewOut } from './docx-review-out.js';
import { NumberingPart } from './docx-numbering-part.js';
import { namespaces, paragraphXml, runXml, xmlHead } from './docx-xml.js';
import { escapeXml } from '../xml/xml-writer.js';

/** English Metric Units in a pixel at 96 to the inch, and in the six inches of the column. */
const emuPerPixel = 9525;
const columnEmu = 5_486_400;
/** Pixels that a picture needs on paper, the long side. */
const printPixels = 1600;

/** Everything of a document beside its text: pictures, links, notes, lists. */
export class DocxPartsOut {
  readonly numbering = new NumberingPart();
  readonly media = new Map<string, Uint8Array>();
  readonly losses: LossList;
  /** Where the document is to come back with what others made of it. */
  readonly review: DocxReviewOut | null;
  readonly #rendition: Rendition;
  readonly #pictureBytes: ExportOptions['pictureBytes'];
  readonly #relationships: string[] = [];
  readonly #links = new Map<string, string>();
  readonly #notes: string[] = [];
  #drawings = 0;

  constructor(
    rendition: Rendition,
    pictureBytes: ExportOptions['pictureBytes'],
    losses: LossList,
    review: DocxReviewOut | null = null,
  ) {
    this.review = review;
    this.#rendition = rendition;
    this.#pictureBytes = pictureBytes;
    this.losses = losses;
  }

  get relationships(): readonly string[] {
    return this.#relationships;
  }

  get rendition(): Rendition {
    return this.#rendition;
  }

  /** The relationship of a link outside, one for each address. */
  link(href: string): string {
    const known = this.#links.get(href);
    if (known !== undefined) return known;
    const id = this.#relate('hyperlink', href, ' TargetMode="External"');
    this.#links.set(href, id);
    return id;
  }

  /** A note with this content (runs); the reference to it. */
  note(content: string): string {
    const id = String(this.#notes.length + 2);
    const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
    this.#notes.push(
      `<w:footnote w:id="${id}">${paragraphXml('FootnoteText', mark + runXml(' ') + content)}</w:footnote>`,
    );
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
  }

  get footnotesXml(): string {
    const line = (id: number, type: string, sign: string): string =>
      `<w:footnote w:type="${type}" w:id="${String(id)}"><w:p><w:r><w:${sign}/></w:r></w:p></w:footnote>`;
    return (
      `${xmlHead}<w:footnotes ${namespaces}>${line(0, 'separator', 'separator')}` +
      `${line(1, 'continuationSeparator', 'continuationSeparator')}${this.#notes.join('')}</w:footnotes>`
    );
  }

  /** The drawing of an image block; '' where its picture cannot come along. */
  async drawing(image: DocumentNode): Promise<string> {
    const id = mediaId.safeParse(textAttr(image, 'media'));
    const size = id.success ? this.#rendition.media[id.data] : undefined;
    if (!id.success || !size) return '';
    const use = readUse(image.attrs);
    if (use.size !== plainUse.size || use.rotate !== 0 || use.crop !== null || use.focal !== null)
      this.losses.add('pictureSize', 'Pictures stand as they are cut; the cut itself and their size are not kept');
    const shown = usedSize(size, use);
    const own = pictureTypes.find((type) => id.data.endsWith(`.${type}`)) ?? 'jpg';
    const type: PictureType = own === 'png' || own === 'gif' ? own : 'jpg';
    const longest = Math.max(shown.width, shown.height);
    const width = longest > printPixels && type !== 'gif' ? Math.round((shown.width * printPixels) / longest) : null;
    const bytes = await this.#pictureBytes({
      media: id.data,
      render: { rotate: use.rotate, crop: exactCrop(use.crop), width, type },
    });
    this.#drawings += 1;
    const number = String(this.#drawings);
    const part = `media/image${number}.${type}`;
    this.media.set(part, bytes);
    const relation = this.#relate('image', part, '');
    const scale = Math.min(1, columnEmu / (shown.width * emuPerPixel));
    const [cx, cy] = [shown.width, shown.height].map((pixels) =>
      String(Math.max(1, Math.round(pixels * emuPerPixel * scale))),
    );
    const alt = escapeXml(textAttr(image, 'alt'));
    const a = 'http://schemas.openxmlformats.org/drawingml/2006';
    return (
      '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
      `<wp:extent cx="${cx ?? '1'}" cy="${cy ?? '1'}"/><wp:docPr id="${number}" name="Picture ${number}" descr="${alt}"/>` +
      `<a:graphic xmlns:a="${a}/main"><a:graphicData uri="${a}/picture"><pic:pic xmlns:pic="${a}/picture"><pic:nvPicPr>` +
      `<pic:cNvPr id="${number}" name="Picture ${number}" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>` +
      `<a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>` +
      `<a:ext cx="${cx ?? '1'}" cy="${cy ?? '1'}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>` +
      '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    );
  }

  #relate(kind: string, target: string, mode: string): string {
    const id = `rId${String(this.#relationships.length + 10)}`;
    const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    this.#relationships.push(`<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${mode}/>`);
    return id;
  }
}
