import { SaxesParser } from 'saxes';

/** One element of a finished file as a check sees it. */
export interface SeenElement {
  readonly name: string;
  /** Names from the root to the element itself: `rss/channel/item/guid`. */
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, without that of its children. */
  readonly text: string;
}

/**
 * Reads a finished XML text to its end, telling of every element as it closes. Answers what is not well-formed, at most 20;
 * for formats that have no official schema.
 */
export function readXml(text: string, closed: (element: SeenElement) => void): readonly string[] {
  const faults: string[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    if (faults.length < 20) faults.push(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '' });
  });
  const add = (piece: string): void => {
    const top = open.at(-1);
    if (top) top.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const path = open.map(({ name }) => name).join('/');
    const element = open.pop();
    if (element) closed({ ...element, path });
  });
  parser.write(text).close();
  return faults;
}
