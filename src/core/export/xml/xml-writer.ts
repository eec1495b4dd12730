/** A piece of a finished XML text; made only by the functions of this file, so that no plain text is ever taken for mark-up. */
export interface Xml {
  readonly xml: string;
}

type AttributeValue = string | number | null | undefined;
/** Text is escaped; null leaves no trace, so that a field that a story does not have needs no `if`. */
export type XmlContent = Xml | string | null;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
// XML 1.0 2.2 Char: no C0 control but tab and line ends, no half surrogate pair, no U+FFFE and U+FFFF.
// eslint-disable-next-line no-control-regex -- controls are what this line is for
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Text that may stand in XML at all; half a surrogate pair becomes U+FFFD, controls are dropped. */
const xmlText = (text: string): string => text.toWellFormed().replace(notInXml, '');

const escapeText = (text: string): string => xmlText(text).replace(/[&<>\r]/gu, (mark) => marks[mark] ?? mark);

/** Text that may stand between tags and in quotes alike, for writers of finished pieces of mark-up. */
export const escapeXml = (text: string): string => xmlText(text).replace(/[&<>"\r]/gu, (mark) => marks[mark] ?? mark);

/** White space as codes, since an XML reader turns a line end in an attribute into a blank (3.3.3). */
const escapeAttribute = (text: string): string => escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

type Attributes = Readonly<Record<string, AttributeValue>>;

/** `<name a="b"`, without its end. Attributes that are null, undefined or '' are left out. */
function opening(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined || value === '' ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  return `<${name}${written.join('')}`;
}

/**
 * An element. Children that are all elements stand on lines of their own; an element with text in it is written in one
 * line, since there a line end would be a letter more.
 */
export function element(name: string, attributes: Attributes, ...content: readonly XmlContent[]): Xml {
  const parts = content.filter((part) => part !== null && part !== '');
  if (parts.some((part) => typeof part === 'string')) return inlineElement(name, attributes, ...parts);
  const inner = parts.map((part) => joined(part).xml).join('\n');
  return {
    xml: inner === '' ? `${opening(name, attributes)}/>` : `${opening(name, attributes)}>\n${inner}\n</${name}>`,
  };
}

/** An element without white space between its children: for text of a story, where a line end would be read as a blank. */
export function inlineElement(name: string, attributes: Attributes, ...content: readonly XmlContent[]): Xml {
  const { xml } = joined(...content);
  return { xml: xml === '' ? `${opening(name, attributes)}/>` : `${opening(name, attributes)}>${xml}</${name}>` };
}

/** Pieces one after another, without an element around them. */
export function joined(...pieces: readonly XmlContent[]): Xml {
  return {
    xml: pieces
      .map((piece) => (piece === null ? '' : typeof piece === 'string' ? escapeText(piece) : piece.xml))
      .join(''),
  };
}

/** An element with text, or nothing where the text is empty. */
export const textElement = (name: string, text: string | number | null, attributes: Attributes = {}): Xml | null =>
  text === null || text === '' ? null : element(name, attributes, String(text));

/** Text as it is between CDATA signs; "]]>" is split, since it would end the section. */
export function cdataElement(name: string, text: string, attributes: Attributes = {}): Xml {
  return {
    xml: `${opening(name, attributes)}><![CDATA[${xmlText(text).replaceAll('\r', '').replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`,
  };
}

/** A whole file, UTF-8. */
export function xmlDocument(...content: readonly Xml[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${content.map(({ xml }) => xml).join('\n')}\n`;
}
