import type { Paper } from '../../core/export/pdf/paper.js';

/** The word that starts the program as a printer of pages, without a window to see. */
export const printMark = '--print-pages';

/** What the printer is asked, one at a time, and what it answers: over the channel that Node opens to a child. */
export interface PrintJob {
  /** Path of the page, `index.html` in a folder of its own. */
  readonly page: string;
  /** Path of the PDF to write. */
  readonly to: string;
  readonly paper: Paper;
}

export type PrintAnswer = { readonly kind: 'ready' } | { readonly kind: 'printed' } | PrintFailure;
interface PrintFailure {
  readonly kind: 'failed';
  readonly detail: string;
}
