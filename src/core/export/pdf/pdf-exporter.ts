import { NewsroomError } from '../../errors.js';
import { LossList } from '../../loss.js';
import type { Exporter } from '../exporter.js';
import { htmlExporter } from '../html/html-exporter.js';
import { paperFor } from './paper.js';
import { pdfFaults } from './pdf-check.js';

/**
 * The published page as sheets of paper, for proofs: its print style, tagged, with page numbers. A browser lays it out,
 * so its bytes differ from run to run (decision 21); the page behind it does not.
 */
export const pdfExporter: Exporter = {
  shape: 'file',
  validate: (files) => ({ validator: 'copydesk-pdf', faults: pdfFaults(files) }),
  async render(rendition, options) {
    if (!options.printPage) throw new NewsroomError('export.no-printer', { detail: 'nothing here can lay a page out' });
    const page = await htmlExporter.render(rendition, options);
    const losses = new LossList();
    losses.addAll(page.losses);
    if (rendition.related.length > 0) losses.add('related', 'Related cards are not printed', rendition.related.length);
    const content = await options.printPage(page.files, paperFor(rendition.language));
    return { files: [{ path: `${options.stem}.pdf`, content }], losses: losses.list };
  },
};
