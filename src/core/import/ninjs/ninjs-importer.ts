import { decodeText } from '../decode-text.js';
import type { Importer, ImportResult } from '../importer.js';
import { asItem, lowerKeys } from './ninjs-item.js';
import { readNinjsItem } from './ninjs-story.js';

const says =
  /"(?:\$?standard|pubstatus|representationtype|versioncreated|bodies|headlines|headline_main|body_(?:html|xhtml|text|main|richtext))"\s*:/iu;

/** ninjs 1.x, 2.x and 3.x: one item, or a list of them. Versions are told by their keys, no schema is needed. */
export const ninjsImporter: Importer = {
  label: 'ninjs',
  extensions: ['json', 'ninjs'],
  recognises: (head) =>
    /^\s*\[?\s*\{/u.test(head) && /"uri"\s*:/u.test(head) && says.test(head) ? (/"ninjs"/u.test(head) ? 0.95 : 0.8) : 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; an item needs no waiting
  async *read(source, context) {
    const { text } = decodeText(source.bytes, context.decode);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      // Deep nesting makes the parser run out of stack.
      if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
      yield refused(error instanceof SyntaxError ? 'it is not JSON' : 'it is nested too deep');
      return;
    }
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (items.length === 0) yield refused('it holds no item');
    for (const entry of items) {
      const item = asItem(lowerKeys(entry));
      yield item ? readNinjsItem(item, context) : refused('an entry of it is no item of ninjs');
    }
  },
};

const refused = (detail: string): ImportResult => ({ refused: { code: 'import.not-readable', params: { detail } } });
