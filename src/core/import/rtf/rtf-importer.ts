import { NewsroomError } from '../../errors.js';
import type { Importer } from '../importer.js';
import { readRtf } from './read-rtf.js';

export const rtfImporter: Importer = {
  label: 'Rich text (RTF)',
  extensions: ['rtf'],
  recognises: (head) => (head.startsWith('{\\rtf') ? 1 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one document needs no waiting
  async *read(source, context) {
    try {
      yield readRtf(source.bytes, context.decode);
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      yield { refused: { code: error.code, params: error.params } };
    }
  },
};
