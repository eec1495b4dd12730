import { documentView } from '../../document/document-view.js';
import { tidyBody } from '../../document/tidy-body.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { Exporter } from '../exporter.js';
import type { RelatedCard, Rendition } from '../rendition.js';
import { blocksXml } from './docx-body.js';
import { inlineXml } from './docx-inline.js';
import { docxPackage } from './docx-package.js';
import { DocxPartsOut } from './docx-parts-out.js';
import { paragraphXml, runXml } from './docx-xml.js';

/** A Word document by the names of its styles: for lawyers, sources, freelancers and print desks. */
export const docxExporter: Exporter = {
  shape: 'file',
  async render(rendition, { stem, pictureBytes }) {
    const losses = new LossList();
    const lead = rendition.leadImage;
    const sized = lead
      ? { ...rendition.media, [lead.mediaId]: { width: lead.width, height: lead.height } }
      : rendition.media;
    const parts = new DocxPartsOut({ ...rendition, media: sized }, pictureBytes, losses);
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const picture = lead ? [{ type: 'image', attrs: { ...lead, media: lead.mediaId } }] : [];
    const xml = [
      line('Kicker', rendition.kicker),
      line('Title', rendition.headline),
      rendition.hasOwnDek ? line('Subtitle', rendition.dek) : '',
      line('Byline', rendition.byline),
      line('Dateline', rendition.dateline),
      await blocksXml(picture, parts),
      ...corrections(rendition, 'top', losses),
      await blocksXml(body.content ?? [], parts),
      ...corrections(rendition, 'end', losses),
      line('AuthorNote', rendition.bodyFooter),
      ...rendition.related.map((card) => cardXml(card, parts, losses)),
    ].join('');
    return { files: [{ path: `${stem}.docx`, content: docxPackage(xml, parts) }], losses: losses.list };
  },
};

const line = (style: string, text: string): string =>
  oneLine(text) === '' ? '' : paragraphXml(style, runXml(oneLine(text)));

function corrections(rendition: Rendition, place: 'top' | 'end', losses: LossList): readonly string[] {
  return rendition.corrections
    .filter((entry) => entry.place === place)
    .map(({ text }) => {
      losses.add('correction', 'Corrections became paragraphs, without their date and kind');
      return line('Correction', text);
    });
}

function cardXml({ headline, href, image, excerpt }: RelatedCard, parts: DocxPartsOut, losses: LossList): string {
  if (image || excerpt !== '') losses.add('related', 'Pictures and texts of related cards were left out');
  const marks = href === null ? [] : [{ type: 'link', attrs: { href } }];
  return paragraphXml('RelatedStory', inlineXml([{ type: 'text', text: oneLine(headline), marks }], parts));
}
