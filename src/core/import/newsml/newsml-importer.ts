import type { Importer, ImportResult } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import { readWireXml } from '../wire/read-wire-xml.js';
import { readNewsItem } from './newsml-story.js';

/** Items of the family that are no story, and what they are. */
const others: Readonly<Record<string, string>> = {
  packageItem: 'a package that lists other items; its stories come as files of their own',
  conceptItem: 'a term of a vocabulary',
  knowledgeItem: 'a vocabulary',
  planningItem: 'a plan of coverage',
  catalogItem: 'a catalogue',
};

export const newsmlImporter: Importer = {
  label: 'NewsML-G2',
  extensions: ['xml', 'newsml', 'g2'],
  recognises: (head) =>
    /<(?:\w+:)?(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem)[\s>]/u.test(head)
      ? 0.9
      : /<contentSet[\s>]/u.test(head)
        ? 0.85
        : 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; an item needs no waiting
  async *read(source, context) {
    yield* readWireXml(source, context, (root) => {
      const results = itemsOf(root).map((item): ImportResult => {
        const detail = Object.hasOwn(others, item.name) ? others[item.name] : undefined;
        return detail === undefined
          ? readNewsItem(item, context)
          : {
              refused: { code: 'import.no-story', params: { detail } },
              sourceId: (item.attr('guid') ?? '').slice(0, 400),
            };
      });
      return results.length > 0
        ? results
        : [{ refused: { code: 'import.not-readable', params: { detail: 'it holds no item of NewsML-G2' } } }];
    });
  },
};

/** The items of a file: itself, or those of a message; in order. */
function itemsOf(root: XmlElement): readonly XmlElement[] {
  if (root.name === 'newsItem' || root.name === 'contentSet' || Object.hasOwn(others, root.name)) return [root];
  return root.elements().flatMap((element) => (element.name === 'header' ? [] : itemsOf(element)));
}
