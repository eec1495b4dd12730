const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces of an OpenDocument text (ODF 1.2) by the prefix that our tables use. */
export const odtNamespaces: ReadonlyMap<string, string> = new Map([
  ...['office', 'text', 'table', 'style', 'meta'].map((name) => [`${oasis}:${name}:1.0`, name] as const),
  [`${oasis}:drawing:1.0`, 'draw'],
  [`${oasis}:xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}:svg-compatible:1.0`, 'svg'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);
