import { NewsroomError } from '../../errors.js';
import type { Importer } from '../importer.js';
import { readDocx } from './read-docx.js';

export const docxImporter: Importer = {
  label: 'Word document',
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  // A zip says what it is in its parts: `importers.ts` looks inside.
  recognises: () => 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one document needs no waiting
  async *read(source, context) {
    try {
      yield readDocx(source.bytes, context.decode);
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      yield { refused: { code: error.code, params: error.params } };
    }
  },
};
