import type { Importer } from '../importer.js';
import { readWireXml } from '../wire/read-wire-xml.js';
import { readNitf } from './nitf-story.js';

export const nitfImporter: Importer = {
  label: 'NITF',
  extensions: ['xml', 'nitf'],
  recognises: (head) => (/<(?:\w+:)?nitf[\s>]/u.test(head) && !/<(?:\w+:)?newsItem[\s>]/u.test(head) ? 0.8 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one story needs no waiting
  async *read(source, context) {
    yield* readWireXml(source, context, (root) => [
      readNitf(root.name === 'nitf' ? root : (root.find('nitf') ?? root), context),
    ]);
  },
};
