const office = 'schemas.openxmlformats.org';
const strict = 'purl.oclc.org/ooxml';
const microsoft = 'http://schemas.microsoft.com/office/word';

/** The namespaces of a Word file, Transitional and Strict (ISO 29500-1 and -4), by the prefix that our tables use. */
export const docxNamespaces: ReadonlyMap<string, string> = new Map([
  [`http://${office}/wordprocessingml/2006/main`, 'w'],
  [`http://${strict}/wordprocessingml/main`, 'w'],
  [`http://${office}/officeDocument/2006/relationships`, 'r'],
  [`http://${strict}/officeDocument/relationships`, 'r'],
  [`http://${office}/package/2006/relationships`, 'rel'],
  [`http://${office}/package/2006/metadata/core-properties`, 'cp'],
  [`http://${office}/officeDocument/2006/custom-properties`, 'op'],
  [`http://${office}/officeDocument/2006/docPropsVTypes`, 'vt'],
  [`http://${office}/drawingml/2006/main`, 'a'],
  [`http://${strict}/drawingml/main`, 'a'],
  [`http://${office}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`http://${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`http://${office}/drawingml/2006/picture`, 'pic'],
  [`http://${strict}/drawingml/picture`, 'pic'],
  [`http://${office}/drawingml/2006/chart`, 'c'],
  [`http://${office}/drawingml/2006/diagram`, 'dgm'],
  [`http://${office}/officeDocument/2006/math`, 'm'],
  [`http://${strict}/officeDocument/math`, 'm'],
  [`http://${office}/markup-compatibility/2006`, 'mc'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${microsoft}/2010/wordml`, 'w14'],
  [`${microsoft}/2012/wordml`, 'w15'],
]);

/** What stands after the last `/` of a relationship's type, the same in both kinds of file: `image`, `hyperlink`. */
export const relationshipKind = (type: string): string => type.slice(type.lastIndexOf('/') + 1);
